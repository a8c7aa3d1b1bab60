//! Other programs of the system, run as child processes until they end or are stopped.

use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{env, io};

/// The operating systems, as far as they come with different programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Mac,
    Windows,
    Other,
}

impl System {
    /// The one that this was built for.
    pub(super) const THIS: Self = if cfg!(target_os = "macos") {
        Self::Mac
    } else if cfg!(windows) {
        Self::Windows
    } else {
        Self::Other
    };
}

/// A program of the system.
#[derive(Clone, Debug)]
pub(super) struct Program(PathBuf);

impl Program {
    pub(super) fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Whether it is found on the `PATH`.
    pub(super) fn is_installed(&self) -> bool {
        let folders = env::var_os("PATH").unwrap_or_default();
        let there = |folder: PathBuf| {
            let file = folder.join(&self.0);
            file.is_file() || file.with_extension("exe").is_file()
        };
        env::split_paths(&folders).any(there)
    }

    /// A command to run it, with its input and output discarded.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.0);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The message for a failure to run it.
    pub(super) fn run_error(&self, error: &io::Error) -> String {
        format!("{self} could not be run ({error})")
    }
}

impl Display for Program {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.0.display().fmt(to)
    }
}

/// The arguments with which PowerShell runs a script.
pub(super) const fn powershell(script: &str) -> [&str; 4] {
    ["-NoProfile", "-NonInteractive", "-Command", script]
}

/// The message if none of the programs for `what` is installed; `None` if one is.
pub(super) fn missing(what: &str, programs: &[&Program], hint: &str) -> Option<String> {
    if programs.iter().any(|program| program.is_installed()) {
        return None;
    }
    let names: Vec<String> = programs.iter().map(ToString::to_string).collect();
    Some(format!("This computer has nothing to {what} with (looked for: {}). {hint}", names.join(", ")))
}

/// A thread that runs a program; it is stopped when this is dropped.
#[derive(Debug)]
pub(super) struct Running {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Starts the thread. `work` must end when the channel it is given is closed.
    pub(super) fn start(work: impl FnOnce(&Receiver<()>) + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel();
        let thread = thread::spawn(move || work(&stopped));
        Self { stop: Some(stop), thread: Some(thread) }
    }

    /// Stops the thread, and waits for it.
    pub(super) fn end(mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // What went wrong on the thread was reported there.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    /// Stops the thread without waiting for it.
    fn drop(&mut self) {
        self.stop = None;
        self.thread = None;
    }
}

/// Waits until the child ends; or kills it as soon as `wanted` says no, and then returns no exit status. `wanted` is
/// called over and over and should block for a while itself.
pub(super) fn wait(child: &mut Child, mut wanted: impl FnMut() -> bool) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if !wanted() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
    }
}

/// Waits for a while, and returns whether the program is still wanted; returns at once when it is not.
pub(super) fn still_wanted(stopped: &Receiver<()>, a_while: Duration) -> bool {
    stopped.recv_timeout(a_while) == Err(RecvTimeoutError::Timeout)
}
