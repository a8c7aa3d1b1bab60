//! The database that attempts are kept in: one SQLite file in the user's data folder.
//!
//! Every change is on the disk when the call that made it returns. Several programs may have it open at once.

mod attempts;
mod opening;
mod played;
mod profiles;
mod salvage;
mod upgrades;

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};

use crate::hash::name_key;

pub use attempts::{KeptAttempt, OpenAttempts};
pub use opening::{Opened, SetAside};
pub use played::Tally;
pub use profiles::Profile;

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
            Self::Newer { .. } | Self::Foreign { .. } | Self::Io(_) => false,
        }
    }

    /// The cause in plain words, as the end of a sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        let Self::Sqlite(error) = self else { return self.to_string() };
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => "the disk is full".to_owned(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program is using it".to_owned(),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                "it cannot be written".to_owned()
            }
            Some(ErrorCode::SystemIoFailure) => "the disk cannot be read or written".to_owned(),
            _ => error.to_string(),
        }
    }
}

impl Database {
    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The checksum of a text that is kept: FNV-1a with 64 bits.
fn checksum(text: &str) -> i64 {
    name_key(text).cast_signed()
}

#[cfg(test)]
mod tests;
