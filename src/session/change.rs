//! A change of one feeling, and its one named reason.

use serde::{Deserialize, Serialize};
use smallvec::{Array, SmallVec};

use crate::rubric::Feeling;

/// Why a feeling changed. Reasons of one turn add up to the change exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// What the option showed.
    Behaviours,
    /// Soon after a crisis a hard word counts more.
    Recovering,
    /// Too upset to take it in.
    TooUpset,
    /// Too little trust to be soothed.
    LowTrust,
    /// A hard word on top of a hard word.
    HardWordsInARow,
    /// How strongly this patient answers.
    Sensitivity,
    /// The author's nudge; its own reason stands in the scenario.
    Nudge,
    /// A need left open.
    OpenNeed,
    /// Calming down by themselves.
    Drift,
    /// A feeling cannot leave 0–100.
    Limit,
}

impl Reason {
    /// What people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Behaviours => "what your words showed",
            Self::Recovering => "still raw after the crisis",
            Self::TooUpset => "too upset to take it in",
            Self::LowTrust => "too little trust to be soothed",
            Self::HardWordsInARow => "a hard word on top of a hard word",
            Self::Sensitivity => "how strongly this patient answers",
            Self::Nudge => "this patient, at this moment",
            Self::OpenNeed => "a need left open",
            Self::Drift => "settling by themselves",
            Self::Limit => "it can go no further",
        }
    }
}

/// A change of one feeling with its reason; never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub feeling: Feeling,
    pub reason: Reason,
    pub amount: i32,
}

/// Where the reasons of a turn go.
pub trait Reasons {
    /// Notes a change, which is never 0.
    fn note(&mut self, change: Change);
}

impl<A: Array<Item = Change>> Reasons for SmallVec<A> {
    fn note(&mut self, change: Change) {
        self.push(change);
    }
}

/// Nobody asks why: the reasons are not kept, and cost nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoReasons;

impl Reasons for NoReasons {
    fn note(&mut self, _: Change) {}
}
