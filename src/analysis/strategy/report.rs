//! The results of a strategy, as data.

use serde::Serialize;

use crate::rubric::Dimension;
use crate::scenario::EndingKind;

use super::Strategy;

/// The results of a strategy in many plays.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategyResult {
    pub strategy: Strategy,
    /// How often it was played.
    pub plays: u32,
    pub scores: MeanScores,
    /// How far empathy and de-escalation go together over the plays, −1 to 1 (Pearson's r); `None` where one of them
    /// never varies.
    pub empathy_with_de_escalation: Option<f64>,
    /// The share of plays that passed, 0–1.
    pub passed: f64,
    /// The share of plays with decisions enough for a band and a pass, 0–1.
    pub judged: f64,
    /// The endings that were reached, in written order.
    pub endings: Vec<EndingShare>,
    /// The share of plays in which nothing was left to choose before any ending, 0–1.
    pub stuck: f64,
    /// At the end of the conversation.
    pub feelings: MeanFeelings,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeanScores {
    /// `None` where no play exercised the dimension.
    pub empathy: Option<MeanScore>,
    pub clarity: Option<MeanScore>,
    pub de_escalation: Option<MeanScore>,
    /// The mean of the dimensions that were exercised.
    pub mean: Option<f64>,
}

/// The mean of a score over the plays in which its dimension was exercised.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeanScore {
    /// In how many plays the dimension was exercised.
    pub plays: u64,
    /// 0–100.
    pub mean: f64,
    /// `None` for a single play.
    pub standard_error: Option<f64>,
}

/// How often an ending was reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EndingShare {
    /// The scene's id.
    pub scene: String,
    pub kind: EndingKind,
    /// The share of plays, 0–1.
    pub share: f64,
}

/// How the patient felt at the end, on average, 0–100 each.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeanFeelings {
    pub agitation: f64,
    pub trust: f64,
    pub understanding: f64,
}

impl MeanScores {
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<MeanScore> {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Clarity => self.clarity,
            Dimension::DeEscalation => self.de_escalation,
        }
    }
}
