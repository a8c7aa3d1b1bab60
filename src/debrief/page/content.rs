//! The contents of the larger blocks of a page.

use crate::rubric::{Dimension, Feelings};

use super::block::Statement;

/// The three feelings from the start to the last turn: as a picture, as a table and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub title: String,
    /// What the picture shows, in words.
    pub description: String,
    /// The caption of the table.
    pub caption: String,
    /// The headings of the table's first three columns; the feelings head the others.
    pub columns: [&'static str; 3],
    /// How the patient felt before the first turn.
    pub start: Feelings,
    pub turns: Vec<CourseTurn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseTurn {
    /// Its number, and what was done and said.
    pub title: String,
    /// What was done and said, without the turn's number.
    pub deed: String,
    /// What came back; empty where nothing did.
    pub reply: String,
    /// How the patient felt after it.
    pub felt: Feelings,
    /// The changes of the feelings, in words.
    pub moved: String,
    pub is_turning_point: bool,
}

/// A note of the trainee, written or still to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub field: NoteField,
    /// The label of the field, without a colon.
    pub label: &'static str,
    /// Empty where nothing has been written yet.
    pub written: String,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteField {
    WentWell,
    ToChange,
    /// What to do differently next time.
    NextTime,
    /// By when.
    By,
}

/// The moments of the conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moments {
    /// How many were met, in a sentence.
    pub caption: String,
    /// The headings of the turn, the moment, whether it was met, and the answer.
    pub columns: [&'static str; 4],
    pub rows: Vec<MomentRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MomentRow {
    /// Its turn, from 0.
    pub turn: usize,
    /// Such as "Turn 3".
    pub name: String,
    /// What the patient gave, in short.
    pub short: String,
    /// What the patient gave, and the scene's cue.
    pub gave: String,
    pub met: bool,
    /// `met` in a word.
    pub verdict: &'static str,
    /// `met` and the turn, with a colon: for layouts without a table.
    pub label: String,
    /// How it was answered.
    pub answer: String,
}

/// An objective, met or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    pub met: bool,
    /// The verdict as label, and the objective.
    pub statement: Statement,
}

/// The other choices of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChoices {
    /// The turn, from 0.
    pub turn: usize,
    /// Such as "Turn 3".
    pub name: String,
    /// Its number, and what was done and said.
    pub title: String,
    /// Why there are no other choices, where that is so.
    pub none: Option<String>,
    pub choices: Vec<OtherChoice>,
}

/// Another choice, and where it could have led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChoice {
    /// The choice's id.
    pub choice: String,
    /// What would have been done and said.
    pub deed: String,
    /// The road taken, and those that could have followed.
    pub roads: Vec<RoadOutcome>,
}

/// The outcome of one road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadOutcome {
    /// Which road it is.
    pub title: String,
    /// How it ends.
    pub ending: String,
    /// How the patient feels at the end.
    pub felt: String,
    pub scores: String,
}

/// The road on the scenario's graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadBlock {
    /// How many scenes of the graph were met, in a sentence.
    pub met: String,
    /// In which order they were met, in a sentence.
    pub order: String,
    /// How to read the picture.
    pub key: String,
}

/// The numbers behind the words of a [`RoadBlock`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoadOnGraph {
    /// How many scenes the scenario has.
    pub scenes: usize,
    /// How many of the scenes are endings.
    pub endings: usize,
    /// How many scenes were met.
    pub met: usize,
    /// Whether the conversation came to an ending.
    pub ended: bool,
    /// The turns, from 1, that began in the same scene: a list for each scene met more than once.
    pub again: Vec<Vec<usize>>,
    /// The turns, from 1, at which an interruption broke in.
    pub broke_in: Vec<usize>,
    /// Whether the picture has dashed lines, which lead to interruptions and back.
    pub has_dashes: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoreboard {
    /// A row for each dimension.
    pub rows: Vec<ScoreRow>,
    /// The legend for the self-rating's mark, where a scale has one.
    pub key: Option<String>,
    /// What stands beside the scores, explained in a sentence each.
    pub notes: Vec<String>,
}

/// A score with its scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreRow {
    pub dimension: Dimension,
    /// The score in words.
    pub value: String,
    /// Further remarks, one sentence each.
    pub remarks: Vec<String>,
    /// `None` where the dimension was not exercised.
    pub scale: Option<Scale>,
}

/// A scale from 0 to 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub title: String,
    /// What the picture shows, in words.
    pub description: String,
    pub score: u8,
    /// The self-rating, 0–100.
    pub own: Option<u8>,
    /// Where others come to.
    pub marks: Vec<ScaleMark>,
}

/// Where somebody else comes to on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleMark {
    /// Who, in a word.
    pub who: &'static str,
    /// Who, and the value.
    pub label: String,
    /// 0–100.
    pub value: u8,
}

/// The patient's survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    pub caption: String,
    /// The headings of a question, its answer and its reasons.
    pub columns: [&'static str; 3],
    pub rows: Vec<SurveyRow>,
    /// The items that were not asked and why, in a sentence.
    pub not_asked: Option<String>,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyRow {
    pub id: String,
    pub question: String,
    pub answer: String,
    /// What the trainee said or did that it rests on; `None` where no turn bears on it.
    pub rests_on: Option<Statement>,
    /// One sentence each.
    pub reasons: Vec<String>,
}
