//! Opens the window, or says why there is none.

use std::io::Write;
use std::path::PathBuf;

use super::failure::Failure;

/// What the window is to show.
#[derive(Clone, Copy, Debug)]
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
    Closed,
    /// No window can be opened here, for this reason.
    Unavailable(String),
}

/// Opens the window and waits until it is closed.
///
/// # Errors
/// Where the window failed after it was open.
pub(super) fn open(wish: Wish<'_>) -> Result<Outcome, Failure> {
    let Wish { folders: _, scenario: _, seed: _ } = wish;
    Ok(Outcome::Unavailable("this build of Bedside has no window".to_owned()))
}

/// Says on standard error that the conversation goes on in the terminal, and why.
pub(super) fn say_unavailable(why: &str) {
    // Where standard error is closed, the conversation can still be played.
    let _ = writeln!(anstream::stderr().lock(), "No window: {why}. Going on here, in the terminal.");
}
