//! The attempt under way: the session, the record, and what the trainee has open.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::attempt::Attempt;
use crate::debrief::debrief;
use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Chance, CurrentScene, Opening, RoadStep, Session, Transcript};
use crate::ui::conversation::{Authors, Conversation, OwnWords, View};
use crate::ui::library::Played;
use crate::ui::prebrief::Setup;
use crate::ui::reflection::Draft;
use crate::ui::{Settings, retrace};

use super::store::{Phase, Saved};

/// The attempt under way.
#[derive(Resource, Clone, Debug)]
pub(super) struct Play {
    pub(super) session: Session,
    pub(super) attempt: Attempt,
    pub(super) met: Vec<CurrentScene>,
    pub(super) setup: Setup,
    pub(super) view: View,
    /// Own words at this turn: typed so far, and whether they are done.
    pub(super) typed: String,
    pub(super) words_done: bool,
    /// What is said so far before the scores.
    pub(super) draft: Draft,
    pub(super) stopped: bool,
    pub(super) phase: Phase,
    /// The file that the scenario was read from, if it was.
    pub(super) file: Option<PathBuf>,
    /// Where a rehearsal begins; `None` in an attempt.
    pub(super) rehearses: Option<Opening>,
    /// A newer version of the scenario, to be played from the next rewinding on.
    newer: Option<Arc<Scenario>>,
    /// When the conversation began, by the app's clock.
    began: Duration,
    timer: Option<Timed>,
}

impl Play {
    /// Begins an attempt.
    pub(super) fn begin(scenario: Arc<Scenario>, seed: u64, setup: Setup, now: Duration) -> Self {
        let session = Session::begin(scenario, Chance::from_seed(seed));
        let attempt = Attempt::begin(setup.mode, session.transcript().clone());
        Self::with(session, attempt, setup, now)
    }

    /// Begins a rehearsal: a conversation from the middle that is no attempt and is never kept.
    pub(super) fn rehearse(scenario: Arc<Scenario>, seed: u64, opening: Opening, setup: Setup, now: Duration) -> Self {
        let session = Session::begin_at(scenario, Chance::from_seed(seed), &opening);
        let attempt = Attempt::begin(setup.mode, session.transcript().clone());
        let met = vec![session.current_scene().clone()];
        let mut play = Self::with(session, attempt, setup, now);
        (play.met, play.rehearses) = (met, Some(opening));
        play
    }

    fn with(session: Session, attempt: Attempt, setup: Setup, now: Duration) -> Self {
        let met = retrace(session.scenario(), session.transcript());
        let began = now.saturating_sub(Duration::from_millis(
            session.transcript().turns.last().and_then(|turn| turn.at).unwrap_or(0),
        ));
        let mut play = Self {
            session,
            attempt,
            met,
            setup,
            view: View::default(),
            typed: String::new(),
            words_done: false,
            draft: Draft::default(),
            stopped: false,
            phase: Phase::Talking,
            file: None,
            rehearses: None,
            newer: None,
            began,
            timer: None,
        };
        play.enter();
        play
    }

    /// Takes up a kept attempt; says so where the scenario has changed and not all of it fits any more.
    pub(super) fn resume(scenario: Arc<Scenario>, saved: Saved, now: Duration) -> (Self, Option<String>) {
        let setup = Setup { mode: saved.mode(), own_words: saved.own_words, timers: saved.timers };
        let mut attempt = saved.attempt;
        let (session, trouble) = match Session::replay(scenario.clone(), attempt.latest()) {
            Ok(session) => {
                attempt.record(session.transcript().clone());
                (session, None)
            }
            Err(error) => {
                attempt.cut_short(error.partial.transcript().clone());
                let told = format!(
                    "This scenario has changed since: the road stopped fitting at {error}. You are back at the last \
                     turn that still fits.",
                );
                (*error.partial, Some(told))
            }
        };
        let changed = trouble.is_some();
        let mut play = Self::with(session, attempt, setup, now);
        if !changed {
            play.stopped = saved.stopped;
            play.phase = saved.phase;
            play.typed = saved.typed;
            play.words_done = play.attempt.own_words.contains_key(&play.turn());
            play.draft = saved.draft;
        }
        let further = if changed { None } else { play.take_up(&scenario) };
        let trouble = trouble.or_else(|| further.map(|further| further.told(play.transcript())));
        (play, trouble)
    }

    /// The attempt as it is kept.
    pub(super) fn saved(&self) -> Saved {
        Saved {
            title: self.session.scenario().title.clone(),
            own_words: self.setup.own_words,
            timers: self.setup.timers,
            stopped: self.stopped,
            phase: self.phase,
            typed: self.typed.clone(),
            draft: self.draft.clone(),
            attempt: self.attempt.clone(),
        }
    }

    /// Whether `scenario` is the version that is played, or the newer one that waits.
    pub(super) fn knows(&self, scenario: &Arc<Scenario>) -> bool {
        let newest = self.newer.as_ref().unwrap_or_else(|| self.session.scenario());
        Arc::ptr_eq(newest, scenario) || newest.hash == scenario.hash
    }

    /// The turn that comes next, from 0.
    pub(super) fn turn(&self) -> usize {
        self.session.transcript().turns.len()
    }

    /// Takes an option. One that is not on offer is not taken, and nothing changes.
    pub(super) fn choose(&mut self, choice: ChoiceId, late: bool, now: Duration) {
        let at = u64::try_from(now.saturating_sub(self.began).as_millis()).ok();
        let id = self.session.scenario().choice(choice).id.clone();
        if self.session.follow(&RoadStep { late, ..RoadStep::choose(id) }, at).is_ok() {
            self.met.push(self.session.current_scene().clone());
            self.attempt.record(self.session.transcript().clone());
            self.enter();
        }
    }

    /// Goes back to turn `turn`, which begins a branch of the attempt. The record that was just
    /// made always fits its own scenario; of a newer version, what does not fit is left out.
    pub(super) fn rewind_to(&mut self, turn: usize) {
        let scenario = self.newer.take().unwrap_or_else(|| self.session.scenario().clone());
        let mut record = self.transcript().clone();
        record.turns.truncate(turn);
        record.ending = None;
        self.session = match &self.rehearses {
            Some(opening) => self.session.rehearsed(scenario, opening, turn),
            None => Session::replay(scenario, &record).unwrap_or_else(|error| *error.partial),
        };
        self.retrace();
        if self.rehearses.is_none() {
            self.attempt.branch(self.turn(), self.session.transcript().clone());
        }
        self.stopped = false;
        self.draft = Draft::default();
        self.phase = Phase::Talking;
        self.enter();
    }

    /// Keeps own words for the debrief, and shows the options.
    pub(super) fn keep_words(&mut self) {
        let words = self.typed.trim();
        if !words.is_empty() {
            self.attempt.own_words.insert(self.turn(), words.to_owned());
        }
        self.words_done = true;
    }

    /// The scenes met so far, in the version of the scenario that is played.
    fn retrace(&mut self) {
        self.met = match &self.rehearses {
            None => retrace(self.session.scenario(), self.session.transcript()),
            Some(opening) => {
                let before = |turn| self.session.rehearsed(self.session.scenario().clone(), opening, turn);
                (0..=self.turn()).map(|turn| before(turn).current_scene().clone()).collect()
            }
        };
    }

    /// A new scene begins with nothing open.
    fn enter(&mut self) {
        self.view = View::default();
        self.typed.clear();
        self.words_done = false;
        self.timer = self.timer_of_scene();
    }

    /// What the conversation's screen shows.
    pub(super) fn conversation(&self, settings: Settings, authored: bool) -> Conversation<'_> {
        let own_words = if self.session.is_over() || self.stopped || !self.setup.own_words {
            OwnWords::Off
        } else if self.words_done {
            OwnWords::Done(&self.typed)
        } else {
            OwnWords::Typing(&self.typed)
        };
        let mut model = Conversation {
            session: &self.session,
            met: &self.met,
            mode: self.setup.mode,
            meter: settings.meter,
            aloud: settings.aloud,
            own_words,
            earlier_words: &self.attempt.own_words,
            time: None,
            stopped: self.stopped,
            authors: match (&self.rehearses, authored) {
                (Some(_), _) => Authors::Rehearsal,
                (None, true) => Authors::View,
                (None, false) => Authors::Nothing,
            },
            view: self.view,
        };
        let paused = model.holds_timer();
        model.time = self.timer.map(|timer| timer.shown(paused));
        model
    }

    /// What is known of playing this scenario, with this time added to what was known `before`. Second tries do not
    /// count, nor does a conversation that never began.
    pub(super) fn played(&self, before: Played) -> Option<Played> {
        if self.again_from().is_some() || self.turn() == 0 {
            return None;
        }
        debrief(self.session.scenario(), self.transcript(), None).ok().map(|debrief| before.again(debrief.band))
    }

    /// The record of the pass under way.
    pub(super) fn transcript(&self) -> &Transcript {
        self.session.transcript()
    }

    /// Own words by turn.
    pub(super) const fn own_words(&self) -> &BTreeMap<usize, String> {
        &self.attempt.own_words
    }

    /// The turn that the pass under way was rewound to, where it is a second try.
    pub(super) fn again_from(&self) -> Option<usize> {
        self.attempt.branches.last().map(|branch| branch.from)
    }
}

mod reload;
mod timer;

pub(super) use reload::Reloaded;
use timer::Timed;

#[cfg(test)]
mod tests;
