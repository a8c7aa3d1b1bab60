//! What the trainee does in an attempt.

use std::time::Duration;

use crate::attempt::Notes;
use crate::scenario::ChoiceId;
use crate::session::Session;
use crate::ui::conversation::View;
use crate::ui::reflection::Draft;

use super::super::saved_attempt::Phase;
use super::Play;

impl Play {
    /// Takes an option. One that is not on offer is not taken, and nothing changes.
    pub(in crate::app) fn choose(&mut self, choice: ChoiceId, now: Duration) {
        if self.session.choose(choice, self.at(now)).is_ok() {
            self.after_choice();
        }
    }

    /// Takes the option that is taken when time is up.
    pub(super) fn choose_late(&mut self, choice: ChoiceId, now: Duration) {
        if self.session.choose_late(choice, self.at(now)).is_ok() {
            self.after_choice();
        }
    }

    /// Milliseconds since the conversation began.
    fn at(&self, now: Duration) -> Option<u64> {
        u64::try_from(now.saturating_sub(self.began).as_millis()).ok()
    }

    /// An option has been taken.
    fn after_choice(&mut self) {
        self.met.push(self.session.current_scene().clone());
        self.attempt.record(self.session.transcript().clone());
        self.enter_scene();
    }

    /// Opens and closes what lies on the conversation's screen.
    pub(in crate::app) const fn set_view(&mut self, view: View) {
        self.view = view;
    }

    /// Own words, as typed so far.
    pub(in crate::app) fn type_words(&mut self, words: String) {
        self.typed = words;
    }

    /// Keeps own words for the debrief, and shows the options.
    pub(in crate::app) fn finish_words(&mut self) {
        let words = self.typed.trim();
        if !words.is_empty() {
            self.attempt.own_words.insert(self.turn(), words.to_owned());
        }
        self.words_done = true;
    }

    /// Leaves own words out this time, and shows the options.
    pub(in crate::app) fn skip_words(&mut self) {
        self.typed.clear();
        self.words_done = true;
    }

    /// Goes back to turn `turn`, which begins a branch of the attempt. The record that was just
    /// made always fits its own scenario; of a newer version, what does not fit is left out.
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
            self.attempt.branch(self.turn(), self.session.transcript().clone());
        }
        self.stopped = false;
        self.draft = Draft::default();
        self.phase = Phase::Talking;
        self.enter_scene();
    }

    /// Leaves the conversation for the reflection; one that is not over is stopped.
    pub(in crate::app) fn end_conversation(&mut self) {
        self.stopped = !self.session.is_over();
        self.phase = Phase::Reflecting;
    }

    /// What is said so far before the scores.
    pub(in crate::app) fn write_draft(&mut self, draft: Draft) {
        self.draft = draft;
    }

    /// Keeps what was said before the scores, and goes on to them.
    pub(in crate::app) fn reflect(&mut self) {
        self.attempt.reflection = Some(self.draft.finish());
        self.phase = Phase::Debriefing;
    }

    /// Goes on to the scores without a word.
    pub(in crate::app) fn skip_reflection(&mut self) {
        self.attempt.reflection = None;
        self.phase = Phase::Debriefing;
    }

    /// What is noted on the debrief.
    pub(in crate::app) fn write_notes(&mut self, notes: Notes) {
        self.attempt.notes = notes;
    }
}
