//! What attempts are measured by: each dimension, and all of them together.

use serde::Serialize;

use crate::debrief::Scores;
use crate::rubric::Dimension;

/// What an attempt is measured by, 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    On(Dimension),
    /// The mean of the dimensions that were exercised, half rounded up.
    Overall,
}

impl Measure {
    /// All four, in the order they are always shown.
    pub const ALL: [Self; 4] =
        [Self::On(Dimension::Empathy), Self::On(Dimension::Clarity), Self::On(Dimension::DeEscalation), Self::Overall];

    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::On(dimension) => dimension.label(),
            Self::Overall => "All together",
        }
    }

    /// What these scores come to; `None` where nothing of it was exercised.
    #[must_use]
    pub fn of(self, scores: &Scores) -> Option<u8> {
        match self {
            Self::On(dimension) => scores.get(dimension),
            Self::Overall => {
                let (sum, count) =
                    scores.exercised().fold((0, 0), |(sum, count), (_, score)| (sum + u16::from(score), count + 1));
                (count > 0).then(|| u8::try_from((2 * sum + count) / (2 * count)).unwrap_or(100))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_together_is_the_mean_of_what_was_exercised() {
        let of = |empathy, clarity, de_escalation| Measure::Overall.of(&Scores { empathy, clarity, de_escalation });
        assert_eq!(of(Some(70), Some(71), None), Some(71), "70.5, half up");
        assert_eq!(of(Some(50), Some(60), Some(72)), Some(61), "60.67");
        assert_eq!(of(None, None, Some(9)), Some(9));
        assert_eq!(of(None, None, None), None);
    }
}
