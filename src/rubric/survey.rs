//! The patient's survey: its items, and the behaviours that speak for and against each.

use serde::Serialize;

use super::BehaviourSet;

/// The answers that an item can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SurveyScale {
    /// Never, sometimes, usually, always (after HCAHPS).
    HowOften,
    /// Poor to excellent (in the spirit of CARE).
    HowGood,
}

/// One question of the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SurveyItem {
    /// An id that stays the same when the text changes.
    pub id: String,
    /// The question as the patient would put it: "They listened to me carefully".
    pub text: String,
    pub scale: SurveyScale,
    pub speaks_for: BehaviourSet,
    pub speaks_against: BehaviourSet,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Survey {
    /// The shares, in percent, from which the answer is sometimes, usually, always.
    pub how_often: Vec<u8>,
    /// The shares, in percent, from which the answer is fair, good, very good, excellent.
    pub how_good: Vec<u8>,
    /// The trust at the end up to which no answer is in the upper half of its scale, and none is the highest; then that
    /// from which on none is the lowest, and none is in the lower half.
    pub trust_at_end: Vec<u8>,
    /// The items, in the order they are asked.
    pub items: Vec<SurveyItem>,
}

impl SurveyScale {
    /// The answers, from the lowest.
    #[must_use]
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::HowOften => &["Never", "Sometimes", "Usually", "Always"],
            Self::HowGood => &["Poor", "Fair", "Good", "Very good", "Excellent"],
        }
    }
}

impl Survey {
    /// The lowest and the highest place on a scale of so many `answers` that a patient with this trust at the end gives.
    #[must_use]
    pub(crate) fn given_at(&self, trust: u8, answers: usize) -> [usize; 2] {
        let &[no_upper, no_highest, no_lowest, no_lower] = &self.trust_at_end[..] else { return [0, answers - 1] };
        let half = answers / 2;
        let lowest = if trust >= no_lower { half } else { usize::from(trust >= no_lowest) };
        let highest =
            if trust <= no_upper { answers - 1 - half } else { answers - 1 - usize::from(trust <= no_highest) };
        [lowest, highest]
    }

    /// The shares, in percent, from which each answer above the lowest is given.
    #[must_use]
    pub fn steps(&self, scale: SurveyScale) -> &[u8] {
        match scale {
            SurveyScale::HowOften => &self.how_often,
            SurveyScale::HowGood => &self.how_good,
        }
    }
}
