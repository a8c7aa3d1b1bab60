//! A change of one feeling, and its one named reason.

use serde::{Deserialize, Serialize};
use smallvec::{Array, SmallVec};

use crate::rubric::Feeling;

/// Why a feeling changed. The changes of a turn add up exactly to its difference in feelings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The behaviours that the option showed.
    Behaviours,
    /// A hard word counts more soon after a crisis.
    Recovering,
    /// Understanding grows less while the patient is very upset.
    TooUpset,
    /// Agitation falls less while trust is low.
    LowTrust,
    /// A hard word right after another one.
    HardWordsInARow,
    /// How strongly this patient reacts.
    Sensitivity,
    /// Trust is lost faster than it is won.
    TrustLost,
    /// The less room there is towards an end of the scale, the less a change counts.
    Room,
    /// A nudge by the author, whose own reason is in the scenario.
    Nudge,
    /// A need is still open.
    OpenNeed,
    /// The patient settles towards their baseline by themselves.
    Drift,
    /// The feeling is kept within 0–100.
    Limit,
}

impl Reason {
    /// The text shown to users.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Behaviours => "what your words showed",
            Self::Recovering => "still raw after the crisis",
            Self::TooUpset => "too upset to take it in",
            Self::LowTrust => "too little trust to be soothed",
            Self::HardWordsInARow => "a hard word on top of a hard word",
            Self::Sensitivity => "how strongly this patient answers",
            Self::TrustLost => "trust is lost faster than it is won",
            Self::Room => "there was less room left for it",
            Self::Nudge => "this patient, at this moment",
            Self::OpenNeed => "a need left open",
            Self::Drift => "settling by themselves",
            Self::Limit => "it can go no further",
        }
    }
}

/// A change of one feeling with its reason; `amount` is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub feeling: Feeling,
    pub reason: Reason,
    pub amount: i32,
}

/// Collects the changes of a turn.
pub trait Reasons {
    /// Notes a change, which is never 0.
    fn note(&mut self, change: Change);
}

impl<A: Array<Item = Change>> Reasons for SmallVec<A> {
    fn note(&mut self, change: Change) {
        self.push(change);
    }
}

/// Discards the changes, for callers that need no reasons; costs nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoReasons;

impl Reasons for NoReasons {
    fn note(&mut self, _: Change) {}
}
