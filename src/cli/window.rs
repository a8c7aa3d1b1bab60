//! Opens the window, or says why there is none.

use std::io::Write;
#[cfg(feature = "app")]
use std::path::Path;
use std::path::PathBuf;

use super::setup::Setup;
use super::who::WhoArguments;

/// What the window is to show.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "read by the window, which this build has not"))]
pub(super) struct WindowRequest<'a> {
    /// The folders and files that were read in addition to the built-in scenarios.
    pub(super) paths: &'a [PathBuf],
    pub(super) setup: &'a Setup,
    /// The scenario to begin with; `None` for the library.
    pub(super) scenario: Option<&'a str>,
    /// The seed to begin with.
    pub(super) seed: Option<u64>,
    /// Whether to begin with the author's findings.
    pub(super) findings: bool,
    pub(super) who: &'a WhoArguments,
}

/// How opening the window ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "shown by the window, which this build has not"))]
pub(super) enum Outcome {
    /// The window was open, and has been closed.
    Closed,
    /// No window can be opened here.
    Unavailable { why: String, hint: String },
}

/// Opens the window and waits until it is closed.
#[cfg(feature = "app")]
pub(super) fn open(request: WindowRequest<'_>) -> Outcome {
    let options = crate::app::Options {
        paths: request.paths.to_vec(),
        shared: request.setup.shared.clone(),
        policy: request.setup.policy.clone(),
        policy_problem: request.setup.problem.clone(),
        scenario: request.scenario.map(str::to_owned),
        seed: request.seed,
        findings: request.findings,
        author: request.setup.author,
        data: request.who.folder().map(Path::to_owned),
        who: request.who.who(),
    };
    match crate::app::run(options) {
        Ok(()) => Outcome::Closed,
        Err(obstacle) => Outcome::Unavailable { why: obstacle.to_string(), hint: obstacle.hint() },
    }
}

/// Says that this build has no window.
#[cfg(not(feature = "app"))]
pub(super) fn open(_request: WindowRequest<'_>) -> Outcome {
    let why = "this build of Bedside has none".to_owned();
    Outcome::Unavailable { why, hint: "build it with the feature `app`, or stay here in the terminal".to_owned() }
}

/// Says on standard error that the conversation goes on in the terminal, and why.
pub(super) fn say_unavailable(why: &str, hint: &str) {
    // Where standard error is closed, the conversation can still be played.
    let _ = writeln!(anstream::stderr().lock(), "No window: {why}.\nhelp: {hint}\nGoing on here, in the terminal.");
}
