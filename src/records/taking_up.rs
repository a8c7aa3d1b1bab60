//! Takes up attempts that were left, as far as they fit their scenarios now.

use std::path::Path;
use std::sync::Arc;

use crate::attempt::Attempt;
use crate::scenario::Scenario;
use crate::session::Session;

use super::database::{Database, DatabaseError};
use super::saved_attempt::SavedAttempt;
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
    pub attempt: Attempt,
    /// What is to be said where the scenario has changed and not all of the pass fits it any more. The rest is set aside.
    pub stopped_fitting: Option<String>,
}

impl TakenUp {
    /// Takes an attempt up where its pass under way was left, or at the last turn that still fits.
    #[must_use]
    pub fn of(scenario: Arc<Scenario>, mut attempt: Attempt) -> Self {
        match Session::replay(scenario, attempt.latest()) {
            Ok(session) => {
                attempt.record(session.transcript().clone());
                Self { session, attempt, stopped_fitting: None }
            }
            Err(error) => {
                attempt.cut_short(error.partial.transcript().clone());
                let told = format!(
                    "This scenario has changed since: the road stopped fitting at {error}. You are back at the last \
                     turn that still fits.",
                );
                Self { session: *error.partial, attempt, stopped_fitting: Some(told) }
            }
        }
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
    use crate::session::Chance;

    fn played(turns: usize) -> (Arc<Scenario>, Attempt) {
        let scenario = Arc::clone(&Library::open(&[]).entries[0].scenario);
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(3));
        for _ in 0..turns {
            let choice = session.current_scene().offer[0];
            session.choose(choice, Some(1_000)).expect("it is on offer");
        }
        (scenario, Attempt::begin(Mode::Practise, session.transcript().clone()))
    }

    #[test]
    fn an_attempt_is_taken_up_where_it_was_left() {
        let (scenario, attempt) = played(3);
        let taken_up = TakenUp::of(scenario, attempt.clone());
        assert_eq!((taken_up.session.transcript(), &taken_up.attempt), (&attempt.first, &attempt));
        assert_eq!(taken_up.stopped_fitting, None);
    }

    #[test]
    fn what_fits_no_more_is_set_aside_and_continued_once_it_fits_again() {
        let (scenario, whole) = played(3);
        let mut attempt = whole.clone();
        attempt.first.turns[2].choice = "no-longer-there".into();
        let mut taken_up = TakenUp::of(Arc::clone(&scenario), attempt);
        assert_eq!(taken_up.session.transcript().turns.len(), 2);
        assert!(taken_up.stopped_fitting.is_some_and(|told| told.contains("stopped fitting at turn 3")));
        assert!(continue_set_aside(&mut taken_up.attempt, &scenario).is_none(), "it does not fit yet");
        taken_up.attempt.set_aside[0].transcript = whole.first.clone();
        let again = continue_set_aside(&mut taken_up.attempt, &scenario).expect("it fits again");
        assert_eq!((again.transcript(), &taken_up.attempt), (&whole.first, &whole));
    }
}
