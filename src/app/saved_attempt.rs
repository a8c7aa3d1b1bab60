//! An attempt in the form in which it is saved.

use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode};
use crate::ui::reflection::Draft;

/// The phase of the attempt the trainee was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    Talking,
    Reflecting,
    Debriefing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedAttempt {
    pub(super) title: String,
    pub(super) own_words: bool,
    pub(super) timers: bool,
    pub(super) stopped: bool,
    pub(super) phase: Phase,
    /// The unfinished text in the box for own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) typed: String,
    /// The unfinished reflection.
    #[serde(default)]
    pub(super) draft: Draft,
    pub(super) attempt: Attempt,
}

impl SavedAttempt {
    pub(super) const fn mode(&self) -> Mode {
        self.attempt.mode
    }
}
