//! What a page is made of: blocks of meaning with their words. Each shell shows them in its own way, and words
//! nothing itself; it may leave out what it has no room for.

use super::content::{Course, Note, Objective, Opportunities, OtherChoices, RoadBlock, Scoreboard, Survey};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What a page says, piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of what follows in a part.
    Subheading(String),
    /// A paragraph that is read first.
    Lead(String),
    /// A paragraph that must not be overlooked.
    Notice(String),
    /// A paragraph.
    Statement(Statement),
    /// Things said one below the other.
    List(Vec<Statement>),
    /// How the patient felt over the turns.
    Course(Course),
    /// Every turn in full.
    Turns {
        /// What they are.
        title: String,
        /// The turns, in order.
        turns: Vec<TurnBlock>,
    },
    /// A turn that moved much.
    TurningPoint(TurnBlock),
    /// What the patient thinks.
    Thought {
        /// Whose words they are.
        whose: String,
        /// In quotation marks.
        words: String,
    },
    /// The patient's answers.
    Survey(Survey),
    /// The scores on their scales.
    Scores(Scoreboard),
    /// Feelings that could be met.
    Opportunities(Opportunities),
    /// What was to be tried.
    Objectives(Vec<Objective>),
    /// The road on the scenario's graph.
    Road(RoadBlock),
    /// Other choices, turn by turn.
    OtherChoices(Vec<OtherChoices>),
    /// What the trainee writes down.
    Notes(Vec<Note>),
}

/// A turn, as the debrief explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnBlock {
    /// Which, from 0.
    pub turn: usize,
    /// Its number, and what was done and said.
    pub title: String,
    /// What there is to say of it.
    pub blocks: Vec<Block>,
}

/// Words, with what introduces them and what is added about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What introduces them, with its colon.
    pub label: Option<String>,
    /// The words; none where the label says it all.
    pub text: String,
    /// What matters less.
    pub aside: Option<String>,
}

impl Statement {
    /// Words alone.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { label: None, text: text.into(), aside: None }
    }

    /// Words that a label introduces.
    pub(super) fn labelled(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..Self::plain(text) }
    }

    /// Something that matters less than what else is said.
    pub(super) fn aside(aside: impl Into<String>) -> Self {
        Self::plain("").with_aside(aside)
    }

    /// The same with something that matters less.
    pub(super) fn with_aside(self, aside: impl Into<String>) -> Self {
        Self { aside: Some(aside.into()), ..self }
    }
}

impl Block {
    /// A paragraph.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Statement(Statement::plain(text))
    }

    /// A paragraph that a label introduces.
    pub(super) fn labelled(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Statement(Statement::labelled(label, text))
    }

    /// A paragraph that matters less.
    pub(super) fn aside(aside: impl Into<String>) -> Self {
        Self::Statement(Statement::aside(aside))
    }
}
