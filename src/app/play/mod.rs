//! The attempt under way: the session, the transcript, and what the trainee has open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::attempt::{Attempt, ReflectionDraft};
use crate::records::saved_attempt::{FORMAT, Identity, Phase, SavedAttempt};
use crate::records::taking_up::TakenUp;
use crate::scenario::Scenario;
use crate::session::{Chance, CurrentScene, Opening, Session};
use crate::ui::conversation::View;
use crate::ui::prebrief::Setup;
use crate::ui::scenes_met;

mod actions;
mod reload;
mod timer;
mod view_model;

pub(super) use reload::Reloaded;
use timer::Timer;
pub(super) use timer::{Attention, TimerState};
pub(super) use view_model::Moment;

#[cfg(test)]
mod saving_tests;
#[cfg(test)]
pub(super) mod tests;

/// The attempt under way.
#[derive(Resource, Clone, Debug)]
pub(super) struct Play {
    session: Session,
    attempt: Attempt,
    /// `None` in a rehearsal, which is no attempt.
    identity: Option<Identity>,
    /// The scenes shown so far.
    met: Vec<CurrentScene>,
    setup: Setup,
    view: View,
    /// Own words at this turn: the text so far, and whether it is finished.
    typed: String,
    words_done: bool,
    /// The unfinished reflection.
    draft: ReflectionDraft,
    stopped: bool,
    phase: Phase,
    /// The file that the scenario was read from, if any.
    file: Option<PathBuf>,
    /// Where the rehearsal begins; `None` in an attempt.
    rehearsal: Option<Opening>,
    /// A newer version of the scenario, to be played after the next rewinding.
    newer: Option<Arc<Scenario>>,
    /// When the conversation began, by the app's clock.
    began: Duration,
    timer: Option<Timer>,
    /// How many scenes have been entered, those after a rewinding included.
    scene_number: u64,
}

impl Play {
    /// Begins an attempt.
    pub(super) fn begin(scenario: Arc<Scenario>, seed: u64, setup: Setup, identity: Identity, now: Duration) -> Self {
        let session = Session::begin(scenario, Chance::from_seed(seed));
        let attempt = Attempt::begin(setup.mode, session.transcript().clone());
        Self { identity: Some(identity), ..Self::with(session, attempt, setup, now) }
    }

    /// Begins a rehearsal: a conversation from the middle that is no attempt and is never saved.
    pub(super) fn rehearse(scenario: Arc<Scenario>, seed: u64, opening: Opening, setup: Setup, now: Duration) -> Self {
        let session = Session::begin_at(scenario, Chance::from_seed(seed), &opening);
        let attempt = Attempt::begin(setup.mode, session.transcript().clone());
        let met = vec![session.current_scene().clone()];
        let mut play = Self::with(session, attempt, setup, now);
        (play.met, play.rehearsal) = (met, Some(opening));
        play
    }

    fn with(session: Session, attempt: Attempt, setup: Setup, now: Duration) -> Self {
        let met = scenes_met(session.scenario(), session.transcript());
        let began = now.saturating_sub(Duration::from_millis(
            session.transcript().turns.last().and_then(|turn| turn.at).unwrap_or(0),
        ));
        let mut play = Self {
            session,
            attempt,
            identity: None,
            met,
            setup,
            view: View::default(),
            typed: String::new(),
            words_done: false,
            draft: ReflectionDraft::default(),
            stopped: false,
            phase: Phase::Talking,
            file: None,
            rehearsal: None,
            newer: None,
            began,
            timer: None,
            scene_number: 0,
        };
        play.enter_scene();
        play
    }

    /// Sets the file that the scenario was read from, if any.
    pub(super) fn with_file(self, file: Option<PathBuf>) -> Self {
        Self { file, ..self }
    }

    /// Resumes a saved attempt. Returns a message if the scenario has changed and not all of the attempt fits it any
    /// more.
    pub(super) fn resume(scenario: Arc<Scenario>, saved: SavedAttempt, now: Duration) -> (Self, Option<String>) {
        let TakenUp { session, saved, told } = TakenUp::of(scenario, saved);
        let setup = Setup { mode: saved.mode(), own_words: saved.own_words, timers: saved.timers };
        let mut play = Self::with(session, saved.attempt, setup, now);
        play.identity = Some(saved.identity);
        play.stopped = saved.stopped;
        play.phase = saved.phase;
        play.typed = saved.typed;
        play.words_done = saved.words_done;
        play.draft = saved.draft;
        (play, told)
    }

    /// The attempt as it is saved; `None` in a rehearsal, which is no attempt.
    pub(super) fn saved(&self) -> Option<SavedAttempt> {
        self.identity.map(|identity| SavedAttempt {
            format: FORMAT,
            identity,
            title: self.session.scenario().title.clone(),
            own_words: self.setup.own_words,
            timers: self.setup.timers,
            stopped: self.stopped,
            phase: self.phase,
            typed: self.typed.clone(),
            words_done: self.words_done,
            draft: self.draft.clone(),
            attempt: self.attempt.clone(),
        })
    }

    /// Whether `scenario` is the version being played, or the newer one that is waiting.
    pub(super) fn has_version(&self, scenario: &Arc<Scenario>) -> bool {
        let newest = self.newer.as_ref().unwrap_or_else(|| self.session.scenario());
        Arc::ptr_eq(newest, scenario) || newest.hash == scenario.hash
    }

    /// The file that the scenario was read from, if any.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Sets the file that the scenario is now read from.
    pub(super) fn set_file(&mut self, file: PathBuf) {
        self.file = Some(file);
    }

    /// Recalculates the scenes shown so far from the version being played.
    fn update_met(&mut self) {
        self.met = match &self.rehearsal {
            None => scenes_met(self.session.scenario(), self.session.transcript()),
            Some(opening) => {
                let before = |turn| self.session.rehearsed(self.session.scenario().clone(), opening, turn);
                (0..=self.turn()).map(|turn| before(turn).current_scene().clone()).collect()
            }
        };
    }

    /// Begins a scene with nothing open and nothing typed.
    fn enter_scene(&mut self) {
        self.view = View::default();
        self.typed.clear();
        self.words_done = false;
        self.timer = self.timer_of_scene();
        self.scene_number += 1;
    }
}
