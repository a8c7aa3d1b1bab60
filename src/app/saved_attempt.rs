//! An attempt as it is saved.

use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode};
use crate::ui::reflection::Draft;

/// Where in the attempt the trainee was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    /// In the conversation.
    Talking,
    /// Before the scores.
    Reflecting,
    /// After them.
    Debriefing,
}

/// An attempt as it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedAttempt {
    pub(super) title: String,
    pub(super) own_words: bool,
    pub(super) timers: bool,
    pub(super) stopped: bool,
    pub(super) phase: Phase,
    /// Own words that are being typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) typed: String,
    /// What is said so far before the scores.
    #[serde(default)]
    pub(super) draft: Draft,
    pub(super) attempt: Attempt,
}

impl SavedAttempt {
    pub(super) const fn mode(&self) -> Mode {
        self.attempt.mode
    }
}
