//! The database that a command is about.

use std::path::{Path, PathBuf};

use crate::records::data_folder;
use crate::records::database::{Database, DatabaseError, FILE};

use super::failure::Failure;

/// The database in this folder, or in the user's own.
pub(super) fn open(folder: Option<&Path>) -> Result<Database, Failure> {
    let folder = named(folder)?;
    if !folder.join(FILE).exists() {
        return Err(nothing_kept(&folder));
    }
    open_at(&folder)
}

/// The same; where there is none, an empty one is made.
pub(super) fn open_or_make(folder: Option<&Path>) -> Result<Database, Failure> {
    open_at(&named(folder)?)
}

/// Where there is nothing to read.
pub(super) fn nothing_kept(folder: &Path) -> Failure {
    let failure = Failure::failed(format!("nothing is kept in {} yet", folder.display()));
    failure.hint("play a scenario to its debrief first, or name another folder with --data")
}

/// This folder, or the user's own.
pub(super) fn named(folder: Option<&Path>) -> Result<PathBuf, Failure> {
    let no_folder = || Failure::failed("your computer names no folder for what is kept").hint("name one with --data");
    folder.map(Path::to_owned).or_else(data_folder).ok_or_else(no_folder)
}

/// The database in a folder that has one.
pub(super) fn open_at(folder: &Path) -> Result<Database, Failure> {
    let unread = |error| Failure::failed(format!("what is kept in {} cannot be read", folder.display())).because(error);
    Database::open(folder).map(|opened| opened.database).map_err(unread)
}

/// A database that cannot be read or written any further.
pub(super) fn unreadable_records(error: DatabaseError) -> Failure {
    Failure::failed("the records cannot be read").because(error)
}
