//! Puts a new database into the place of a damaged one. What can be read is in the new one before the damaged one is moved,
//! so that there is no moment at which a power cut or a kill would leave neither.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::files::with_suffix;
use super::opening::{Look, connect};
use super::salvage::{Pages, salvage};
use super::{Database, DatabaseError, Opened, SetAside};

/// How many damaged databases are set aside.
const MOST_SET_ASIDE: usize = 100;

/// What SQLite puts beside a database.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Database {
    /// Sets the damaged database aside and puts a new one into its place with what can be read of it; one that is whole after
    /// all, because another window has replaced it, is opened.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub fn anew(path: &Path) -> Result<Opened, DatabaseError> {
        // Held until this returns: two windows may find the same damage.
        let _lock = lock(path)?;
        match Self::at(path, Look::Always) {
            Ok(database) => Ok(Opened { database, damaged: None }),
            Err(error) if error.is_damage() => replace(path),
            Err(error) => Err(error),
        }
    }
}

fn replace(path: &Path) -> Result<Opened, DatabaseError> {
    // Both stay open until the damaged file is out of the way: closing the file lets go of the lock on it.
    let writing = hold(path);
    let pages = Pages::open(path)?;
    let next = next(path);
    remove(&next)?;
    let new = Database::at(&next, Look::Always)?;
    let salvaged = salvage(&pages, &new)?;
    drop(new);
    let aside = set_aside(path)?;
    put_in_place(&next, path)?;
    drop(pages);
    drop(writing);
    let damaged = SetAside { path: aside, attempts: salvaged.attempts, some_lost: salvaged.some_lost };
    Ok(Opened { database: Database::at(path, Look::UnlessLarge)?, damaged: Some(damaged) })
}

/// Finishes what a kill or a power cut has left half done: the damaged database is out of the way, and the new one, which is
/// complete by then, not yet in its place.
///
/// # Errors
/// Where a file cannot be moved.
pub(super) fn finish(path: &Path) -> io::Result<()> {
    let next = next(path);
    if path.exists() || !next.exists() {
        return Ok(());
    }
    let _lock = lock(path)?;
    if path.exists() || !next.exists() {
        return Ok(());
    }
    if let Some(aside) = names(path).take_while(|name| name.exists()).last() {
        move_beside(path, &aside)?;
    }
    put_in_place(&next, path)
}

/// Where the new database is made.
fn next(path: &Path) -> PathBuf {
    path.with_extension("anew.sqlite")
}

fn lock(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path.with_extension("lock"))?;
    file.lock()?;
    Ok(file)
}

/// Keeps other windows from writing, as far as the damage leaves a way to.
fn hold(path: &Path) -> Option<Connection> {
    // Windows moves no file that is open.
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).ok().filter(|_| !cfg!(windows))?;
    connection.execute_batch("BEGIN IMMEDIATE").ok()?;
    Some(connection)
}

/// Moves a damaged database out of the way with what belongs to it, and returns what it is called now.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let free = names(path).find(|name| !name.exists());
    let aside = free.ok_or_else(|| io::Error::other("too many damaged databases lie beside it; remove some"))?;
    fs::rename(path, &aside)?;
    move_beside(path, &aside)?;
    synchronise(path)?;
    Ok(aside)
}

/// What damaged databases are called.
fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    (1..=MOST_SET_ASIDE).map(|number| path.with_extension(format!("damaged-{number}.sqlite")))
}

/// Moves the log before a new database is where the log would be taken for its own.
fn move_beside(path: &Path, aside: &Path) -> io::Result<()> {
    for beside in BESIDE {
        let part = with_suffix(path, beside);
        if part.exists() {
            fs::rename(part, with_suffix(aside, beside))?;
        }
    }
    Ok(())
}

fn put_in_place(next: &Path, path: &Path) -> io::Result<()> {
    for beside in BESIDE {
        remove_one(&with_suffix(next, beside))?;
    }
    fs::rename(next, path)?;
    synchronise(path)
}

/// Removes a database that was begun, with what belongs to it.
fn remove(path: &Path) -> io::Result<()> {
    BESIDE.iter().try_for_each(|beside| remove_one(&with_suffix(path, beside)))?;
    remove_one(path)
}

fn remove_one(path: &Path) -> io::Result<()> {
    if path.exists() { fs::remove_file(path) } else { Ok(()) }
}

/// Puts on the disk that a file is called otherwise; on Windows nothing can be asked for.
fn synchronise(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
