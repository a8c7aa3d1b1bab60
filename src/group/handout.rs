//! A handout: what a facilitator prints or shows of a scenario or a session, in sections.

/// A handout: the facilitator's guide to a scenario, or the debrief of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Handout {
    pub title: String,
    /// What it is, in a sentence.
    pub about: String,
    /// The scenario's content note.
    pub content_note: Option<String>,
    pub sections: Vec<Section>,
    /// The versions that it was made from.
    pub origin: String,
}

/// A section of a handout.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    pub heading: String,
    pub items: Vec<Item>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Item {
    Text(String),
    /// A label, including its colon, and what it is the label of.
    Labelled(String, String),
    List(Vec<String>),
    /// The heading of the items that follow in a section.
    Subheading(String),
    /// A paragraph that must not be overlooked.
    Notice(String),
    Quote {
        /// Whose words they are.
        whose: String,
        /// In quotation marks.
        words: String,
    },
    /// A table, with the heads of its columns and their shares of the width.
    Table {
        caption: String,
        columns: Vec<(&'static str, u8)>,
        rows: Vec<Vec<String>>,
    },
    /// How a room voted at a decision.
    Votes(Votes),
    /// Lines to write on by hand.
    Lines(&'static str, u8),
}

/// How a room voted at a decision, before the discussion and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Votes {
    /// Which decision it was.
    pub caption: String,
    /// A row for each option, in the order shown.
    pub rows: Vec<VotesRow>,
    /// What moved, in a sentence or two.
    pub moved: String,
}

/// An option, and how many were for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VotesRow {
    pub letter: char,
    /// What is done and said.
    pub label: String,
    /// `None` where no vote was held before the discussion.
    pub before: Option<u32>,
    /// `None` where no vote was held after it.
    pub after: Option<u32>,
    /// Whether the conversation went on with it.
    pub taken: bool,
}

impl Section {
    pub(super) fn new(heading: impl Into<String>, items: Vec<Item>) -> Self {
        Self { heading: heading.into(), items }
    }
}
