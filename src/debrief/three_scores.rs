//! The three scores, as data.

use serde::{Deserialize, Serialize};

use crate::rubric::Dimension;

/// The scores, each 0–100: the points gained as a share of those that could be gained on the road taken. `None` where a
/// dimension was not exercised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scores {
    pub empathy: Option<u8>,
    pub clarity: Option<u8>,
    pub de_escalation: Option<u8>,
}

impl Scores {
    /// The score on one dimension.
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<u8> {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}
