//! A cell of a table, and how it is made harmless in a spreadsheet.

use jiff::Timestamp;
use serde::Serialize;

use crate::records::spreadsheet::harmless;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(i64),
    /// `true` or `false`.
    Truth(bool),
    /// In UTC, by ISO 8601, to the second.
    Time(Timestamp),
}

impl Cell {
    pub(super) fn text(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => harmless(&text),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Time(time) => format!("{time:.0}"),
        }
    }

    /// A number, or nothing.
    pub(super) fn of(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    /// How many there are.
    pub(super) fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Empty, Self::Number)
    }

    /// A word of a closed list, spelt as in the exchange format.
    pub(super) fn word(word: impl Serialize) -> Self {
        serde_json::to_value(word).ok().and_then(|word| word.as_str().map(Self::from)).unwrap_or(Self::Empty)
    }

    /// A list, with semicolons between.
    pub(super) fn list(items: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let items: Vec<_> = items.into_iter().collect();
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        Self::Text(items.join("; "))
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}
