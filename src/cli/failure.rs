//! Why a command failed: kind, message, cause and ways out.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::library::visible;

/// The kind of failure, which decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The command line cannot be understood or carried out as written: 2.
    Usage,
    /// The command was carried out, and failed: 1.
    Failed,
    /// The command was carried out and failed, and its output already says so: 1.
    Reported,
    /// The output is no longer read by anyone, which is not reported as a failure.
    ClosedPipe,
}

/// Why a command failed.
#[derive(Debug)]
pub(super) struct Failure {
    kind: Kind,
    what: String,
    cause: Option<Box<dyn Error>>,
    hints: Vec<String>,
}

impl Failure {
    const fn new(kind: Kind, what: String) -> Self {
        Self { kind, what, cause: None, hints: Vec::new() }
    }

    /// The command cannot be carried out as written.
    pub(super) fn usage(what: impl Into<String>) -> Self {
        Self::new(Kind::Usage, what.into())
    }

    /// The command was carried out, and failed.
    pub(super) fn failed(what: impl Into<String>) -> Self {
        Self::new(Kind::Failed, what.into())
    }

    /// The command failed, and its output says so.
    pub(super) const fn reported() -> Self {
        Self::new(Kind::Reported, String::new())
    }

    /// Whether the output already says why.
    pub(super) fn is_reported(&self) -> bool {
        self.kind == Kind::Reported
    }

    /// Adds the cause.
    pub(super) fn because(mut self, cause: impl Into<Box<dyn Error>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Adds a hint.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Writes the failure to standard error; returns the exit code.
    pub(super) fn report(&self) -> ExitCode {
        let code = match self.kind {
            Kind::ClosedPipe => return ExitCode::SUCCESS,
            Kind::Reported => return ExitCode::FAILURE,
            Kind::Usage => ExitCode::from(2),
            Kind::Failed => ExitCode::FAILURE,
        };
        // Where standard error is closed too, nobody can read it.
        let _ = self.write("error", &mut anstream::stderr().lock());
        code
    }

    /// Writes the failure to standard error, where the command goes on.
    pub(super) fn warn(&self) {
        // Where standard error is closed, the command itself still works.
        let _ = self.write("warning", &mut anstream::stderr().lock());
    }

    fn write(&self, how_bad: &str, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{how_bad}: {}", visible(&self.what))?;
        let mut cause = self.cause.as_deref();
        while let Some(error) = cause {
            write!(out, ": {}", visible(&error.to_string()))?;
            cause = error.source();
        }
        writeln!(out)?;
        self.hints.iter().try_for_each(|hint| writeln!(out, "help: {}", visible(hint)))
    }
}

/// A failure to write the output; for input, there is [`unreadable_input`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::new(Kind::ClosedPipe, String::new());
        }
        Self::failed("the output cannot be written").because(error)
    }
}

/// A choice that the session refuses.
pub(super) fn refused(refusal: impl Into<Box<dyn Error>>) -> Failure {
    Failure::failed("the choice was refused").because(refusal)
}

/// A path on the command line that does not exist; `undone` says what was not done as a result.
pub(super) fn no_such_path(path: &Path, undone: &str) -> Failure {
    let failure = Failure::usage(format!("there is no file or folder {}", path.display()));
    failure.hint(format!("check how its name is spelt; nothing was {undone}"))
}

/// A folder that has to exist and does not.
pub(super) fn no_folder(folder: &Path) -> Failure {
    Failure::usage(format!("there is no folder {}", folder.display()))
}

/// A file that exists and is not overwritten.
pub(super) fn exists(path: &Path) -> Failure {
    Failure::usage(format!("{} exists, and is left as it is", path.display()))
}

/// A file that cannot be written.
pub(super) fn unwritable(path: &Path, why: impl Into<Box<dyn Error>>) -> Failure {
    Failure::failed(format!("{} cannot be written", path.display())).because(why)
}

/// A file that cannot be read.
pub(super) fn unreadable(path: &Path) -> Failure {
    Failure::failed(format!("{} cannot be opened to be read", path.display()))
}

/// Standard input that cannot be read.
pub(super) fn unreadable_input(error: io::Error) -> Failure {
    Failure::failed("standard input cannot be read").because(error)
}

/// A hint at what may have been meant.
pub(super) fn did_you_mean(near: &str) -> String {
    format!("did you mean \u{201c}{near}\u{201d}?")
}
