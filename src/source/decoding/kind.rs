//! Which values may be written where, and their documentation for authors, both from the declarations that read them.

use crate::source::documentation::Documentation;

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct FieldDocumentation {
    pub name: &'static str,
    pub required: bool,
    pub kind: fn() -> Kind,
    pub documentation: Documentation,
}

/// A record: something in round brackets with named fields.
#[derive(Debug)]
pub struct RecordDocumentation {
    /// What it is to an author: "a scene".
    pub what: &'static str,
    pub documentation: Documentation,
    /// Its fields, in the order they are best written.
    pub fields: &'static [FieldDocumentation],
}

/// A closed list of values.
#[derive(Debug)]
pub struct ListDocumentation {
    /// What such an entry is to an author: "a place".
    pub what: &'static str,
    pub documentation: Documentation,
    /// Every entry.
    pub entries: &'static [EntryDocumentation],
}

/// An entry of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct EntryDocumentation {
    pub name: &'static str,
    /// How it is written in full.
    pub written: &'static str,
    pub documentation: Documentation,
}

/// Which values may be written.
#[derive(Clone, Debug)]
pub struct Kind {
    /// In an author's words: "a whole number from 0 to 23".
    pub what: String,
    /// Its parts that have documentation of their own.
    pub parts: Vec<Part>,
}

/// Something with documentation of its own.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Record(&'static RecordDocumentation),
    /// A closed list of words.
    Words(&'static ListDocumentation),
    /// A closed list of shapes, each with arguments in brackets, and the lists of words that may be arguments.
    Shapes(&'static ListDocumentation, &'static [&'static ListDocumentation]),
}

impl Kind {
    /// Something that needs no documentation of its own.
    pub(crate) fn plain(what: impl Into<String>) -> Self {
        Self { what: what.into(), parts: Vec::new() }
    }

    /// The same parts, described in other words.
    pub(crate) fn reworded(self, what: impl FnOnce(&str) -> String) -> Self {
        Self { what: what(&self.what), parts: self.parts }
    }
}

impl Part {
    /// What it is to an author.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Record(record) => record.what,
            Self::Words(list) | Self::Shapes(list, _) => list.what,
        }
    }
}
