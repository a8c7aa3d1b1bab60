//! What the larger blocks of a page hold.

use crate::debrief::Score;
use crate::rubric::{Dimension, Feelings};

use super::block::Statement;

/// The three feelings from the start to the last turn: for a picture, for a table, and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What it is.
    pub title: String,
    /// What it shows, in words.
    pub description: String,
    /// What it is as a table.
    pub caption: String,
    /// The headings of the table's first two columns; the feelings head the others.
    pub columns: [&'static str; 2],
    /// How the patient felt before the first turn.
    pub start: Feelings,
    /// The turns, in order.
    pub turns: Vec<CourseTurn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseTurn {
    /// Its number, and what was done and said.
    pub title: String,
    /// What was done and said.
    pub deed: String,
    /// How the patient felt after it.
    pub felt: Feelings,
    /// What it did to each feeling.
    pub moved: String,
    /// Whether it moved much.
    pub is_turning_point: bool,
}

/// Something that the trainee writes down, or has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub field: NoteField,
    /// The same in words, without a colon.
    pub label: &'static str,
    /// What is written.
    pub written: String,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteField {
    /// What went well.
    WentWell,
    /// What to change.
    ToChange,
    /// What to do next time.
    NextTime,
    /// By when.
    By,
}

/// Feelings that could be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunities {
    /// How many were.
    pub caption: String,
    /// The headings of the turn, the cue, whether it was met, and the answer.
    pub columns: [&'static str; 4],
    /// Each of them.
    pub rows: Vec<OpportunityRow>,
}

/// A feeling that could be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpportunityRow {
    /// Its turn, from 0.
    pub turn: usize,
    /// The turn's name.
    pub name: String,
    /// What there was to notice.
    pub cue: String,
    /// Whether it was met.
    pub met: bool,
    /// Whether it was met, in a word.
    pub verdict: &'static str,
    /// Whether it was met and when, with its colon: for where it is no row of a table.
    pub label: String,
    /// How it was answered.
    pub answer: String,
}

/// Something that was to be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Whether it was met.
    pub met: bool,
    /// Whether it was met and what it was.
    pub statement: Statement,
}

/// The other choices of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChoices {
    /// The turn, from 0.
    pub turn: usize,
    /// The turn's name.
    pub name: String,
    /// Its number, and what was done and said.
    pub title: String,
    /// Why there is none to look at.
    pub none: Option<String>,
    /// Each of them.
    pub choices: Vec<OtherChoice>,
}

/// Another choice, and where it could have led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChoice {
    /// The choice's id.
    pub choice: String,
    /// What would have been done and said.
    pub deed: String,
    /// What happened, and what could have.
    pub roads: Vec<RoadOutcome>,
}

/// Where a road leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadOutcome {
    /// Which road.
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
    /// How much of the graph was met.
    pub met: String,
    /// In which order, as a picture shows at a glance.
    pub order: String,
    /// How to read the picture.
    pub key: String,
}

/// What the words about a road on the graph are made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoadOnGraph {
    /// How many moments the scenario holds.
    pub moments: usize,
    /// How many of them are endings.
    pub endings: usize,
    /// How many moments were met.
    pub met: usize,
    /// Whether the road came to an ending.
    pub ended: bool,
    /// The turns, from 1, that began at the same moment: one list for each moment that came again.
    pub again: Vec<Vec<usize>>,
    /// The turns, from 1, at which something broke in.
    pub broke_in: Vec<usize>,
    /// Whether the picture has dashed lines: to what broke in, and back.
    pub has_dashes: bool,
}

/// The scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoreboard {
    /// One for each dimension.
    pub rows: Vec<ScoreRow>,
    /// What the mark of the self-rating on a scale is, where there is one.
    pub key: Option<String>,
    /// The best and the worst over all roads.
    pub bounds: Option<String>,
}

/// A score with its scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreRow {
    pub dimension: Dimension,
    /// The score in words.
    pub value: String,
    /// What else there is to say of it: a sentence each.
    pub remarks: Vec<String>,
    /// The scale; none where the dimension was not exercised.
    pub scale: Option<Scale>,
}

/// A scale from 0 to 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What it is.
    pub title: String,
    /// What it shows, in words.
    pub description: String,
    /// The score and its bounds.
    pub score: Score,
    /// The self-rating.
    pub own: Option<u8>,
    /// What its lower and its upper end mean.
    pub ends: [&'static str; 2],
}

/// The patient's survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// What it is.
    pub caption: String,
    /// The headings of a question, its answer and its reasons.
    pub columns: [&'static str; 3],
    /// The items that were asked.
    pub rows: Vec<SurveyRow>,
    /// The items that were not, and why.
    pub not_asked: Option<String>,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyRow {
    /// The item's id.
    pub id: String,
    pub question: String,
    /// The answer, and where on its scale it is.
    pub answer: String,
    /// Why: a sentence each.
    pub reasons: Vec<String>,
}
