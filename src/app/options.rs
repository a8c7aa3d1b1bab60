use std::path::PathBuf;

use crate::policy::Policy;
use crate::records::WhoPlays;

/// What the window is to show.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders of scenarios, or single files, in addition to the built-in ones. They are watched for changes.
    pub paths: Vec<PathBuf>,
    /// Those of `paths` that everybody on this computer shares: their scenarios have no author's view.
    pub shared: Vec<PathBuf>,
    /// What is set for everybody on this computer.
    pub policy: Policy,
    /// What is to be said of that, if anything is wrong with it.
    pub policy_problem: Option<String>,
    /// The id of the scenario to open first; `None` opens the library.
    pub scenario: Option<String>,
    /// The seed of the first conversation; `None` draws a random one.
    pub seed: Option<u64>,
    /// Whether to open on the findings in files, because the requested scenario has mistakes.
    pub findings: bool,
    /// Whether every scenario has an author's view, and not only those from files.
    pub author: bool,
    /// The folder that everything is kept in, in place of the user's own.
    pub data: Option<PathBuf>,
    pub who: WhoPlays,
}
