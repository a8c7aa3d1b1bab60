//! Takes up attempts that were left, as far as they fit their scenarios now.

use std::path::Path;
use std::sync::Arc;

use crate::attempt::{Attempt, ReflectionDraft};
use crate::scenario::Scenario;
use crate::session::{ReplayError, Session};

use super::database::{Database, DatabaseError};
use super::saved_attempt::{Phase, SavedAttempt};
use super::{PersonId, is_playing};

/// The attempts of a person that can be taken up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// The one left last first, and one a scenario: of two, from two windows, the later.
    pub attempts: Vec<SavedAttempt>,
    /// How many could not be read.
    pub unread: usize,
}

impl Left {
    /// Reads up to `most` of them from the database in `folder`. What another Bedside plays is left to it.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn read(folder: &Path, database: &Database, person: PersonId, most: usize) -> Result<Self, DatabaseError> {
        let found = database.open_attempts(person, most)?;
        let mut left = Self { attempts: Vec::new(), unread: found.damaged };
        for kept in found.attempts {
            if kept.player.is_some_and(|player| is_playing(folder, &player)) {
                continue;
            }
            match SavedAttempt::read(&kept.saved) {
                Ok(saved) if left.at(saved.scenario()).is_none() => left.attempts.push(saved),
                Ok(_) => {}
                Err(_) => left.unread += 1,
            }
        }
        Ok(left)
    }

    /// The one at the scenario with this id.
    #[must_use]
    pub fn at(&self, scenario: &str) -> Option<&SavedAttempt> {
        self.attempts.iter().find(|saved| saved.scenario() == scenario)
    }

    /// What is to be said of those that could not be read, if there are any.
    #[must_use]
    pub fn unread_in_words(&self) -> Option<String> {
        let unread = self.unread;
        (unread > 0).then(|| {
            format!("{unread} of the conversations that were left could not be read. They stay where they are kept.")
        })
    }
}

/// An attempt that is taken up.
#[derive(Clone, Debug)]
pub struct TakenUp {
    /// The pass under way, in the scenario as it is now.
    pub session: Session,
    pub saved: SavedAttempt,
    /// What is to be said where the scenario has changed, and the pass is not where it was left.
    pub told: Option<String>,
}

impl TakenUp {
    /// Takes an attempt up where it was left, or at the last turn that still fits the scenario: the rest is set aside, and
    /// comes back when it fits again.
    #[must_use]
    pub fn of(scenario: Arc<Scenario>, saved: SavedAttempt) -> Self {
        match Session::replay(scenario.clone(), saved.attempt.latest()) {
            Ok(session) => Self::where_it_was(&scenario, session, saved),
            Err(ReplayError { turn, refusal, partial }) => {
                let told = format!(
                    "This scenario has changed since: the road stopped fitting at turn {}: {refusal}. You are back at the \
                     last turn that still fits.",
                    turn + 1
                );
                let mut attempt = saved.attempt;
                attempt.cut_short(partial.transcript().clone());
                let SavedAttempt { format, identity, title, own_words, timers, .. } = saved;
                let saved = SavedAttempt {
                    format,
                    identity,
                    title,
                    own_words,
                    timers,
                    stopped: false,
                    phase: Phase::Talking,
                    typed: String::new(),
                    words_done: false,
                    draft: ReflectionDraft::default(),
                    attempt,
                };
                Self { session: *partial, saved, told: Some(told) }
            }
        }
    }

    fn where_it_was(scenario: &Arc<Scenario>, session: Session, mut saved: SavedAttempt) -> Self {
        saved.attempt.record(session.transcript().clone());
        if let Some(further) = continue_set_aside(&mut saved.attempt, scenario) {
            (saved.stopped, saved.words_done) = (false, false);
            let told = fits_again(further.transcript().turns.len());
            return Self { session: further, saved, told: Some(told) };
        }
        // The first version saved the words alone.
        saved.words_done |= saved.attempt.own_words.contains_key(&session.transcript().turns.len());
        Self { session, saved, told: None }
    }
}

/// Continues the pass that an earlier version of the scenario had cut short, if more of it fits now.
pub fn continue_set_aside(attempt: &mut Attempt, scenario: &Arc<Scenario>) -> Option<Session> {
    let ahead = attempt.ahead()?.transcript.clone();
    let session = Session::replay(scenario.clone(), &ahead).unwrap_or_else(|error| *error.partial);
    if session.transcript().turns.len() <= attempt.latest().turns.len() {
        return None;
    }
    attempt.take_up(session.transcript().clone());
    Some(session)
}

/// What is to be said where a pass fits again up to this turn, from 0.
#[must_use]
pub fn fits_again(turn: usize) -> String {
    format!("The new version is in play, and your road fits again: you are at turn {}.", turn + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::Mode;
    use crate::library::Library;
    use crate::records::saved_attempt::Identity;
    use crate::records::{AttemptId, Timestamp};
    use crate::session::Chance;

    fn played(turns: usize) -> (Arc<Scenario>, SavedAttempt) {
        let scenario = Arc::clone(&Library::open(&[]).entries[0].scenario);
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(3));
        for _ in 0..turns {
            let choice = session.current_scene().offer[0];
            session.choose(choice, Some(1_000)).expect("it is on offer");
        }
        let identity = Identity { id: AttemptId::of([1; 16]), began: Timestamp::UNIX_EPOCH, ended: None };
        (scenario, SavedAttempt::begin(identity, "A title".to_owned(), Mode::Practise, session.transcript().clone()))
    }

    #[test]
    fn an_attempt_is_taken_up_where_it_was_left() {
        let (scenario, mut saved) = played(3);
        saved.phase = Phase::Reflecting;
        saved.draft.clarity = Some(40);
        let taken_up = TakenUp::of(scenario, saved.clone());
        assert_eq!((taken_up.session.transcript(), &taken_up.saved), (&saved.attempt.first, &saved));
        assert_eq!(taken_up.told, None);
    }

    #[test]
    fn what_fits_no_more_is_set_aside_and_continued_once_it_fits_again() {
        let (scenario, whole) = played(3);
        let mut changed = whole.clone();
        changed.attempt.first.turns[2].choice = "no-longer-there".into();
        changed.phase = Phase::Debriefing;
        let mut cut = TakenUp::of(Arc::clone(&scenario), changed);
        assert_eq!((cut.session.transcript().turns.len(), cut.saved.phase), (2, Phase::Talking));
        assert!(cut.told.is_some_and(|told| told.contains("stopped fitting at turn 3: ")));
        let still = TakenUp::of(Arc::clone(&scenario), cut.saved.clone());
        assert_eq!((still.session.transcript().turns.len(), still.told), (2, None), "it does not fit yet");
        cut.saved.attempt.set_aside[0].transcript = whole.attempt.first.clone();
        let again = TakenUp::of(scenario, cut.saved);
        assert_eq!((again.session.transcript(), &again.saved), (&whole.attempt.first, &whole));
        assert!(again.told.is_some_and(|told| told.contains("fits again: you are at turn 4.")));
    }
}
