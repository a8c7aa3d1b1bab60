//! The database that a command is about.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::records::data_folder;
use crate::records::database::{Database, DatabaseError, FILE, Opened, SetAside};

use super::failure::Failure;

/// The database in this folder, or in the user's own.
pub(super) fn open(folder: Option<&Path>) -> Result<Database, Failure> {
    let folder = named(folder)?;
    if !folder.join(FILE).exists() {
        return Err(nothing_kept(&folder));
    }
    open_at(&folder)
}

/// The database in a folder that has one, to read it: it stays as it is. What is damaged is told of, and what can be read of
/// it is read.
pub(super) fn open_to_read(folder: &Path) -> Result<Database, Failure> {
    let Opened { database, damaged } = Database::open_to_read(folder).map_err(|error| unread(folder, error))?;
    if let Some(damaged) = damaged {
        // Where standard error is closed, nobody can read it.
        let _ = writeln!(anstream::stderr().lock(), "{}", in_words(&damaged));
    }
    Ok(database)
}

/// What is told of a damaged database, which is left for the window to set aside.
fn in_words(damaged: &SetAside) -> String {
    let path = damaged.path.display();
    let read = match damaged.attempts {
        1 => "one attempt can be read".to_owned(),
        attempts => format!("{attempts} attempts can be read"),
    };
    let lost = if damaged.some_lost { ", and others may be lost" } else { "" };
    format!(
        "warning: {path} is damaged: {read}{lost}\nhint: the window, when it is next opened, puts a sound file in its place"
    )
}

/// The database in this folder, or in the user's own; where there is none, an empty one is made.
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

fn open_at(folder: &Path) -> Result<Database, Failure> {
    Database::open(folder).map(|opened| opened.database).map_err(|error| unread(folder, error))
}

fn unread(folder: &Path, error: DatabaseError) -> Failure {
    Failure::failed(format!("what is kept in {} cannot be read", folder.display())).because(error)
}

/// A database that cannot be read or written any further.
pub(super) fn unreadable_records(error: DatabaseError) -> Failure {
    Failure::failed("the records cannot be read").because(error)
}
