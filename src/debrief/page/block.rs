//! What a page is made of: blocks by meaning, with all their words. Each shell shows them in its own way and adds no
//! words; it may leave out what it has no room for.

use super::content::{Course, Moments, Note, Objective, OtherChoices, RoadBlock, Scoreboard, Survey};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: PartName,
    pub heading: String,
    /// What is inside, in a line.
    pub inside: String,
    pub blocks: Vec<Block>,
}

/// Which part of a page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartName {
    WhatHappened,
    HowItWas,
    LookingCloser,
    WhereItTurned,
    Moments,
    ToTry,
    Road,
    WhatIf,
    ToBuildOn,
    NextTime,
    WhatItMeasures,
}

impl PartName {
    /// All parts, in reading order.
    pub const ALL: [Self; 11] = [
        Self::WhatHappened,
        Self::HowItWas,
        Self::LookingCloser,
        Self::WhereItTurned,
        Self::Moments,
        Self::ToTry,
        Self::Road,
        Self::WhatIf,
        Self::ToBuildOn,
        Self::NextTime,
        Self::WhatItMeasures,
    ];

    /// Whether it belongs, without what is folded in it, to what one takes home on two sides of paper. The rest is an
    /// appendix, for those who ask for it.
    #[must_use]
    pub const fn is_essence(self) -> bool {
        match self {
            Self::WhatHappened
            | Self::HowItWas
            | Self::LookingCloser
            | Self::WhereItTurned
            | Self::Moments
            | Self::ToTry
            | Self::NextTime => true,
            Self::Road | Self::WhatIf | Self::ToBuildOn | Self::WhatItMeasures => false,
        }
    }
}

/// What becomes of the appendix of a page: of all that does not stand on its two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appendix {
    /// A PDF is without it; in HTML it is folded away, and not printed unless the reader opens it.
    #[default]
    Folded,
    /// It follows the two sides, from a new sheet on.
    Printed,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of the blocks that follow in a part.
    Subheading(String),
    /// A paragraph that stands out, to be read first.
    Lead(String),
    /// A paragraph that must not be overlooked.
    Notice(String),
    Statement(Statement),
    /// Statements in a list.
    List(Vec<Statement>),
    /// How the patient felt over the turns.
    Course(Course),
    /// Every turn in full.
    Turns {
        title: String,
        turns: Vec<TurnBlock>,
    },
    /// A turn with a large swing of feelings.
    TurningPoint(TurnBlock),
    /// The patient's closing thought.
    Thought {
        /// Whose words they are.
        whose: String,
        /// In quotation marks.
        words: String,
    },
    /// The patient's survey.
    Survey(Survey),
    Scores(Scoreboard),
    Moments(Moments),
    Objectives(Vec<Objective>),
    /// The road on the scenario's graph.
    Road(RoadBlock),
    OtherChoices(Vec<OtherChoices>),
    Notes(Vec<Note>),
    /// What is for those who ask: on a page to keep it belongs to the appendix.
    Fold(Fold),
}

/// Blocks that are shown when they are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What is inside, in a line.
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A turn, as the debrief explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnBlock {
    /// From 0.
    pub turn: usize,
    /// Its number, and what was done and said.
    pub title: String,
    /// What came back, to stand right below the title; `None` where nothing did, and at a turning point, whose turn
    /// stands among the others too.
    pub reply: Option<Statement>,
    /// What the debrief says about it.
    pub blocks: Vec<Block>,
    /// What is said of a turning point where there is little room; empty at any other turn.
    pub brief: Vec<Statement>,
    /// What it showed and what it counted, where there is room for little else.
    pub counted: Vec<Statement>,
}

/// Words, with an introduction and a side remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// An introduction, including its colon.
    pub label: Option<String>,
    /// Empty where the label says everything.
    pub text: String,
    /// A side remark, shown less prominently.
    pub aside: Option<String>,
}

impl Statement {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { label: None, text: text.into(), aside: None }
    }

    pub(super) fn labelled(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..Self::plain(text) }
    }

    /// A side remark alone.
    pub(super) fn aside(aside: impl Into<String>) -> Self {
        Self::plain("").with_aside(aside)
    }

    /// Adds a side remark.
    pub(super) fn with_aside(self, aside: impl Into<String>) -> Self {
        Self { aside: Some(aside.into()), ..self }
    }
}

impl Block {
    /// Blocks under a line that says what is inside; nothing where there are none.
    pub(super) fn fold(title: impl Into<String>, blocks: Vec<Self>) -> Option<Self> {
        (!blocks.is_empty()).then(|| Self::Fold(Fold { title: title.into(), blocks }))
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Statement(Statement::plain(text))
    }

    pub(super) fn labelled(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Statement(Statement::labelled(label, text))
    }

    /// A paragraph of a side remark alone.
    pub(super) fn aside(aside: impl Into<String>) -> Self {
        Self::Statement(Statement::aside(aside))
    }
}
