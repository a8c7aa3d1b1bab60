//! What the trainee can do in an attempt.

use std::time::Duration;

use crate::attempt::{Notes, ReflectionDraft};
use crate::records::Timestamp;
use crate::records::saved_attempt::Phase;
use crate::scenario::ChoiceId;
use crate::session::Session;
use crate::ui::conversation::View;

use super::Play;

impl Play {
    /// Takes an option, if it is on offer; otherwise nothing changes.
    pub(in crate::app) fn choose(&mut self, choice: ChoiceId, now: Duration) {
        if self.session.choose(choice, self.at(now)).is_ok() {
            self.after_choice();
        }
    }

    /// Takes the option that is taken when the time is up.
    pub(super) fn choose_late(&mut self, choice: ChoiceId, now: Duration) {
        if self.session.choose_late(choice, self.at(now)).is_ok() {
            self.after_choice();
        }
    }

    /// Milliseconds since the conversation began.
    fn at(&self, now: Duration) -> Option<u64> {
        u64::try_from(now.saturating_sub(self.began).as_millis()).ok()
    }

    /// Updates the attempt after a choice.
    fn after_choice(&mut self) {
        self.met.push(self.session.current_scene().clone());
        self.attempt.record(self.session.transcript().clone());
        self.enter_scene();
    }

    /// Sets what is open on the conversation's screen.
    pub(in crate::app) const fn set_view(&mut self, view: View) {
        self.view = view;
    }

    /// Sets the text in the box for own words.
    pub(in crate::app) fn type_words(&mut self, words: String) {
        self.typed = words;
    }

    /// Saves the own words for the debrief, without empty lines around them, and shows the options.
    pub(in crate::app) fn finish_words(&mut self) {
        self.typed = self.typed.trim().to_owned();
        if !self.typed.is_empty() {
            self.attempt.own_words.insert(self.turn(), self.typed.clone());
        }
        self.words_done = true;
    }

    /// Skips own words this time, and shows the options.
    pub(in crate::app) fn skip_words(&mut self) {
        self.typed.clear();
        self.words_done = true;
    }

    /// Goes back to turn `turn`, which begins a branch of the attempt. The transcript always fits the scenario it was
    /// made with; if a newer version is waiting, what does not fit that is left out.
    pub(in crate::app) fn rewind_to(&mut self, turn: usize) {
        let scenario = self.newer.take().unwrap_or_else(|| self.session.scenario().clone());
        let mut record = self.transcript().clone();
        record.turns.truncate(turn);
        record.ending = None;
        self.session = match &self.rehearsal {
            Some(opening) => self.session.rehearsed(scenario, opening, turn),
            None => Session::replay(scenario, &record).unwrap_or_else(|error| *error.partial),
        };
        self.update_met();
        if self.rehearsal.is_none() {
            self.attempt.rewind(self.turn(), self.session.transcript().clone());
        }
        self.stopped = false;
        self.draft = ReflectionDraft::default();
        self.phase = Phase::Talking;
        self.enter_scene();
    }

    /// Ends the conversation and begins the reflection; a conversation that was not over counts as stopped.
    pub(in crate::app) fn end_conversation(&mut self, now: Timestamp) {
        if let Some(identity) = &mut self.identity {
            identity.ended.get_or_insert(now);
        }
        self.stopped = !self.session.is_over();
        self.phase = Phase::Reflecting;
    }

    /// Sets the unfinished reflection.
    pub(in crate::app) fn write_draft(&mut self, draft: ReflectionDraft) {
        self.draft = draft;
    }

    /// Records the reflection, and goes on to the debrief.
    pub(in crate::app) fn reflect(&mut self) {
        self.attempt.reflection = Some(self.draft.finish());
        self.phase = Phase::Debriefing;
    }

    /// Goes on to the debrief without a reflection.
    pub(in crate::app) fn skip_reflection(&mut self) {
        self.attempt.reflection = None;
        self.phase = Phase::Debriefing;
    }

    /// Sets the notes on the debrief.
    pub(in crate::app) fn write_notes(&mut self, notes: Notes) {
        self.attempt.notes = notes;
    }
}
