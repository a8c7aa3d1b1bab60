//! What was played before: told page by page, and opened again.

mod in_words;
mod reopened;

use std::collections::BTreeMap;

use crate::attempt::{Mode, Pass};
use crate::debrief::{Band, Scores};
use crate::hash::ContentHash;

use super::saved_attempt::{LeftAt, SavedAttempt};
use super::{AttemptId, Outcome, Timestamp};

pub use in_words::{KeptInWords, KeptLine, KeptSection, kept_in_its_place};
pub use reopened::{OTHER_RUBRIC, Reopened};

/// So many conversations are told at once.
pub const PAST_PAGE: usize = 20;

/// Where a page of what was played begins, among all that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before(pub(super) i64);

/// Which of a person's conversations are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastAsked {
    /// Those with the scenario of this id alone.
    pub scenario: Option<String>,
    /// Those that were kept before this; `None` for the latest.
    pub before: Option<Before>,
}

/// A page of what a person has played, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastPage {
    /// Those that are not over, the one changed last first; with the latest page alone.
    pub under_way: Vec<PastConversation>,
    pub over: Vec<PastConversation>,
    /// How many more belong here and cannot be read.
    pub unread: usize,
    /// Where the next page begins; `None` where this is the last.
    pub earlier: Option<Before>,
    /// The scenarios that were played to the debrief, by title; with the latest page alone.
    pub scenarios: Vec<PlayedScenario>,
}

/// A scenario that was played to the debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayedScenario {
    pub id: String,
    pub title: String,
    /// How many conversations with it are over.
    pub times: u64,
}

/// A conversation as it is told in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastConversation {
    pub id: AttemptId,
    /// The scenario's id.
    pub scenario: String,
    pub title: String,
    pub began: Timestamp,
    pub mode: Mode,
    pub how: HowItWent,
}

/// How a conversation went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowItWent {
    /// It is not over.
    UnderWay(LeftAt),
    Over {
        /// The ending's title; `None` where it was stopped.
        ending: Option<String>,
        band: Option<Band>,
        scores: Scores,
    },
    /// What it came to cannot be read.
    NotKnown,
}

impl PastConversation {
    /// One that is over, by what it came to.
    pub(super) fn over(outcome: Outcome) -> Self {
        let Outcome { attempt: id, scenario, began, mode, ending, band, scores, .. } = outcome;
        let how = HowItWent::Over { ending: ending.map(|ending| ending.title), band, scores };
        Self { id, scenario: scenario.id, title: scenario.title, began, mode, how }
    }

    /// One by what is kept of it, without what it came to.
    pub(super) fn of(saved: &SavedAttempt, how: HowItWent) -> Self {
        Self {
            id: saved.identity.id,
            scenario: saved.scenario().to_owned(),
            title: saved.title.clone(),
            began: saved.identity.began,
            mode: saved.mode(),
            how,
        }
    }
}

/// All that is kept of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptConversation {
    /// The attempt, or why it cannot be read, in words.
    pub saved: Result<SavedAttempt, String>,
    /// What its first pass came to, if that can be read.
    pub outcome: Option<Outcome>,
    /// The texts that its passes were played with, by their hashes, as far as they are kept.
    pub texts: BTreeMap<ContentHash, String>,
}

impl KeptConversation {
    /// One of which nothing can be read, and why.
    #[must_use]
    pub fn unreadable(why: &str) -> Self {
        Self { saved: Err(why.to_owned()), outcome: None, texts: BTreeMap::new() }
    }
}

impl SavedAttempt {
    /// The passes that can be debriefed, the first first: all that are not under way.
    #[must_use]
    pub fn passes_over(&self) -> Vec<Pass<'_>> {
        let mut passes = self.attempt.passes();
        if !self.is_over() {
            passes.pop();
        }
        passes
    }
}

/// What a pass is called among several: its number from 0, and the turn that it was rewound to, from 0.
#[must_use]
pub fn pass_in_words(number: usize, from: Option<usize>) -> String {
    let number = number + 1;
    match from {
        None => format!("{number}: the first time through"),
        Some(turn) => format!("{number}: again from turn {}", turn + 1),
    }
}
