//! An attempt in the form in which it is saved.

use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode, ReflectionDraft};

use super::database::KeptAttempt;
use super::{AttemptId, PersonId, Timestamp};

/// The version of this form. It goes up when an older Bedside would lose something by reading what a newer one saved.
pub const FORMAT: u32 = 2;

/// The phase of the attempt the trainee was in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    Talking,
    Reflecting,
    Debriefing,
}

/// Which attempt it is, and when it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub id: AttemptId,
    pub began: Timestamp,
    /// When its first pass was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
}

impl Identity {
    /// That of an attempt that begins now.
    #[must_use]
    pub fn fresh(now: Timestamp) -> Self {
        Self { id: AttemptId::random(), began: now, ended: None }
    }

    /// That of an attempt of a Bedside that gave none.
    fn former() -> Self {
        Self::fresh(Timestamp::UNIX_EPOCH)
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, saved under its name")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAttempt {
    /// The version of the form that it was saved in; the first did not say so.
    #[serde(default = "first_format")]
    pub format: u32,
    #[serde(default = "Identity::former")]
    pub identity: Identity,
    pub title: String,
    pub own_words: bool,
    pub timers: bool,
    pub stopped: bool,
    pub phase: Phase,
    /// The unfinished text in the box for own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub typed: String,
    /// Whether own words are finished or skipped at this turn; not saved in the first version.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub words_done: bool,
    /// The unfinished reflection.
    #[serde(default)]
    pub draft: ReflectionDraft,
    pub attempt: Attempt,
}

const fn first_format() -> u32 {
    1
}

impl SavedAttempt {
    /// Reads an attempt.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    pub fn read(text: &str) -> Result<Self, String> {
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

    /// As the database keeps it; `None` if it cannot be written as JSON, which plain data always can.
    #[must_use]
    pub fn kept(
        &self,
        person: PersonId,
        player: Option<String>,
        changed: Timestamp,
        open: bool,
    ) -> Option<KeptAttempt> {
        let transcript = self.attempt.latest();
        Some(KeptAttempt {
            id: self.identity.id,
            person,
            scenario: transcript.scenario.clone(),
            scenario_hash: transcript.scenario_hash.clone(),
            rubric_hash: transcript.rubric_hash.clone(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            began: self.identity.began,
            changed,
            open,
            player,
            saved: serde_json::to_string(self).ok()?,
        })
    }

    /// The id of the scenario.
    #[must_use]
    pub fn scenario(&self) -> &str {
        &self.attempt.first.scenario
    }

    /// Whether all that can be taken up of it is its debrief.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.phase == Phase::Debriefing
    }

    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.attempt.mode
    }
}
