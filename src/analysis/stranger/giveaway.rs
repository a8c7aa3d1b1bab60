//! The surface features by which the best option can be told from the others.

use std::fmt;

use serde::Serialize;

use crate::scenario::Scenario;

use super::super::surface::{Surface, SurfaceFeature, Surfaces};
use super::super::tail::tail;
use super::super::written_decision::{WrittenDecision, ratio};

/// How often the best option is the one with the most, or the fewest, of a surface feature.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurfaceGiveaway {
    feature: SurfaceFeature,
    direction: Direction,
    /// The decisions in which a best option has the most (or the fewest) of it, alone or with others.
    pub found: usize,
    /// The decisions in which not all options have the same of it.
    pub decisions: usize,
    /// The probability that mere chance finds as many or more, 0–1.
    pub probability: f64,
}

/// Whether the best option has the most of something, or the fewest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Most,
    Fewest,
}

/// Each feature of a scenario, in both directions, over its decisions as written.
pub(in super::super) fn giveaways(scenario: &Scenario) -> Vec<SurfaceGiveaway> {
    let (decisions, surfaces) = (WrittenDecision::all(scenario), Surface::of_all(scenario));
    let both = |feature| [Direction::Most, Direction::Fewest].map(|direction| (feature, direction));
    let all = SurfaceFeature::ALL.into_iter().flat_map(both);
    all.map(|(feature, direction)| SurfaceGiveaway::of(&decisions, &surfaces, feature, direction)).collect()
}

impl SurfaceGiveaway {
    fn of(
        decisions: &[WrittenDecision<'_>],
        surfaces: &Surfaces,
        feature: SurfaceFeature,
        direction: Direction,
    ) -> Self {
        let (mut found, mut chances) = (0, Vec::new());
        for decision in decisions {
            let values = || decision.options.iter().map(|(id, _)| surfaces.get(*id).get(feature));
            let outermost = match direction {
                Direction::Most => values().max(),
                Direction::Fewest => values().min(),
            };
            let is_marked = |value: u32| Some(value) == outermost;
            let marked = values().filter(|value| is_marked(*value)).count();
            if marked == decision.options.len() {
                continue;
            }
            let best: Vec<bool> = decision.options.iter().map(|(_, choice)| decision.is_best(choice)).collect();
            found += usize::from(values().zip(&best).any(|(value, best)| *best && is_marked(value)));
            let best = best.iter().filter(|best| **best).count();
            chances.push(chance_of_any(decision.options.len(), marked, best));
        }
        Self { feature, direction, found, decisions: chances.len(), probability: tail(&chances, found) }
    }

    /// Whether mere chance would find as many in fewer than `percent` scenarios of a hundred.
    #[must_use]
    pub fn betrays(&self, percent: u8) -> bool {
        self.probability < f64::from(percent) / 100.0
    }
}

/// The probability that `best` of `all` options, picked blindly, have a marked one among them.
fn chance_of_any(all: usize, marked: usize, best: usize) -> f64 {
    let none: f64 = (0..best).map(|picked| ratio((all - marked).saturating_sub(picked), all - picked)).product();
    1.0 - none
}

/// "the best option has the most sentences in 13 of 17 decisions".
impl fmt::Display for SurfaceGiveaway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = self.direction == Direction::Most;
        let extreme = if most { "most" } else { "fewest" };
        let told = match self.feature {
            SurfaceFeature::Characters => if most { "is the longest" } else { "is the shortest" }.to_owned(),
            SurfaceFeature::Sentences => format!("has the {extreme} sentences"),
            SurfaceFeature::Commas => format!("has the {extreme} commas"),
            SurfaceFeature::Questions => format!("has the {extreme} questions"),
            SurfaceFeature::EndsInAQuestion => {
                if most { "closes with a question" } else { "closes with no question" }.to_owned()
            }
            SurfaceFeature::Action => if most { "does something" } else { "does nothing" }.to_owned(),
            SurfaceFeature::You => format!("says \u{201c}you\u{201d} the {}", if most { "most" } else { "least" }),
            SurfaceFeature::I => format!("says \u{201c}I\u{201d} the {}", if most { "most" } else { "least" }),
            SurfaceFeature::WordLength => format!("has the {} words", if most { "longest" } else { "shortest" }),
        };
        write!(f, "the best option {told} in {} of {} decisions", self.found, self.decisions)
    }
}

#[cfg(test)]
mod tests {
    use super::chance_of_any;

    #[test]
    fn any_of_the_best_may_be_marked() {
        for (all, marked, best, chance) in
            [(4, 1, 1, 0.25), (4, 3, 1, 0.75), (4, 1, 2, 0.5), (4, 2, 2, 1.0 - 1.0 / 6.0), (3, 2, 2, 1.0)]
        {
            let found = chance_of_any(all, marked, best);
            assert!((found - chance).abs() < 1e-12, "{all} {marked} {best}: {found}");
        }
    }
}
