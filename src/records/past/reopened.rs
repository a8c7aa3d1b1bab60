//! A debrief opened again: by what is kept, and without changing it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::attempt::{Attempt, Mode, Notes, Pass, Reflection};
use crate::debrief::{Debrief, TranscriptMismatch, debrief};
use crate::scenario::Scenario;
use crate::session::{Session, Transcript};

/// What is said of an attempt that was played with other behaviours and weights than there are now.
pub const OTHER_RUBRIC: &str =
    "It was played with another version of the behaviours and their weights; the scores are by today's.";

/// What is said where a pass cannot be played through any more.
const NO_OTHER_ROADS: &str =
    "By today's rules this road cannot be taken any more, so where other choices lead is left out.";

/// The debrief of a pass, with all that stood beside it on the day.
#[derive(Clone, Debug)]
pub struct Reopened {
    pub scenario: Arc<Scenario>,
    pub transcript: Transcript,
    /// The pass played through again; `None` where today's rules refuse a turn of it.
    pub session: Option<Session>,
    pub debrief: Debrief,
    pub mode: Mode,
    /// The turn that the pass was rewound to, from 0; `None` for the first.
    pub again_from: Option<usize>,
    pub own_words: BTreeMap<usize, String>,
    pub reflection: Option<Reflection>,
    pub notes: Notes,
    /// What has to be said beforehand, as sentences.
    pub told: Vec<&'static str>,
}

impl Reopened {
    /// Opens the debrief of one of the attempt's passes, by the text that it was played with.
    ///
    /// # Errors
    /// Where the pass names what the scenario does not have.
    pub fn of(scenario: &Arc<Scenario>, attempt: &Attempt, pass: &Pass<'_>) -> Result<Self, TranscriptMismatch> {
        let transcript = pass.transcript;
        let debrief = debrief(scenario, transcript)?;
        let session = Session::replay(Arc::clone(scenario), transcript).ok();
        let session = session.filter(|session| session.transcript().turns.len() == transcript.turns.len());
        let other_rubric = (transcript.rubric_hash != scenario.rubric.hash).then_some(OTHER_RUBRIC);
        let told = other_rubric.into_iter().chain(session.is_none().then_some(NO_OTHER_ROADS)).collect();
        Ok(Self {
            scenario: Arc::clone(scenario),
            transcript: transcript.clone(),
            session,
            debrief,
            mode: attempt.mode,
            again_from: pass.from,
            own_words: pass.own_words.clone(),
            reflection: pass.reflection.cloned(),
            notes: attempt.notes.clone(),
            told,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::ReflectionDraft;
    use crate::hash::ContentHash;
    use crate::records::samples::shipped;
    use crate::records::saved_attempt::{Identity, Phase, SavedAttempt};
    use crate::records::{AttemptId, Timestamp};
    use crate::session::Chance;

    /// Plays on, always taking the option at a place.
    fn play_on(session: &mut Session, place: usize) {
        while let Some(&last) = session.current_scene().offer.last() {
            let choice = session.current_scene().offer.get(place).copied().unwrap_or(last);
            session.choose(choice, Some(1_000)).expect("it is on offer");
        }
    }

    fn reflected(feeling: &str) -> Reflection {
        ReflectionDraft { feeling: feeling.to_owned(), ..ReflectionDraft::default() }.finish()
    }

    /// A conversation that was played to its end, and again from its second turn, with words at both.
    fn twice() -> (Arc<Scenario>, SavedAttempt) {
        let scenario = Arc::clone(&shipped()[0]);
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(3));
        play_on(&mut session, 0);
        let mut attempt = Attempt::begin(Mode::Practise, session.transcript().clone());
        attempt.own_words = BTreeMap::from([(0, "Good evening.".to_owned()), (1, "Oh.".to_owned())]);
        attempt.reflection = Some(reflected("tense"));
        let mut session = session.rewound(1).expect("it fits");
        attempt.rewind(1, session.transcript().clone());
        assert_eq!(attempt.reflection, None, "nothing is said of the pass under way");
        play_on(&mut session, 1);
        attempt.record(session.transcript().clone());
        attempt.own_words.insert(1, "I see.".to_owned());
        attempt.reflection = Some(reflected("better"));
        let identity = Identity { id: AttemptId::of([1; 16]), began: Timestamp::UNIX_EPOCH, ended: None };
        let first = attempt.first.clone();
        let begun = SavedAttempt::begin(identity, scenario.title.clone(), Mode::Practise, first);
        (scenario, SavedAttempt { phase: Phase::Debriefing, attempt, ..begun })
    }

    #[test]
    fn each_pass_is_opened_again_with_what_was_said_in_it_and_of_it() {
        let (scenario, saved) = twice();
        let text = serde_json::to_string(&saved).expect("plain data");
        let saved = SavedAttempt::read(&text).expect("as it was written");
        let passes = saved.passes_over();
        let opened: Vec<Reopened> =
            passes.iter().map(|pass| Reopened::of(&scenario, &saved.attempt, pass).expect("it fits")).collect();
        let said = |pass: &Reopened| (pass.reflection.clone().map(|said| said.feeling), pass.own_words[&1].clone());
        assert_eq!(
            opened.iter().map(said).collect::<Vec<_>>(),
            [(Some("tense".to_owned()), "Oh.".to_owned()), (Some("better".to_owned()), "I see.".to_owned())]
        );
        assert_eq!((opened[0].again_from, opened[1].again_from), (None, Some(1)));
        assert!(opened.iter().all(|pass| pass.own_words[&0] == "Good evening." && pass.told.is_empty()));
        assert_ne!(opened[0].debrief, opened[1].debrief);
        let session = opened[1].session.as_ref().expect("it can be played");
        assert_eq!(session.transcript(), saved.attempt.latest());
    }

    #[test]
    fn what_a_pass_came_to_is_told_with_what_was_said_of_the_first() {
        let (scenario, saved) = twice();
        let saved =
            SavedAttempt { identity: Identity { ended: Some(Timestamp::UNIX_EPOCH), ..saved.identity }, ..saved };
        let outcome = saved.outcome(crate::records::PersonId::of([1; 16]), &scenario).expect("it is over");
        assert_eq!(outcome.reflection.map(|said| said.feeling).as_deref(), Some("tense"));
        assert_eq!(outcome.own_words[&1], "Oh.");
    }

    #[test]
    fn a_pass_that_is_under_way_is_not_opened_and_one_before_it_is() {
        let (_, saved) = twice();
        let talking = SavedAttempt { phase: Phase::Talking, ..saved.clone() };
        assert_eq!((saved.passes_over().len(), talking.passes_over().len()), (2, 1));
        assert_eq!(talking.passes_over()[0].from, None);
    }

    #[test]
    fn other_weights_are_told_of_and_a_road_that_today_refuses_has_its_debrief_without_other_roads() {
        let (scenario, mut saved) = twice();
        saved.attempt.first.rubric_hash = ContentHash::of(["other weights"]);
        // What chance drew on the day cannot be drawn any more.
        let turns = &mut saved.attempt.first.turns;
        let last = turns.len() - 1;
        turns.swap(0, last);
        let passes = saved.attempt.passes();
        let opened = Reopened::of(&scenario, &saved.attempt, &passes[0]).expect("its names are known");
        assert_eq!((opened.told, opened.session.is_none()), (vec![OTHER_RUBRIC, NO_OTHER_ROADS], true));
        saved.attempt.first.turns[0].scene = "gone".into();
        let passes = saved.attempt.passes();
        assert!(Reopened::of(&scenario, &saved.attempt, &passes[0]).is_err());
    }
}
