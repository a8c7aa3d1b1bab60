//! Why a command did not do what was asked: kind, what, cause and ways out.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::library::visible;

/// What kind of failure, which decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The command cannot be understood or carried out as written: 2.
    Usage,
    /// It was carried out, and failed: 1.
    Failed,
    /// It was carried out, failed, and all that there is to say has been said: 1.
    Reported,
    /// Nobody reads the output any more: nothing to say, and no failure.
    ClosedPipe,
}

/// Why a command did not do what was asked.
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

    /// Because of this.
    pub(super) fn because(mut self, cause: impl Into<Box<dyn Error>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Adds a hint.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says on standard error what failed; returns the exit code.
    pub(super) fn report(&self) -> ExitCode {
        let code = match self.kind {
            Kind::ClosedPipe => return ExitCode::SUCCESS,
            Kind::Reported => return ExitCode::FAILURE,
            Kind::Usage => ExitCode::from(2),
            Kind::Failed => ExitCode::FAILURE,
        };
        // Where standard error is closed too, nobody is left to read it.
        let _ = self.write(&mut anstream::stderr().lock());
        code
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "error: {}", visible(&self.what))?;
        let mut cause = self.cause.as_deref();
        while let Some(error) = cause {
            write!(out, ": {}", visible(&error.to_string()))?;
            cause = error.source();
        }
        writeln!(out)?;
        self.hints.iter().try_for_each(|hint| writeln!(out, "help: {}", visible(hint)))
    }
}

/// A failure to write the output; what cannot be read is told apart by [`unreadable_input`].
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

/// A path of the command line where nothing is; `undone` is what has not been done for it.
pub(super) fn no_such_path(path: &Path, undone: &str) -> Failure {
    let failure = Failure::usage(format!("there is no file or folder {}", path.display()));
    failure.hint(format!("check how its name is spelt; nothing was {undone}"))
}

/// A folder that has to be there.
pub(super) fn no_folder(folder: &Path) -> Failure {
    Failure::usage(format!("there is no folder {}", folder.display()))
}

/// A file that is not written over.
pub(super) fn exists(path: &Path) -> Failure {
    Failure::usage(format!("{} exists, and is left as it is", path.display()))
}

/// A file that cannot be written.
pub(super) fn unwritable(path: &Path, why: impl Into<Box<dyn Error>>) -> Failure {
    Failure::failed(format!("{} cannot be written", path.display())).because(why)
}

/// Standard input that cannot be read.
pub(super) fn unreadable_input(error: io::Error) -> Failure {
    Failure::failed("standard input cannot be read").because(error)
}
