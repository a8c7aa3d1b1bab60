//! What the window is to show.

use std::path::PathBuf;

/// What the window is to show.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders of scenarios beside the built-in ones, or single files; they are watched.
    pub paths: Vec<PathBuf>,
    /// The scenario to begin with; the library where there is none.
    pub scenario: Option<String>,
    /// The seed of the first conversation; from the system where there is none.
    pub seed: Option<u64>,
    /// Whether to begin with what was found in files, where the scenario to begin with has mistakes.
    pub findings: bool,
    /// Whether every scenario has an author's view, and not only those from files.
    pub author: bool,
}
