//! What the screens show of an attempt.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::attempt::{Mode, Notes, Reflection, ReflectionDraft};
use crate::debrief::debrief;
use crate::records::saved_attempt::Phase;
use crate::records::{Outcome, PersonId};
use crate::scenario::Scenario;
use crate::session::{CurrentScene, Session, Transcript};
use crate::ui::Settings;
use crate::ui::conversation::{AuthorAccess, Conversation, Overlay, OwnWords, Saving};
use crate::ui::library::Played;

use super::Play;

/// What is on the conversation's screen: another moment has other things to press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Moment {
    scene_number: u64,
    overlay: Overlay,
    words_done: bool,
}

impl Play {
    /// The scenario in the version being played.
    pub(in crate::app) const fn scenario(&self) -> &Arc<Scenario> {
        self.session.scenario()
    }

    pub(in crate::app) const fn session(&self) -> &Session {
        &self.session
    }

    /// The transcript of the current pass.
    pub(in crate::app) const fn transcript(&self) -> &Transcript {
        self.session.transcript()
    }

    pub(in crate::app) fn met(&self) -> &[CurrentScene] {
        &self.met
    }

    /// The index of the next turn.
    pub(in crate::app) fn turn(&self) -> usize {
        self.session.transcript().turns.len()
    }

    /// Tells the scene that is open from every other that has been open in this attempt.
    pub(in crate::app) const fn scene_number(&self) -> u64 {
        self.scene_number
    }

    /// What is on the conversation's screen.
    pub(in crate::app) const fn moment(&self) -> Moment {
        Moment { scene_number: self.scene_number, overlay: self.view.overlay, words_done: self.words_done }
    }

    /// If the current pass is a second try, the turn that was rewound to.
    pub(in crate::app) fn again_from(&self) -> Option<usize> {
        self.attempt.later.last().map(|pass| pass.from)
    }

    pub(in crate::app) const fn mode(&self) -> Mode {
        self.setup.mode
    }

    pub(in crate::app) const fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the trainee has stopped the conversation.
    pub(in crate::app) const fn is_stopped(&self) -> bool {
        self.stopped
    }

    pub(in crate::app) const fn is_rehearsal(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// The trainee's own words, by turn.
    pub(in crate::app) const fn own_words(&self) -> &BTreeMap<usize, String> {
        &self.attempt.own_words
    }

    /// The unfinished reflection.
    pub(in crate::app) const fn draft(&self) -> &ReflectionDraft {
        &self.draft
    }

    pub(in crate::app) const fn reflection(&self) -> Option<&Reflection> {
        self.attempt.reflection.as_ref()
    }

    /// The notes on the debrief.
    pub(in crate::app) const fn notes(&self) -> &Notes {
        &self.attempt.notes
    }

    /// The model of the conversation's screen.
    pub(in crate::app) fn conversation(&self, settings: Settings, authored: bool) -> Conversation<'_> {
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
            saving: Saving::default(),
            stopped: self.stopped,
            author_access: match (&self.rehearsal, authored) {
                (Some(_), _) => AuthorAccess::Rehearsal,
                (None, true) => AuthorAccess::View,
                (None, false) => AuthorAccess::Nothing,
            },
            view: self.view,
        };
        let pauses = model.pauses_timer();
        model.time = self.timer.map(|timer| timer.time_left(pauses));
        model
    }

    /// What the attempt came to, once it is debriefed; `None` before, in a rehearsal, and of a conversation without a turn.
    pub(in crate::app) fn outcome(&self, person: PersonId) -> Option<Outcome> {
        self.saved()?.outcome(person, self.session.scenario())
    }

    /// The results of playing this scenario, this conversation added to those `before`. Second tries do not count, nor
    /// does a conversation without a turn.
    pub(in crate::app) fn played(&self, before: Played) -> Option<Played> {
        if self.again_from().is_some() || self.turn() == 0 {
            return None;
        }
        debrief(self.session.scenario(), self.transcript()).ok().map(|debrief| before.again(debrief.band))
    }
}
