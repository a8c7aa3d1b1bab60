//! An attempt in the form in which it is saved.

use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode};
use crate::ui::reflection::Draft;

/// The version of this form. It goes up when an older Bedside would lose something by reading what a newer one saved.
pub(super) const FORMAT: u32 = 2;

/// The phase of the attempt the trainee was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    Talking,
    Reflecting,
    Debriefing,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, saved under its name")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedAttempt {
    /// The version of the form that it was saved in; the first did not say so.
    #[serde(default = "first_format")]
    pub(super) format: u32,
    pub(super) title: String,
    pub(super) own_words: bool,
    pub(super) timers: bool,
    pub(super) stopped: bool,
    pub(super) phase: Phase,
    /// The unfinished text in the box for own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) typed: String,
    /// Whether own words are finished or skipped at this turn; not saved in the first version.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) words_done: bool,
    /// The unfinished reflection.
    #[serde(default)]
    pub(super) draft: Draft,
    pub(super) attempt: Attempt,
}

const fn first_format() -> u32 {
    1
}

impl SavedAttempt {
    /// Reads an attempt, or says why it cannot be read.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        /// What every version says.
        #[derive(Deserialize)]
        struct Version {
            #[serde(default = "first_format")]
            format: u32,
        }
        let of_error = |error: serde_json::Error| error.to_string();
        let Version { format } = serde_json::from_str(text).map_err(of_error)?;
        if format > FORMAT {
            return Err("a newer Bedside has saved it".to_owned());
        }
        serde_json::from_str(text).map_err(of_error)
    }

    /// The id of the scenario.
    pub(super) fn scenario(&self) -> &str {
        &self.attempt.first.scenario
    }

    pub(super) const fn mode(&self) -> Mode {
        self.attempt.mode
    }
}
