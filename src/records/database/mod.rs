//! The database that attempts are kept in: one SQLite file in the user's data folder.
//!
//! Every change is on the disk when the call that made it returns. Several programs may have it open at once.

mod attempts;
mod guest;
mod opening;
mod outbox;
mod packing;
mod played;
mod profiles;
mod progress;
mod salvage;
mod sharing;
mod upgrades;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::hash::name_key;

pub use attempts::{KeptAttempt, OpenAttempts};
pub use opening::{Opened, SetAside};
pub use outbox::{Outbox, Refused, WaitingStatement};
pub use played::Tally;
pub use profiles::Profile;
pub use sharing::Sharing;

/// The name of the file.
pub const FILE: &str = "records.sqlite";

/// The database, open.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    path: PathBuf,
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
    #[error("your computer names no folder for it")]
    NoFolder,
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
            }
            Self::Newer { .. } | Self::Foreign { .. } | Self::NoFolder | Self::Io(_) => false,
        }
    }

    /// The cause in plain words, to follow a colon.
    #[must_use]
    pub fn in_words(&self) -> String {
        let error = match self {
            Self::Sqlite(error) => error,
            Self::Io(error) => return cause(error).to_owned(),
            Self::Newer { .. } | Self::Foreign { .. } | Self::Damaged(_) | Self::NoFolder => return self.to_string(),
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
            None => format!("What you do is not saved: {why}."),
            Some(folder) => {
                let folder = folder.display();
                format!("What you do is not saved in {folder}: {why}. You can go on; Bedside keeps trying.")
            }
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
    /// Where one of them cannot be made.
    pub fn together(&self, change: impl FnOnce(&Self) -> Result<(), DatabaseError>) -> Result<(), DatabaseError> {
        let transaction = rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        change(self)?;
        transaction.commit()?;
        Ok(())
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
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

#[cfg(test)]
mod tests;
