//! The scenarios at hand, from the binary and from the user's folders.

use std::path::PathBuf;
use std::sync::Arc;

use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::source::Report;

use super::{Notice, Reader};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The binary itself.
    BuiltIn,
    /// A file, under the folder as the user wrote it.
    File(PathBuf),
}

/// A scenario that can be played.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    pub scenario: Arc<Scenario>,
    pub origin: Origin,
    /// Whether the file has errors now, so that this is its last version without any.
    pub outdated: bool,
}

/// The scenarios at hand, and what kept others from being read.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Library {
    /// The scenarios that can be played, by level from the easiest, then by title.
    pub entries: Vec<Entry>,
    /// The files in which something was found, errors or warnings, by path.
    pub reports: Vec<Report>,
    /// Folders and files that could not be read at all.
    pub notices: Vec<Notice>,
    /// What scenarios are scored with; `None` only where the built-in one cannot be read.
    pub rubric: Option<Arc<Rubric>>,
}

impl Library {
    /// Opens the built-in scenarios and those of `paths`, which are folders or single files. A scenario from a path
    /// replaces the built-in one with the same id, and one from a later path that from an earlier one.
    #[must_use]
    pub fn open(paths: &[PathBuf]) -> Self {
        Reader::default().read(paths)
    }

    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.scenario.id == id)
    }
}
