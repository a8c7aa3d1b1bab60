//! What an offer was worth: the option taken against the lowest and the highest on offer.

use crate::rubric::{Dimension, Points, Stage};
use crate::scenario::{ChoiceId, Scenario};

/// The points of an offer of two or more options, as they counted at the stage of the offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The points of the option taken.
    pub taken: Points,
    /// The lowest on each dimension.
    pub lowest: Points,
    /// The highest on each dimension.
    pub highest: Points,
}

impl Decision {
    /// Whether the options differed on this dimension, so that the decision counts on it.
    #[must_use]
    pub fn counts_on(&self, dimension: Dimension) -> bool {
        self.highest[dimension] > self.lowest[dimension]
    }

    /// The decision of taking `taken` from `offered` at `stage`; `None` where there are fewer than two options.
    #[must_use]
    pub fn new(scenario: &Scenario, offered: &[ChoiceId], taken: ChoiceId, stage: Stage) -> Option<Self> {
        if offered.len() < 2 {
            return None;
        }
        let points = |id: &ChoiceId| scenario.choice(*id).points_at(stage);
        Some(Self::between(points(&taken), offered.iter().map(points)))
    }

    /// The decision of taking what has the points `taken` from options with the points `offered`.
    pub(crate) fn between(taken: Points, offered: impl Iterator<Item = Points>) -> Self {
        let (mut lowest, mut highest) = (taken, taken);
        for offered in offered {
            for dimension in Dimension::ALL {
                lowest[dimension] = lowest[dimension].min(offered[dimension]);
                highest[dimension] = highest[dimension].max(offered[dimension]);
            }
        }
        Self { taken, lowest, highest }
    }
}
