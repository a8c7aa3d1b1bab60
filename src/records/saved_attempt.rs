//! An attempt in the form in which it is saved.

use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode, ReflectionDraft};
use crate::debrief::debrief;
use crate::scenario::Scenario;
use crate::session::Transcript;

use super::database::KeptAttempt;
use super::{AttemptId, Occasion, Outcome, PersonId, Timestamp};

/// The version of this form. It goes up when an older Bedside would lose something by reading what a newer one saved.
pub const FORMAT: u32 = 3;

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

/// Where an attempt was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftAt {
    /// Before this turn, from 1.
    Turn(usize),
    Reflection,
    Debrief,
}

impl LeftAt {
    /// In words that follow "resume" or "left".
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Turn(1) => "at the beginning".to_owned(),
            Self::Turn(turn) => format!("at turn {turn}"),
            Self::Reflection => "at the reflection".to_owned(),
            Self::Debrief => "at the debrief".to_owned(),
        }
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
    /// One that begins with this transcript, without own words and timers.
    #[must_use]
    pub fn begin(identity: Identity, title: String, mode: Mode, transcript: Transcript) -> Self {
        Self {
            format: FORMAT,
            identity,
            title,
            own_words: false,
            timers: false,
            stopped: false,
            phase: Phase::Talking,
            typed: String::new(),
            words_done: false,
            draft: ReflectionDraft::default(),
            attempt: Attempt::begin(mode, transcript),
        }
    }

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

    /// What it came to, once it is debriefed in the version of the scenario that was played; `None` before, and of a
    /// conversation without a turn.
    #[must_use]
    pub fn outcome(&self, person: PersonId, scenario: &Scenario) -> Option<Outcome> {
        let first = &self.attempt.first;
        if !self.is_over() || first.turns.is_empty() {
            return None;
        }
        let Identity { id, began, ended } = self.identity;
        let debrief = debrief(scenario, first).ok()?;
        let app = env!("CARGO_PKG_VERSION").to_owned();
        let occasion = Occasion { attempt: id, person, app, began, ended: ended? };
        Some(Outcome::of(occasion, scenario, &self.attempt, &debrief))
    }

    /// Where it was left.
    #[must_use]
    pub fn left_at(&self) -> LeftAt {
        match self.phase {
            Phase::Talking => LeftAt::Turn(self.attempt.latest().turns.len() + 1),
            Phase::Reflecting => LeftAt::Reflection,
            Phase::Debriefing => LeftAt::Debrief,
        }
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
