//! What came back after each turn, as it was told and said: worked out anew from the record, whose choices, feelings and
//! seed decide every wording.

use serde::Serialize;

use crate::scenario::{Scenario, Speaker};
use crate::session::{CurrentScene, ShownPassage, SpokenLine};

/// What came back after a turn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The answer to the choice, in the order told and said; empty where it has none.
    pub answer: Vec<Heard>,
    /// What came first on entering the next scene: the patient's first line, else that of anyone, else the narration.
    pub then: Option<Heard>,
}

/// A text that the trainee met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heard {
    /// What the speaker is called; `None` for narration.
    pub speaker: Option<String>,
    /// Whether the patient speaks.
    pub by_patient: bool,
    pub words: String,
}

/// The reply to a turn, from what followed it.
pub(super) fn reply(scenario: &Scenario, followed: &CurrentScene) -> Reply {
    Reply { answer: heard(scenario, &followed.answer).collect(), then: first(scenario, &followed.arrival) }
}

/// What a passage tells and says, in order.
pub(crate) fn heard(scenario: &Scenario, passage: &ShownPassage) -> impl Iterator<Item = Heard> {
    told(passage).chain(passage.lines.iter().map(|line| said(scenario, line)))
}

fn first(scenario: &Scenario, passage: &ShownPassage) -> Option<Heard> {
    let by_patient = passage.lines.iter().find(|line| line.speaker == Speaker::Patient);
    let line = by_patient.or(passage.lines.first()).map(|line| said(scenario, line));
    line.or_else(|| told(passage).next())
}

fn told(passage: &ShownPassage) -> impl Iterator<Item = Heard> {
    let narration = passage.narration.as_ref();
    narration.map(|words| Heard { speaker: None, by_patient: false, words: words.to_string() }).into_iter()
}

fn said(scenario: &Scenario, line: &SpokenLine) -> Heard {
    Heard {
        speaker: Some(scenario.speaker_name(line.speaker).to_owned()),
        by_patient: line.speaker == Speaker::Patient,
        words: line.words.to_string(),
    }
}
