//! A split: the room plays two options of one decision, one after the other, and compares them.

use serde::{Deserialize, Serialize};

use crate::scenario::ChoiceId;
use crate::session::Session;

use super::DecisionId;

/// A branch of a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    First,
    Second,
}

/// A split that is open.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Split {
    /// The decision at which the room was split.
    pub decision: DecisionId,
    /// What was taken on either branch.
    pub choices: [ChoiceId; 2],
    /// The branch that is played, or was played last.
    pub on: Branch,
    /// The conversation as it was at the decision.
    pub(super) from: Session,
    /// Where the first branch had come to when it was left.
    pub(super) first: Option<Session>,
}

impl Branch {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }

    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
        }
    }
}
