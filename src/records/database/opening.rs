//! Opens the database, or sets a damaged one aside and saves from it what can be read.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{Database, DatabaseError, FILE, salvage, upgrades};

/// How long it is waited for another window that is writing.
const PATIENCE: Duration = Duration::from_secs(2);
/// A database up to this size, in bytes, is looked over whole when it is opened; a larger one as it is read.
const LOOKED_OVER: u64 = 64 << 20;
/// How many damaged databases are set aside.
const MOST_SET_ASIDE: usize = 100;

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

impl Database {
    /// Opens the database in a folder, or makes one. One that is damaged is set aside, and what can be read of it is in the
    /// new one.
    ///
    /// # Errors
    /// Where it cannot be opened or made; what is there stays as it is.
    pub fn open(folder: &Path) -> Result<Opened, DatabaseError> {
        fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        match Self::at(&path) {
            Ok(database) => Ok(Opened { database, damaged: None }),
            Err(error) if error.is_damage() => Self::anew(&path),
            Err(error) => Err(error),
        }
    }

    /// Sets the damaged database aside and begins a new one with what can be read of it.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub fn anew(path: &Path) -> Result<Opened, DatabaseError> {
        let aside = set_aside(path)?;
        let mut database = Self::at(path)?;
        let salvaged = salvage::salvage(&aside, &mut database)?;
        let damaged = SetAside { path: aside, attempts: salvaged.attempts, some_lost: salvaged.some_lost };
        Ok(Opened { database, damaged: Some(damaged) })
    }

    fn at(path: &Path) -> Result<Self, DatabaseError> {
        make_private(path)?;
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if fs::metadata(path)?.len() <= LOOKED_OVER {
            look_over(&connection)?;
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        upgrades::upgrade(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned() })
    }
}

/// Makes an empty file that only its owner can read, unless there is one. What SQLite puts beside it is as private.
pub(super) fn make_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    // A choice is kept when it is on the disk, and not before.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is gone from the file.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// Looks whether the whole database can be read.
fn look_over(connection: &Connection) -> Result<(), DatabaseError> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(DatabaseError::Damaged(found)) }
}

/// Moves a damaged database out of the way with what belongs to it, and returns what it is called now.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let names = (1..=MOST_SET_ASIDE).map(|number| path.with_extension(format!("damaged-{number}.sqlite")));
    let free = names.into_iter().find(|name| !name.exists());
    let aside = free.ok_or_else(|| io::Error::other("too many damaged databases lie beside it; remove some"))?;
    fs::rename(path, &aside)?;
    for beside in ["-wal", "-shm"] {
        let part = with_suffix(path, beside);
        if part.exists() {
            fs::rename(part, with_suffix(&aside, beside))?;
        }
    }
    Ok(aside)
}

/// The path with this after its last letter, as SQLite names what belongs to a database.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
