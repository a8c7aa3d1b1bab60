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
    /// From this trust at the end on, no answer is the lowest of its scale.
    pub trusting: u8,
    /// Up to this trust at the end, no answer is the highest of its scale.
    pub mistrusting: u8,
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
    /// The shares, in percent, from which each answer above the lowest is given.
    #[must_use]
    pub fn steps(&self, scale: SurveyScale) -> &[u8] {
        match scale {
            SurveyScale::HowOften => &self.how_often,
            SurveyScale::HowGood => &self.how_good,
        }
    }
}
