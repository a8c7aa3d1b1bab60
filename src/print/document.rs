//! A page to keep before it is written: elements in reading order.

use super::Picture;

/// A page to keep.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PrintDocument {
    pub(super) title: String,
    /// What it is, in a sentence.
    pub(super) about: String,
    /// What stands on it, in reading order.
    pub(super) elements: Vec<Element>,
    /// Its last line: what it was made from.
    pub(super) footer: String,
}

/// A heading's depth. The page's title is depth 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Depth {
    /// The page's own.
    One,
    /// Of a part.
    Two,
    /// Of a part of a part.
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
    /// What the patient thinks.
    Quote {
        /// Whose words they are.
        whose: String,
        /// In quotation marks.
        words: String,
    },
    List(Vec<Vec<Run>>),
    Table(Table),
    /// A picture with its caption.
    Picture(Picture),
    /// Lines to write on by hand, with what it is for.
    BlankLines {
        /// What to write.
        label: String,
        lines: u8,
    },
    /// What belongs together, and stays on one sheet where it can.
    Card(Vec<Self>),
}

impl Element {
    /// A paragraph that matters less.
    pub(super) fn quiet(text: impl Into<String>) -> Self {
        Self::Text(vec![Run { kind: RunKind::Quiet, text: text.into() }])
    }

    /// A paragraph that begins with a label.
    pub(super) fn labelled(label: &str, text: &str) -> Self {
        Self::Text(vec![
            Run { kind: RunKind::Strong, text: format!("{label} ") },
            Run { kind: RunKind::Plain, text: text.to_owned() },
        ])
    }
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunKind {
    /// As usual.
    Plain,
    /// Standing out.
    Strong,
    /// Mattering less.
    Quiet,
}

/// Text that is set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// How it is set.
    pub(super) kind: RunKind,
    pub(super) text: String,
}

/// A table, its first row and its first column being headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<Column>,
    /// Its rows, with a text for each column.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) head: String,
    /// Its share of the width, relative to the others.
    pub(super) share: u8,
    /// Whether it holds numbers, which stand at its right edge.
    pub(super) numbers: bool,
}

impl Column {
    /// A column of text.
    pub(super) fn text(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: false }
    }

    /// A column of numbers.
    pub(super) fn numbers(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: true }
    }
}
