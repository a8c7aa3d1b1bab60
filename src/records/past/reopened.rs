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
