//! Other programs of the system, run as child processes until they end or are stopped.

use std::ffi::OsStr;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
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

/// What the files of programs end in, on a system where their names leave that out. Editors often come as a script.
const ENDINGS: &[&str] = if cfg!(windows) { &["exe", "cmd", "bat"] } else { &[] };

/// A program of the system.
#[derive(Clone, Debug)]
pub(super) struct Program(PathBuf);

impl Program {
    pub(super) fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Whether it is found on the `PATH`.
    pub(super) fn is_installed(&self) -> bool {
        self.found().is_some()
    }

    fn found(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        self.found_in(env::split_paths(&path), ENDINGS)
    }

    /// Its file in the first folder that has it. Where there are endings, a file without one is no program: some editors
    /// have a script for other systems there.
    fn found_in(&self, mut folders: impl Iterator<Item = PathBuf>, endings: &[&str]) -> Option<PathBuf> {
        let named = |file: &Path| endings.is_empty() || file.extension().is_some();
        folders.find_map(|folder| {
            let file = folder.join(&self.0);
            let others = endings.iter().map(|ending| file.with_added_extension(ending));
            Some(file.clone()).into_iter().filter(|file| named(file)).chain(others).find(|file| file.is_file())
        })
    }

    /// A command to run it, out of sight and with its input and output discarded.
    pub(super) fn command(&self) -> Command {
        // By its name alone Windows finds no script.
        let found = if cfg!(windows) { self.found() } else { None };
        let mut command = unseen(found.as_ref().unwrap_or(&self.0));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The message for a failure to run it.
    pub(super) fn run_error(&self, error: &io::Error) -> String {
        format!("{self} could not be run ({error})")
    }
}

/// The one way in which the window makes a command: on Windows a program that is made for a terminal opens none.
fn unseen(program: impl AsRef<OsStr>) -> Command {
    #[cfg_attr(not(windows), expect(unused_mut, reason = "there is no console to be kept from opening"))]
    let mut command = Command::new(program);
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
    command
}

/// What keeps Windows from opening a console for a program.
#[cfg(windows)]
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

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

#[cfg(test)]
mod tests {
    use std::{fs, process};

    use super::*;

    #[test]
    fn where_programs_have_endings_a_file_without_one_is_none() {
        let folder = env::temp_dir().join(format!("bedside-programs-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        for name in ["first/code", "second/code.cmd", "second/edit", "second/edit.exe", "second/edit.bat"] {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, "").expect("a file");
        }
        let found = |name: &str, endings: &[&str]| {
            let folders = ["first", "second"].map(|name| folder.join(name)).into_iter();
            let file = Program::new(name).found_in(folders, endings)?;
            Some(file.strip_prefix(&folder).expect("it lies there").to_owned())
        };
        let windows = ["exe", "cmd", "bat"];
        assert_eq!(found("code", &windows), Some(Path::new("second").join("code.cmd")));
        assert_eq!(found("edit", &windows), Some(Path::new("second").join("edit.exe")));
        assert_eq!(found("edit.bat", &windows), Some(Path::new("second").join("edit.bat")));
        assert_eq!(found("code", &[]), Some(Path::new("first").join("code")));
        assert_eq!(found("vi", &windows), None);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
