//! Opens the window, or says why there is none.

use std::io::Write;
use std::path::PathBuf;

use super::failure::Failure;

/// What the window is to show.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "read by the window, which is not part of this build"))]
pub(super) struct Wish<'a> {
    /// Folders of scenarios beside the built-in ones.
    pub(super) folders: &'a [PathBuf],
    /// The scenario to begin with; the library where there is none.
    pub(super) scenario: Option<&'a str>,
    /// The seed to begin with.
    pub(super) seed: Option<u64>,
}

/// What came of it.
pub(super) enum Outcome {
    /// The window was open, and has been closed.
    #[cfg_attr(not(feature = "app"), expect(dead_code, reason = "made by the window, which is not part of this build"))]
    Closed,
    /// No window can be opened here, for this reason and with this way out.
    Unavailable(String),
}

/// Opens the window and waits until it is closed.
#[cfg(feature = "app")]
pub(super) fn open(wish: Wish<'_>) -> Outcome {
    let options = crate::app::Options {
        folders: wish.folders.to_vec(),
        scenario: wish.scenario.map(str::to_owned),
        seed: wish.seed,
    };
    match crate::app::run(options) {
        Ok(()) => Outcome::Closed,
        Err(obstacle) => Outcome::Unavailable(format!("{obstacle} ({})", obstacle.hint())),
    }
}

/// Says that there is no window in this build.
#[cfg(not(feature = "app"))]
pub(super) fn open(_wish: Wish<'_>) -> Outcome {
    Outcome::Unavailable("this build of Bedside has none".to_owned())
}

/// Says on standard error that the conversation goes on in the terminal, and why.
pub(super) fn say_unavailable(why: &str) {
    // Where standard error is closed, the conversation can still be played.
    let _ = writeln!(anstream::stderr().lock(), "No window: {why}. Going on here, in the terminal.");
}
