//! A page to keep before it is written: blocks in reading order, each saying what it is.

use super::Picture;

/// A page to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// What it is, in a sentence.
    pub about: String,
    /// What stands on it, in reading order.
    pub blocks: Vec<Block>,
    /// Its last line: what it was made from.
    pub footer: String,
}

/// A heading's depth. The page's title is depth 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The page's own.
    One,
    /// Of a part.
    Two,
    /// Of a part of a part.
    Three,
}

/// A part of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Depth, String),
    /// A paragraph that stands out.
    Lead(String),
    /// A paragraph.
    Text(Vec<Run>),
    /// A paragraph that must not be overlooked.
    Notice(String),
    /// What the patient thinks.
    Quote {
        /// Whose words they are.
        whose: String,
        /// The words.
        words: String,
    },
    /// Items.
    List(Vec<Vec<Run>>),
    /// A table.
    Table(Table),
    /// A picture with its caption.
    Picture(Picture),
    /// Room to write in by hand, with what it is for.
    Room {
        /// What to write.
        label: String,
        /// How many lines.
        lines: u8,
    },
    /// What belongs together, and stays on one sheet where it can.
    Card(Vec<Self>),
}

impl Block {
    /// A paragraph of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(vec![Run::plain(text)])
    }

    /// A paragraph that matters less.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Text(vec![Run::quiet(text)])
    }

    /// A paragraph that begins with a label.
    #[must_use]
    pub fn labelled(label: &str, text: &str) -> Self {
        Self::Text(Run::labelled(label, text))
    }
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// As usual.
    Plain,
    /// Standing out.
    Strong,
    /// Mattering less.
    Quiet,
}

/// Text that is set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// How it is set.
    pub kind: RunKind,
    /// The text.
    pub text: String,
}

impl Run {
    /// Text as usual.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { kind: RunKind::Plain, text: text.into() }
    }

    /// Text that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { kind: RunKind::Strong, text: text.into() }
    }

    /// Text that matters less.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { kind: RunKind::Quiet, text: text.into() }
    }

    /// A label, and a text behind it.
    #[must_use]
    pub fn labelled(label: &str, text: &str) -> Vec<Self> {
        vec![Self::strong(format!("{label} ")), Self::plain(text)]
    }
}

/// A table, its first row and its first column being headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, with a text for each column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Its share of the width, relative to the others.
    pub share: u8,
    /// Whether it holds numbers, which stand at its right edge.
    pub numbers: bool,
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: false }
    }

    /// A column of numbers.
    pub fn numbers(head: impl Into<String>, share: u8) -> Self {
        Self { head: head.into(), share, numbers: true }
    }
}
