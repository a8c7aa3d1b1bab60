//! The attempt that is played in the terminal: what is kept of it, and when.

use std::io;
use std::time::{Duration, Instant};

use crate::attempt::{Mode, Reflection, ReflectionDraft};
use crate::records::Timestamp;
use crate::records::saved_attempt::{Identity, Phase, SavedAttempt};
use crate::records::store::{NOT_SAVED_YET, PATIENCE};
use crate::session::Session;

use super::keeping::Keeping;
use super::terminal_page::TerminalPage;

/// How long it is waited for the disk at the end, when nobody waits for the patient.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(3);

/// The attempt that is played.
pub(super) struct AttemptUnderWay {
    pub(super) saved: SavedAttempt,
    /// `None` for a guest, of whom nothing is kept.
    keeping: Option<Keeping>,
    /// When this sitting began, and how long the conversation had lasted before it.
    sat_down: Instant,
    before: Duration,
    /// Whether something keeps the disk from taking what is done, which has been told.
    fault: bool,
}

impl AttemptUnderWay {
    /// One that begins now.
    pub(super) fn begin(session: &Session, mode: Mode, keeping: Option<Keeping>) -> Self {
        let identity = Identity::fresh(Timestamp::now());
        let title = session.scenario().title.clone();
        Self::with(SavedAttempt::begin(identity, title, mode, session.transcript().clone()), session, keeping)
    }

    /// One that was left, now at the same point as `session`.
    pub(super) fn take_up(saved: SavedAttempt, session: &Session, keeping: Keeping) -> Self {
        keeping.keep(&saved, true);
        Self::with(saved, session, Some(keeping))
    }

    #[expect(clippy::disallowed_methods, reason = "how long the trainee takes is kept with each choice")]
    fn with(saved: SavedAttempt, session: &Session, keeping: Option<Keeping>) -> Self {
        let last = session.transcript().turns.last().and_then(|turn| turn.at);
        let before = Duration::from_millis(last.unwrap_or(0));
        Self { saved, keeping, sat_down: Instant::now(), before, fault: false }
    }

    /// Whether anything is kept of it.
    pub(super) const fn is_kept(&self) -> bool {
        self.keeping.is_some()
    }

    /// The first letters of its id, by which its debrief can be opened again; `None` where nothing is kept of it.
    pub(super) fn kept_as(&self) -> Option<String> {
        let is_kept = self.is_kept() && !self.saved.attempt.latest().turns.is_empty();
        is_kept.then(|| self.saved.identity.id.short())
    }

    /// Milliseconds since the conversation began.
    pub(super) fn at(&self) -> Option<u64> {
        u64::try_from((self.before + self.sat_down.elapsed()).as_millis()).ok()
    }

    /// Keeps the text of the scenario that is played.
    pub(super) fn keep_text(&self, session: &Session, text: Option<&String>) {
        if let (Some(keeping), Some(text)) = (&self.keeping, text) {
            keeping.store.keep_text(session.scenario().hash.clone(), text.clone());
        }
    }

    /// Keeps a choice that was made, and waits until it is on the disk, a fifth of a second at most.
    pub(super) fn keep_choice(&mut self, session: &Session) {
        self.saved.attempt.record(session.transcript().clone());
        // Own words are of one turn.
        self.saved.typed.clear();
        self.saved.words_done = false;
        self.keep(true);
    }

    /// Keeps that the conversation is over, or was stopped.
    pub(super) fn keep_end(&mut self, session: &Session) {
        if self.saved.phase == Phase::Talking {
            self.saved.identity.ended.get_or_insert_with(Timestamp::now);
            self.saved.stopped = !session.is_over();
            self.saved.phase = Phase::Reflecting;
            self.keep(true);
        }
    }

    /// Keeps a reflection that is not finished.
    pub(super) fn keep_draft(&mut self, draft: ReflectionDraft) {
        self.saved.draft = draft;
        self.keep(true);
    }

    /// Keeps the reflection, if there is one, and what the attempt came to.
    pub(super) fn keep_reflection(&mut self, reflection: Option<Reflection>, session: &Session) {
        if self.saved.phase == Phase::Reflecting {
            self.saved.attempt.reflection = reflection;
            self.saved.phase = Phase::Debriefing;
            self.keep(true);
        }
        if let Some(keeping) = &self.keeping
            && let Some(outcome) = self.saved.outcome(keeping.person, session.scenario())
        {
            keeping.store.keep_outcome(outcome);
            keeping.store.wait(PATIENCE_AT_THE_END);
        }
    }

    /// Closes the attempt: it is not offered again. One without a turn is not kept.
    pub(super) fn close(&mut self) {
        let Some(keeping) = &self.keeping else { return };
        if self.saved.attempt.latest().turns.is_empty() {
            keeping.store.discard_attempt(self.saved.identity.id);
        } else {
            keeping.keep(&self.saved, false);
        }
        keeping.store.wait(PATIENCE_AT_THE_END);
    }

    /// Keeps what has at least a turn.
    fn keep(&self, open: bool) {
        let Some(keeping) = self.keeping.as_ref().filter(|_| !self.saved.attempt.latest().turns.is_empty()) else {
            return;
        };
        keeping.keep(&self.saved, open);
        keeping.store.wait(PATIENCE);
    }

    /// Says what is to be known of saving: a fault and its end once, and that the last choice is not on the disk yet.
    pub(super) fn tell(&mut self, page: &mut TerminalPage<'_>) -> io::Result<()> {
        let Some(keeping) = &self.keeping else { return Ok(()) };
        for told in keeping.store.news() {
            self.fault = told.is_some();
            page.text(told.as_deref().unwrap_or("What you did is saved now."))?;
        }
        if keeping.store.is_behind() && !self.fault {
            page.text(NOT_SAVED_YET)?;
        }
        Ok(())
    }
}
