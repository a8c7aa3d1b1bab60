//! Opens the database, or sets a damaged one aside and saves from it what can be read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::private_files::make_folder;

use super::files::{file_id, make_private, with_suffix};
use super::journal::Journal;
use super::log::Log;
use super::{Database, DatabaseError, FILE, attempts, played, replacing, upgrades};

/// A database up to this size, in bytes, is looked over whole when it is opened; a larger one as it is read.
const LOOKED_OVER: u64 = 64 << 20;

/// A database that was opened.
#[derive(Debug)]
pub struct Opened {
    pub database: Database,
    /// The damaged database that was in its place.
    pub damaged: Option<SetAside>,
}

/// A damaged database that was moved out of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// What it is called now.
    pub path: PathBuf,
    /// How many attempts could be read from it, and are in the new one.
    pub attempts: usize,
    /// Whether some could not be read.
    pub some_lost: bool,
}

impl SetAside {
    /// What became of it, as sentences.
    #[must_use]
    pub fn in_words(&self) -> String {
        let now_called = self.path.display();
        let saved = match self.attempts {
            0 => "None of its conversations could be read".to_owned(),
            1 => "One conversation could be read from it and is kept".to_owned(),
            attempts => format!("{attempts} conversations could be read from it and are kept"),
        };
        let lost = if self.some_lost { "; others may be lost" } else { "" };
        format!("What was kept of your play was damaged. {saved}{lost}. The damaged file is now called {now_called}.")
    }
}

/// Whether a large database is looked over too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    UnlessLarge,
    Always,
}

impl Database {
    /// Opens the database in a folder, or makes one. One that is damaged is set aside, and what can be read of it is in the
    /// new one.
    ///
    /// # Errors
    /// Where it cannot be opened or made; what is there stays as it is.
    pub fn open(folder: &Path) -> Result<Opened, DatabaseError> {
        make_folder(folder)?;
        let path = folder.join(FILE);
        replacing::finish(&path)?;
        match Self::at(&path, Look::UnlessLarge) {
            Ok(database) => Ok(Opened { database, damaged: None }),
            Err(error) if error.is_damage() => Self::anew(&path),
            Err(error) => Err(error),
        }
    }

    pub(super) fn at(path: &Path, look: Look) -> Result<Self, DatabaseError> {
        Self::with(path, look, Journal::of(path))
    }

    pub(super) fn with(path: &Path, look: Look, journal: Journal) -> Result<Self, DatabaseError> {
        make_private(path)?;
        let damaged = log_is_damaged(path)?;
        let mut connection = connect_as(path, OpenFlags::SQLITE_OPEN_READ_WRITE, journal)?;
        if damaged {
            look_at_log(&connection, path)?;
        }
        match look {
            Look::Always => look_over(&connection)?,
            Look::UnlessLarge => look_over_unless_large(&connection, path)?,
        }
        journal.settle(&connection)?;
        upgrades::upgrade(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned(), file: file_id(path) })
    }
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    connect_as(path, flags, Journal::of(path))
}

fn connect_as(path: &Path, flags: OpenFlags, journal: Journal) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    journal.begin(&mut connection)?;
    // SQLite would remove the log by its name, which may be that of another database by then.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // A choice is kept when it is on the disk, and not before.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is gone from the file.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// Looks a database over that is not too large to be waited for.
pub(super) fn look_over_unless_large(connection: &Connection, path: &Path) -> Result<(), DatabaseError> {
    if fs::metadata(path)?.len() <= LOOKED_OVER { look_over(connection) } else { Ok(()) }
}

/// Looks whether the whole database can be read, and whether each row is as it was written.
fn look_over(connection: &Connection) -> Result<(), DatabaseError> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(DatabaseError::Damaged(found));
    }
    if !upgrades::is_known(connection)? {
        return Ok(());
    }
    match attempts::damaged_rows(connection)? + played::damaged_rows(connection)? {
        0 => Ok(()),
        rows => Err(DatabaseError::Damaged(format!("{rows} rows are not as they were written"))),
    }
}

/// Whether a log lies beside the database from which SQLite would leave out what is on the disk.
fn log_is_damaged(path: &Path) -> io::Result<bool> {
    Log::read(&with_suffix(path, "-wal"))?.filter(Log::is_damaged).map_or(Ok(false), |log| Ok(!log.is_spent(path)?))
}

/// Looks again while nobody writes.
fn look_at_log(connection: &Connection, path: &Path) -> Result<(), DatabaseError> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let damaged = Log::read(&with_suffix(path, "-wal"))?.is_some_and(|log| log.is_damaged());
    connection.execute_batch("ROLLBACK")?;
    if damaged { Err(DatabaseError::Damaged("its log cannot be read to its end".to_owned())) } else { Ok(()) }
}
