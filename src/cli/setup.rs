//! What a command finds set up around it: the folders of scenarios, and what holds for everybody on this computer.

use std::io::Write;
use std::path::PathBuf;

use crate::policy::{Feature, Found, Policy};

use super::failure::Failure;

#[derive(Debug, Default)]
pub(super) struct Setup {
    /// Folders of scenarios and single files: those that everybody shares, then those of the command line.
    pub(super) folders: Vec<PathBuf>,
    /// Those that everybody shares.
    #[cfg_attr(not(feature = "app"), expect(dead_code, reason = "read by the window, which this build has not"))]
    pub(super) shared: Vec<PathBuf>,
    /// Whether every scenario is to have an author's view.
    #[cfg_attr(not(feature = "app"), expect(dead_code, reason = "read by the window, which this build has not"))]
    pub(super) author: bool,
    pub(super) policy: Policy,
    /// The file that it is from; `None` where there is none.
    pub(super) policy_file: Option<PathBuf>,
    /// What is to be said of it where nobody reads standard error, if anything is wrong with it.
    pub(super) problem: Option<String>,
}

impl Setup {
    /// What is set up on this computer and on a command line. A policy that cannot be used is told of on standard error.
    pub(super) fn of(named: &[PathBuf], author: bool) -> Self {
        let found = Found::on_this_computer();
        let off = || found.policy.off().map(Feature::in_words).collect::<Vec<_>>().join(", ");
        let problem =
            found.problem.as_ref().map(|problem| format!("{problem}. Until it is mended, these are off: {}.", off()));
        if let Some(problem) = &problem {
            // Where standard error is closed, the command itself still works.
            let _ =
                writeln!(anstream::stderr().lock(), "warning: {problem}\nhelp: tell whoever looks after this computer");
        }
        let shared = found.shared_folders();
        let folders = shared.iter().chain(named).cloned().collect();
        Self { folders, shared, author, policy: found.policy, policy_file: found.file, problem }
    }

    /// Makes sure that something may be done on this computer.
    ///
    /// # Errors
    /// Where it is switched off.
    pub(super) fn allows(&self, feature: Feature) -> Result<(), Failure> {
        if !self.policy.is_off(feature) {
            return Ok(());
        }
        let failure = Failure::failed(format!("{} is switched off on this computer", feature.in_words()));
        Err(failure.hint("whoever looks after it has set that for everybody who uses it"))
    }
}
