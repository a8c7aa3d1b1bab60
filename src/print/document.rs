//! A page to keep as elements in reading order, before it is written in any format.

use super::Diagram;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PrintDocument {
    pub(crate) title: String,
    /// What the page is, in a sentence.
    pub(crate) about: String,
    /// What fits on two sides, in reading order.
    pub(crate) elements: Vec<Element>,
    pub(crate) appendix: Vec<AppendixPart>,
    /// The versions and the seed it was made from.
    pub(crate) footer: String,
}

/// A part of the appendix.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AppendixPart {
    pub(crate) heading: String,
    pub(crate) elements: Vec<Element>,
}

/// The level of a heading. The page's title has level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// The page's title.
    One,
    /// The heading of a part.
    Two,
    /// A heading within a part.
    Three,
}

/// Something that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Element {
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
    pub(crate) fn quiet(text: impl Into<String>) -> Self {
        Self::Text(vec![Run { kind: RunKind::Quiet, text: text.into() }])
    }

    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::Text(vec![Run { kind: RunKind::Plain, text: text.into() }])
    }
}

/// A column of elements.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColumnOfElements {
    /// Its share of the width, in relation to the others.
    pub(crate) share: u8,
    pub(crate) elements: Vec<Element>,
}

/// How a run of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunKind {
    Plain,
    /// Bold.
    Strong,
    /// Less prominent.
    Quiet,
}

/// Text of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) kind: RunKind,
    pub(crate) text: String,
}

/// A table whose first row and first column are headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) columns: Vec<Column>,
    /// One text for each column.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// Its share of the width, in relation to the others.
    pub(crate) share: u8,
    /// Whether it holds numbers, which are aligned right.
    pub(crate) numbers: bool,
}

impl Column {
    pub(crate) fn text(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: false }
    }

    pub(crate) fn numbers(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: true }
    }
}
