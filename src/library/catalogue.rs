//! The scenarios there are: those in the binary, and those of the user's folders.

use std::path::PathBuf;
use std::sync::Arc;

use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::source::Report;

use super::{Notice, Reader};

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The binary itself.
    BuiltIn,
    /// A file, as the user wrote its folder.
    File(PathBuf),
}

/// A scenario that can be played.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    pub scenario: Arc<Scenario>,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether its file has mistakes by now: this is the last version that had none.
    pub outdated: bool,
}

/// The scenarios there are, and what stood in the way of others.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Library {
    /// The scenarios that can be played: the easier first, then by title.
    pub entries: Vec<Entry>,
    /// The texts in which something was found, errors and warnings, by path.
    pub reports: Vec<Report>,
    /// Folders and files that could not be read at all.
    pub notices: Vec<Notice>,
    /// What scenarios are scored with; `None` only where the binary's own cannot be read.
    pub rubric: Option<Arc<Rubric>>,
}

impl Library {
    /// Opens the built-in scenarios and those of `paths`, which are folders or single files. A
    /// scenario of a path takes that of the built-in one with the same id, and one of a later path
    /// that of an earlier one.
    #[must_use]
    pub fn open(paths: &[PathBuf]) -> Self {
        Reader::default().read(paths)
    }

    /// The scenario called `id`, if there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.scenario.id == id)
    }
}
