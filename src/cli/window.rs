//! Opens the window, or says why there is none.

use std::io::Write;
use std::path::PathBuf;

use super::failure::Failure;

/// What the window is to show.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "read by the window, which is not part of this build yet")]
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
    #[expect(dead_code, reason = "made by the window, which is not part of this build yet")]
    Closed,
    /// No window can be opened here, for this reason.
    Unavailable(String),
}

/// Opens the window and waits until it is closed.
///
/// # Errors
/// Where the window failed after it was open.
#[expect(clippy::unnecessary_wraps, reason = "the window can fail, once it is part of this build")]
pub(super) fn open(_wish: Wish<'_>) -> Result<Outcome, Failure> {
    // The seam: with the feature `app`, `crate::app::run` is called here.
    let why = if has_display() { "this build of Bedside has none" } else { "there is no display here" };
    Ok(Outcome::Unavailable(why.to_owned()))
}

/// Whether there is a display to open a window on. Where the system has no such variables, a
/// display is taken for granted.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value: std::ffi::OsString| !value.is_empty());
    cfg!(not(all(unix, not(target_vendor = "apple"))))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(named)
}

/// Says on standard error that the conversation goes on in the terminal, and why.
pub(super) fn say_unavailable(why: &str) {
    // Where standard error is closed, the conversation can still be played.
    let _ = writeln!(anstream::stderr().lock(), "No window: {why}. Going on here, in the terminal.");
}
