//! The best and the worst score of any road, as data; `analysis` finds them.

use serde::Serialize;

use crate::rubric::Dimension;
use crate::session::Road;

/// The best and the worst score on one dimension over all complete roads that exercise it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// The highest score, 0–100.
    pub best: u8,
    /// The lowest score, 0–100.
    pub worst: u8,
    /// A road that scores highest.
    pub best_road: Road,
    /// A road that scores lowest.
    pub worst_road: Road,
}

/// The bounds of the three scores; `None` where no road exercises a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bounds {
    pub empathy: Option<Bound>,
    pub clarity: Option<Bound>,
    pub de_escalation: Option<Bound>,
}

impl Bounds {
    /// The bounds of the score on one dimension.
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<&Bound> {
        match dimension {
            Dimension::Empathy => self.empathy.as_ref(),
            Dimension::Clarity => self.clarity.as_ref(),
            Dimension::DeEscalation => self.de_escalation.as_ref(),
        }
    }
}
