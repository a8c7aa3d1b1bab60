//! A file or folder that could not be used as a whole: what is wrong with it, and the way out.

use std::io;
use std::path::{Path, PathBuf};

use crate::rules::files;
use crate::source::Rule;

/// A file or folder that could not be used as a whole, so that there is no text to point into.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// As the user wrote it.
    pub path: PathBuf,
    pub message: String,
    pub hints: Vec<String>,
}

impl Notice {
    pub(super) fn new(rule: &'static Rule, path: &Path, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { rule, path: path.to_owned(), message: message.into(), hints: vec![hint.into()] }
    }

    /// A file that the system does not let Bedside read.
    pub(super) fn unreadable_file(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound {
            return Self::new(&files::MISSING_FILE, path, "there is no such file", "check how its name is spelt");
        }
        let message = format!("this file cannot be read: {error}");
        Self::new(&files::UNREADABLE_FILE, path, message, "check that you are allowed to read it, or move it away")
    }

    /// A folder that the system does not let Bedside read.
    pub(super) fn unreadable_folder(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::new(
                &files::MISSING_FOLDER,
                path,
                "there is no such folder",
                "check how its name is spelt, or make it and put scenario files (`.ron`) into it",
            ),
            io::ErrorKind::NotADirectory => {
                Self::new(&files::NOT_A_FOLDER, path, "this is not a folder", "name the folder that the file lies in")
            }
            _ => Self::new(
                &files::UNREADABLE_FOLDER,
                path,
                format!("this folder cannot be read: {error}"),
                "check that you are allowed to read it",
            ),
        }
    }
}
