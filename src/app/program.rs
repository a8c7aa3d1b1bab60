//! Programs of the system that are run as children beside the window, until they are over or not wanted any more.

use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{env, io};

/// The systems, as far as they bring different programs.
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

    /// Whether it can be found where the system looks for programs.
    pub(super) fn is_installed(&self) -> bool {
        let folders = env::var_os("PATH").unwrap_or_default();
        let there = |folder: PathBuf| {
            let file = folder.join(&self.0);
            file.is_file() || file.with_extension("exe").is_file()
        };
        env::split_paths(&folders).any(there)
    }

    /// What runs it; nobody reads what it prints.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.0);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// That it could not be run, and why.
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

/// What to say where none of the programs is there by which this computer could do `what`; nothing where one is.
pub(super) fn missing(what: &str, programs: &[&Program], way_out: &str) -> Option<String> {
    if programs.iter().any(|program| program.is_installed()) {
        return None;
    }
    let names: Vec<String> = programs.iter().map(ToString::to_string).collect();
    Some(format!("This computer has nothing to {what} with (looked for: {}). {way_out}", names.join(", ")))
}

/// Background with a program, on a thread of its own. Dropped, it is stopped.
#[derive(Debug)]
pub(super) struct Running {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Begins. The work has to end when what it is given is closed.
    pub(super) fn start(work: impl FnOnce(&Receiver<()>) + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel();
        let thread = thread::spawn(move || work(&stopped));
        Self { stop: Some(stop), thread: Some(thread) }
    }

    /// Stops it, and waits until it has stopped.
    pub(super) fn end(mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // What went wrong on the thread has been told there.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    /// Tells the thread, and does not wait for it.
    fn drop(&mut self) {
        self.stop = None;
        self.thread = None;
    }
}

/// Waits until the child is over, or kills it when it is not wanted any more: then there is no exit status. `wanted`
/// is asked again and again, and takes its time to answer.
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

/// Whether it is wanted still, after a while; that it is not takes no while to be seen.
pub(super) fn still_wanted(stopped: &Receiver<()>, a_while: Duration) -> bool {
    stopped.recv_timeout(a_while) == Err(RecvTimeoutError::Timeout)
}
