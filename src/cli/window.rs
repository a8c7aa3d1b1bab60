//! Opens the window, or says why there is none.

use std::any::Any;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use crate::message_box;
use crate::policy::Feature;
use crate::records::{WhoPlays, data_folder};

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

/// Opens the window and waits until it is closed. Where it breaks down, that is said before the program ends as it would have.
pub(super) fn open(request: WindowRequest<'_>) -> Outcome {
    let opened = panic::catch_unwind(AssertUnwindSafe(|| opened(request)));
    opened.unwrap_or_else(|panic| {
        if nobody_is_at_a_terminal() {
            let kept = kept_in(request.who).filter(|_| !request.setup.policy.is_off(Feature::Profiles));
            show(&broken_down(panic.as_ref(), kept.as_deref()));
        }
        panic::resume_unwind(panic)
    })
}

#[cfg(feature = "app")]
fn opened(request: WindowRequest<'_>) -> Outcome {
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
fn opened(_request: WindowRequest<'_>) -> Outcome {
    let why = "this build of Bedside has none".to_owned();
    Outcome::Unavailable { why, hint: "build it with the feature `app`, or stay here in the terminal".to_owned() }
}

/// Says that the conversation goes on in the terminal, and why; where nobody is at one, in a message box.
pub(super) fn say_unavailable(why: &str, hint: &str) {
    // Where standard error is closed, the conversation can still be played.
    let _ = writeln!(anstream::stderr().lock(), "No window: {why}.\nhelp: {hint}\nGoing on here, in the terminal.");
    if nobody_is_at_a_terminal() {
        show(&format!("Bedside cannot open its window: {why}.\n\nWhat may help: {hint}."));
    }
}

/// Whether the program was started from a desktop or a shortcut: no terminal is at any end of it, and nobody can say anything to
/// it. Whoever speaks to it through a pipe may wait to be asked, so nothing is read to find out.
fn nobody_is_at_a_terminal() -> bool {
    let terminal = io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal();
    !terminal && (env::var_os(message_box::SHORTCUT).is_some() || input_is_a_device())
}

/// Whether the input is neither a file nor a pipe; what is no terminal either has nothing to say, like `/dev/null`.
#[cfg(unix)]
fn input_is_a_device() -> bool {
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;

    let input = io::stdin().as_fd().try_clone_to_owned();
    let about = input.and_then(|input| File::from(input).metadata());
    about.is_ok_and(|about| about.file_type().is_char_device())
}

/// On Windows a shortcut says so itself.
#[cfg(not(unix))]
const fn input_is_a_device() -> bool {
    false
}

/// Shows a message, and says on standard error where nothing can: there a desktop's own journal has it.
fn show(text: &str) {
    if let Err(looked_for) = message_box::show(text) {
        let _ = writeln!(anstream::stderr().lock(), "No message box could be shown (looked for: {looked_for}).");
    }
}

/// The folder that something is kept in; `None` where nothing is kept.
fn kept_in(who: &WhoArguments) -> Option<PathBuf> {
    if who.who() == WhoPlays::Guest {
        return None;
    }
    who.folder().map(Path::to_owned).or_else(data_folder)
}

/// What somebody is told whose window has broken down.
fn broken_down(panic: &(dyn Any + Send), kept_in: Option<&Path>) -> String {
    let texts = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let kept = match kept_in {
        Some(folder) => format!(
            "What was kept is not lost: it lies in {}, and a conversation that was under way goes on from its last choice when \
             Bedside is started again. Of a guest nothing is kept.",
            folder.display()
        ),
        None => "Nothing was kept, as you were a guest.".to_owned(),
    };
    let why = texts.unwrap_or("it is not known why");
    format!("Bedside has broken down, which is a mistake in it or in a driver ({why}).\n\n{kept}")
}

#[cfg(test)]
mod tests {
    use clap::{Args, FromArgMatches};

    use super::*;

    #[test]
    fn whoever_sees_the_window_break_down_is_told_why_and_that_nothing_kept_is_lost() {
        let panic = panic::catch_unwind(|| panic!("no device: {}", 7)).expect_err("it panics");
        let told = broken_down(panic.as_ref(), Some(Path::new("/home/her/kept")));
        assert!(told.contains("(no device: 7)") && told.contains("it lies in /home/her/kept, "), "{told}");
        let panic = panic::catch_unwind(|| panic!("no device")).expect_err("it panics");
        let told = broken_down(panic.as_ref(), None);
        assert!(told.contains("(no device)") && told.ends_with("Nothing was kept, as you were a guest."), "{told}");
    }

    #[test]
    fn of_a_guest_nothing_is_said_to_lie_anywhere() {
        let who = |words: &[&str]| {
            let words = std::iter::once("bedside").chain(words.iter().copied());
            let matches = WhoArguments::augment_args(clap::Command::new("bedside")).get_matches_from(words);
            WhoArguments::from_arg_matches(&matches).expect("they fit")
        };
        assert_eq!(kept_in(&who(&["--guest"])), None);
        assert_eq!(kept_in(&who(&["--data", "kept"])), Some(PathBuf::from("kept")));
        assert_eq!(kept_in(&who(&[])), data_folder());
    }
}
