//! A page to keep as elements in reading order, before it is written in any format.

use super::Diagram;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct PrintDocument {
    pub(super) title: String,
    /// What the page is, in a sentence.
    pub(super) about: String,
    /// What fits on two sides, in reading order.
    pub(super) elements: Vec<Element>,
    pub(super) appendix: Vec<AppendixPart>,
    /// The versions and the seed it was made from.
    pub(super) footer: String,
}

/// A part of the appendix.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AppendixPart {
    pub(super) heading: String,
    pub(super) elements: Vec<Element>,
}

/// The level of a heading. The page's title has level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// The page's title.
    One,
    /// The heading of a part.
    Two,
    /// A heading within a part.
    Three,
}

/// Something that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    Heading(Depth, String),
    /// A paragraph that stands out.
    Lead(String),
    Text(Vec<Run>),
    /// A paragraph that must not be overlooked.
    Notice(String),
    /// The patient's closing thought.
    Quote {
        /// Whose words they are.
        whose: String,
        /// In quotation marks.
        words: String,
    },
    List(Vec<Vec<Run>>),
    Table(Table),
    /// A diagram with its caption.
    Diagram(Diagram),
    /// Elements in smaller text.
    Small(Vec<Self>),
    /// What stands side by side where there is room, and is read column by column.
    Columns(Vec<ColumnOfElements>),
    /// Lines to write on by hand, with a label.
    BlankLines {
        label: String,
        lines: u8,
    },
    /// Elements that belong together, and stay on one sheet if possible.
    Card(Vec<Self>),
}

impl Element {
    /// A paragraph in a less prominent colour.
    pub(super) fn quiet(text: impl Into<String>) -> Self {
        Self::Text(vec![Run { kind: RunKind::Quiet, text: text.into() }])
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Text(vec![Run { kind: RunKind::Plain, text: text.into() }])
    }
}

/// A column of elements.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ColumnOfElements {
    /// Its share of the width, in relation to the others.
    pub(super) share: u8,
    pub(super) elements: Vec<Element>,
}

/// How a run of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunKind {
    Plain,
    /// Bold.
    Strong,
    /// Less prominent.
    Quiet,
}

/// Text of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) kind: RunKind,
    pub(super) text: String,
}

/// A table whose first row and first column are headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<Column>,
    /// One text for each column.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) head: String,
    /// Its share of the width, in relation to the others.
    pub(super) share: u8,
    /// Whether it holds numbers, which are aligned right.
    pub(super) numbers: bool,
}

impl Column {
    pub(super) fn text(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: false }
    }

    pub(super) fn numbers(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: true }
    }
}
