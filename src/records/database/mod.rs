//! The database that attempts are kept in: one SQLite file in the user's data folder.
//!
//! Every change is on the disk when the call that made it returns. Several programs may have it open at once.

mod attempts;
mod files;
mod guest;
mod journal;
mod log;
mod opening;
mod outbox;
mod packing;
mod past;
mod played;
mod profiles;
mod progress;
mod reading;
mod replacing;
mod salvage;
mod sharing;
mod upgrades;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

use crate::hash::name_key;

pub use attempts::{KeptAttempt, OpenAttempts};
pub use opening::{Opened, SetAside};
pub use outbox::{Outbox, Refused, WaitingStatement};
pub use played::Tally;
pub use profiles::Profile;
pub use reading::FileState;
#[cfg(feature = "sync")]
pub(in crate::records) use sharing::REST;
pub use sharing::Sharing;

/// The name of the file.
pub const FILE: &str = "records.sqlite";

/// The database, open.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    path: PathBuf,
    /// Which file was at that path when it was opened.
    file: Option<files::FileId>,
}

/// Why the database cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    #[error(
        "{} was written by a newer Bedside (version {found}; this one knows up to {known}). Use the newer one, or another \
         folder", path.display()
    )]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error("{} is the database of another program. Move it, or use another folder", path.display())]
    Foreign { path: PathBuf },
    #[error("the database is damaged: {0}")]
    Damaged(String),
    #[error("another window has replaced the file")]
    Replaced,
    #[error("your computer names no folder for it")]
    NoFolder,
    #[error("this profile has been deleted in another window")]
    NoProfile,
    #[error("several people play here, and it is not known which of them you are")]
    NotSaid,
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

impl DatabaseError {
    /// Whether the file itself is damaged, so that trying again is no use.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Damaged(_) => true,
            Self::Sqlite(error) => {
                matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
                    // The file ends within a page.
                    || error.sqlite_error().is_some_and(|code| code.extended_code == ffi::SQLITE_IOERR_SHORT_READ)
            }
            Self::Newer { .. }
            | Self::Foreign { .. }
            | Self::Replaced
            | Self::NoFolder
            | Self::NoProfile
            | Self::NotSaid
            | Self::Io(_) => false,
        }
    }

    /// The cause in plain words, to follow a colon.
    #[must_use]
    pub fn in_words(&self) -> String {
        let error = match self {
            Self::Sqlite(error) => error,
            Self::Io(error) => return cause(error).to_owned(),
            Self::Newer { .. }
            | Self::Foreign { .. }
            | Self::Damaged(_)
            | Self::Replaced
            | Self::NoFolder
            | Self::NoProfile
            | Self::NotSaid => {
                return self.to_string();
            }
        };
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                return "another program is using the file".to_owned();
            }
            Some(ErrorCode::DiskFull) => ErrorKind::StorageFull,
            Some(ErrorCode::ReadOnly) => ErrorKind::ReadOnlyFilesystem,
            Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => ErrorKind::PermissionDenied,
            Some(ErrorCode::SystemIoFailure) => ErrorKind::Other,
            _ => return error.to_string(),
        };
        cause(&kind.into()).to_owned()
    }
}

/// What a fault means for whoever plays, as sentences.
impl DatabaseError {
    /// That nothing can be saved, in this folder or for want of one.
    #[must_use]
    pub fn nothing_saved_in(&self, folder: Option<&Path>) -> String {
        let why = self.in_words();
        match folder {
            Some(folder) if !matches!(self, Self::NoProfile | Self::NotSaid) => {
                let folder = folder.display();
                format!("What you do is not saved in {folder}: {why}. You can go on; Bedside keeps trying.")
            }
            _ => format!("What you do is not saved: {why}."),
        }
    }

    /// That nothing can be read in this folder.
    #[must_use]
    pub fn nothing_read_in(&self, folder: &Path) -> String {
        format!("What was kept in {} could not be read: {}.", folder.display(), self.in_words())
    }
}

impl Database {
    /// Makes several changes as one: all of them are on the disk when this returns, or none.
    ///
    /// # Errors
    /// Where one of them cannot be made, or where another window has found the file damaged and put another into its place;
    /// then they have to be made again, in that one.
    pub fn together(&self, change: impl FnOnce(&Self) -> Result<(), DatabaseError>) -> Result<(), DatabaseError> {
        let transaction = rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        change(self)?;
        transaction.commit()?;
        // Looked at afterwards: what was written before another window read the file is in the new one.
        if self.is_in_place() { Ok(()) } else { Err(DatabaseError::Replaced) }
    }

    fn is_in_place(&self) -> bool {
        self.file == files::file_id(&self.path)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it is in; `None` where it is in memory alone.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.path.parent()
    }
}

impl Drop for Database {
    /// Leaves everything in the one file, where nobody else has it open.
    fn drop(&mut self) {
        if self.is_in_place() {
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}

/// The cause of an I/O error in plain words, to follow a colon.
#[must_use]
pub fn cause(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "the disk is full",
        ErrorKind::PermissionDenied => "Bedside is not allowed to",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::InvalidData => "it is not text",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "something else is in its place"
        }
        _ => "the disk has failed",
    }
}

/// The checksum of a text that is kept: FNV-1a with 64 bits.
fn checksum(text: &str) -> i64 {
    name_key(text).cast_signed()
}

/// The checksum of an attempt's columns, in their order, each as a text.
fn attempt_checksum(columns: &[String]) -> i64 {
    checksum(&columns.join("\u{1f}"))
}

#[cfg(test)]
mod tests;
