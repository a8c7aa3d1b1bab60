//! Loads a new version of the scenario into a conversation, at the same point if the same choices lead there.

use std::sync::Arc;

use crate::records::saved_attempt::Phase;
use crate::records::taking_up::{continue_set_aside, fits_again};
use crate::scenario::Scenario;
use crate::session::{ReplayError, Session, Transcript};

use super::Play;

/// What a new version of the scenario did to the conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Reloaded {
    /// Nothing: the conversation is over, and its debrief is about the version that was played.
    Unaffected,
    /// It is at the same point.
    SamePoint,
    /// It is further on: a road that an earlier version had cut short fits again.
    Further {
        /// The index of the next turn.
        turn: usize,
    },
    /// It went back to the last turn that fits. The rest is set aside, not lost.
    StoppedFitting {
        /// The index of the turn that does not fit.
        turn: usize,
        /// Why, in words for the author.
        why: String,
    },
}

impl Play {
    /// Brings the conversation to the same point of a new version of its scenario, or as near as the same choices lead.
    pub(in crate::app) fn reload(&mut self, scenario: Arc<Scenario>) -> Reloaded {
        if self.phase != Phase::Talking {
            self.newer = Some(scenario);
            return Reloaded::Unaffected;
        }
        if self.rehearsal.is_some() {
            return self.reload_rehearsal(scenario);
        }
        if let Some(further) = self.continue_set_aside(&scenario) {
            return further;
        }
        match Session::replay(scenario, self.transcript()) {
            Ok(session) => {
                self.attempt.record(session.transcript().clone());
                self.replace_session(session, true);
                Reloaded::SamePoint
            }
            Err(ReplayError { turn, refusal, partial }) => {
                self.attempt.cut_short(partial.transcript().clone());
                self.replace_session(*partial, false);
                Reloaded::StoppedFitting { turn, why: refusal.to_string() }
            }
        }
    }

    /// Continues a road that an earlier version had cut short, if more of it fits now.
    fn continue_set_aside(&mut self, scenario: &Arc<Scenario>) -> Option<Reloaded> {
        let session = continue_set_aside(&mut self.attempt, scenario)?;
        let turn = session.transcript().turns.len();
        self.replace_session(session, false);
        Some(Reloaded::Further { turn })
    }

    /// A rehearsal begins again in the scene with the same id; if there is none, it keeps its version.
    fn reload_rehearsal(&mut self, scenario: Arc<Scenario>) -> Reloaded {
        let Some(opening) = &self.rehearsal else { return Reloaded::Unaffected };
        let name = |scene| self.session.scenario().scene(scene).id.as_str();
        let Some(scene) = scenario.find_scene(name(opening.scene)) else { return Reloaded::Unaffected };
        let opening = opening.in_version(self.session.scenario(), &scenario, scene);
        let before = self.turn();
        let session = self.session.rehearsed(scenario, &opening, before);
        let turn = session.transcript().turns.len();
        self.rehearsal = Some(opening);
        self.replace_session(session, turn == before);
        if turn == before {
            return Reloaded::SamePoint;
        }
        Reloaded::StoppedFitting { turn, why: "the choice taken there is not on offer any more".to_owned() }
    }

    /// Replaces the session. At the same point, what is open and typed stays.
    fn replace_session(&mut self, session: Session, same_point: bool) {
        let (before, view, typed) = (self.timer_before(), self.view, std::mem::take(&mut self.typed));
        let words_done = self.words_done;
        self.session = session;
        self.update_met();
        self.stopped &= same_point;
        self.enter_scene();
        if same_point {
            (self.view, self.typed, self.words_done) = (view, typed, words_done);
            self.keep_time(before);
        } else if !typed.is_empty() && self.typed.is_empty() {
            self.typed = typed;
        }
    }

    /// The id of the choice that the timer would take, and the timer.
    fn timer_before(&self) -> Option<(String, super::Timer)> {
        let timer = self.timer?;
        Some((self.session.scenario().choice(timer.choice).id.to_string(), timer))
    }

    /// If the same timer runs in the new version, it continues with the time that was left.
    fn keep_time(&mut self, before: Option<(String, super::Timer)>) {
        let Some((choice, before)) = before else { return };
        let scenario = self.session.scenario();
        if let Some(timer) = &mut self.timer
            && scenario.choice(timer.choice).id == choice
        {
            (timer.of, timer.left, timer.begun) = (before.of, before.left, before.begun);
        }
    }
}

impl Reloaded {
    /// The message for the author.
    pub(in crate::app) fn message(&self, transcript: &Transcript) -> String {
        let next = transcript.turns.len() + 1;
        match self {
            Self::Unaffected => {
                "The new version is read. What was played before stays with the version it was played in.".to_owned()
            }
            Self::SamePoint => format!("The new version is in play. You are at the same point, turn {next}."),
            Self::Further { turn } => fits_again(*turn),
            Self::StoppedFitting { turn, why } => format!(
                "The road stopped fitting at turn {}: {why}. You are back at turn {next}; what lay beyond is set \
                 aside and comes back when it fits again.",
                turn + 1
            ),
        }
    }
}
