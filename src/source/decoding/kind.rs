//! Which values may be written where, and what authors read about them: taken from the declarations that read them.

use crate::source::documentation::Documentation;

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct FieldDocumentation {
    /// Its name, as it stands in a file.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What may be written there.
    pub kind: fn() -> Kind,
    /// What it means.
    pub documentation: Documentation,
}

/// A record: something in round brackets with named fields.
#[derive(Debug)]
pub struct RecordDocumentation {
    /// What it is to an author: "a scene".
    pub what: &'static str,
    /// What it is for.
    pub documentation: Documentation,
    /// Its fields, in the order they are best written.
    pub fields: &'static [FieldDocumentation],
}

/// A closed list of values.
#[derive(Debug)]
pub struct ListDocumentation {
    /// What such an entry is to an author: "a place".
    pub what: &'static str,
    /// What it is for.
    pub documentation: Documentation,
    /// Every entry.
    pub entries: &'static [EntryDocumentation],
}

/// An entry of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct EntryDocumentation {
    /// Its name.
    pub name: &'static str,
    /// How it is written, in full.
    pub written: &'static str,
    /// What it means.
    pub documentation: Documentation,
}

/// Which values may be written.
#[derive(Clone, Debug)]
pub struct Kind {
    /// In an author's words: "a whole number from 0 to 23".
    pub what: String,
    /// What it is made of that has documentation of its own.
    pub parts: Vec<Part>,
}

/// Something with documentation of its own.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A record.
    Record(&'static RecordDocumentation),
    /// A closed list of words.
    Words(&'static ListDocumentation),
    /// A closed list of shapes, each with something in its brackets, and the words that stand there.
    Shapes(&'static ListDocumentation, &'static [&'static ListDocumentation]),
}

impl Kind {
    /// Something that needs no documentation of its own.
    pub(crate) fn plain(what: impl Into<String>) -> Self {
        Self { what: what.into(), parts: Vec::new() }
    }

    /// The same parts in other words.
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
