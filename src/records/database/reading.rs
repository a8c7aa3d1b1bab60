//! Opens the database to read it, and leaves it as it is.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::records::record_store::RecordStore;

use super::files::with_suffix;
use super::opening::{connect, look_over_unless_large};
use super::salvage::{Pages, salvage};
use super::{Database, DatabaseError, FILE, Opened, SetAside, upgrades};

/// How a database file is that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Of the version that this Bedside writes.
    UpToDate(i64),
    /// Of an earlier version; it is brought up to date when it is next opened.
    Earlier(i64),
}

impl Database {
    /// How the database in a folder is; `None` where there is none. It stays as it is.
    ///
    /// # Errors
    /// Where it cannot be used: it is damaged, of a later Bedside, of another program, or cannot be read.
    pub fn state_in(folder: &Path) -> Result<Option<FileState>, DatabaseError> {
        let path = folder.join(FILE);
        if path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let state_by = |connection: Connection| {
            look_over_unless_large(&connection, &path)?;
            let is_up_to_date = upgrades::is_up_to_date(&connection, &path)?;
            let version = upgrades::version(&connection)?;
            Ok(if is_up_to_date { FileState::UpToDate(version) } else { FileState::Earlier(version) })
        };
        if has_log(&path) {
            return state_by(readable(&path)?).map(Some);
        }
        // Not even an index of a log is made beside it. What is written just now may be read in part that way.
        let quietly = immutable(&path).map_err(DatabaseError::from).and_then(&state_by);
        match quietly {
            Err(error) if error.is_damage() => state_by(readable(&path)?).map(Some),
            state => state.map(Some),
        }
    }

    /// The record store that is named in the database in a folder, if there is one that is up to date. It stays as it is.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub fn record_store_in(folder: &Path) -> Result<Option<RecordStore>, DatabaseError> {
        let path = folder.join(FILE);
        let Some(FileState::UpToDate(_)) = Self::state_in(folder)? else { return Ok(None) };
        let connection = if has_log(&path) { readable(&path)? } else { immutable(&path)? };
        Self { connection, path, file: None }.record_store()
    }

    /// Opens the database in a folder to read it. Nothing there is changed, unless it was made by an earlier Bedside: what is
    /// damaged stays where it is, and what can be read of it is read.
    ///
    /// # Errors
    /// Where there is none, or where it cannot be read.
    pub fn open_to_read(folder: &Path) -> Result<Opened, DatabaseError> {
        let path = folder.join(FILE);
        match Self::to_read(&path) {
            Ok(Some(database)) => Ok(Opened { database, damaged: None }),
            // It has to be brought up to date first.
            Ok(None) => Self::open(folder),
            Err(error) if error.is_damage() => Self::as_far_as_it_can_be_read(&path),
            Err(error) => Err(error),
        }
    }

    /// `None` where it is of an earlier version.
    fn to_read(path: &Path) -> Result<Option<Self>, DatabaseError> {
        let connection = readable(path)?;
        look_over_unless_large(&connection, path)?;
        if !upgrades::is_up_to_date(&connection, path)? {
            return Ok(None);
        }
        Ok(Some(Self { connection, path: path.to_owned(), file: None }))
    }

    fn as_far_as_it_can_be_read(path: &Path) -> Result<Opened, DatabaseError> {
        let database = Self::in_memory()?;
        let salvaged = salvage(&Pages::open(path)?, &database)?;
        let damaged = SetAside { path: path.to_owned(), attempts: salvaged.attempts, some_lost: salvaged.some_lost };
        Ok(Opened { database, damaged: Some(damaged) })
    }
}

/// A connection that only reads. In a folder that cannot be written SQLite finds no place for its index of the log; where there
/// is no log, none is needed.
fn readable(path: &Path) -> Result<Connection, DatabaseError> {
    let is_readable = |connection: &Connection| connection.query_row("PRAGMA schema_version", [], |_| Ok(()));
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let Err(error) = is_readable(&connection) else { return Ok(connection) };
    if has_log(path) || DatabaseError::Sqlite(error).is_damage() {
        return Ok(connection);
    }
    Ok(immutable(path)?)
}

fn has_log(path: &Path) -> bool {
    with_suffix(path, "-wal").metadata().is_ok_and(|about| about.len() > 0)
}

/// A connection that takes it that nobody writes, and makes nothing beside the file.
fn immutable(path: &Path) -> rusqlite::Result<Connection> {
    let escaped: String = path.to_string_lossy().chars().map(escaped).collect();
    let uri = format!("file:{escaped}?immutable=1");
    connect(Path::new(&uri), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
}

/// A letter of a path as it stands in a URI.
fn escaped(letter: char) -> String {
    match letter {
        '%' | '?' | '#' => format!("%{:02x}", u32::from(letter)),
        letter => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::tests::{attempt, fresh, me};
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_read_stays_as_it_is_and_what_is_damaged_is_read_as_far_as_it_can_be() {
        let folder = fresh("to-read #1");
        assert!(Database::open_to_read(&folder).is_err() && !folder.exists(), "nothing is made");
        let database = Database::open(&folder).expect("it is made").database;
        database.add_profile(&me()).expect("kept");
        for number in 1..=3 {
            database.keep_attempt(&attempt(number, "words")).expect("kept");
        }
        let read = |from: &Opened| from.database.open_attempts(me().id, 9).expect("read").attempts.len();
        let opened = Database::open_to_read(&folder).expect("it is read while another has it open");
        assert_eq!((read(&opened), &opened.damaged), (3, &None));
        assert!(opened.database.add_profile(&me()).is_err(), "nothing can be written");
        drop((opened, database));
        // As on a disk that can only be read.
        fs::remove_file(folder.join("records.sqlite-wal")).expect("it is empty");
        fs::remove_file(folder.join("records.sqlite-shm")).expect("it is of no use");
        let before = names(&folder);
        let bytes = fs::read(folder.join(FILE)).expect("a file");
        let place = bytes.windows(5).position(|window| window == b"words").expect("a text");
        let damaged = [&bytes[..place], b"sword", &bytes[place + 5..]].concat();
        fs::write(folder.join(FILE), &damaged).expect("damaged");
        let opened = Database::open_to_read(&folder).expect("it is read");
        let said = opened.damaged.clone().expect("it is damaged");
        assert_eq!((read(&opened), said.attempts, said.some_lost, &said.path), (2, 2, true, &folder.join(FILE)));
        assert_eq!(fs::read(folder.join(FILE)).expect("a file"), damaged);
        assert!(
            names(&folder).iter().all(|name| before.contains(name) || name.ends_with("-wal") || name.ends_with("-shm"))
        );
        fs::remove_dir_all(folder).expect("ours");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_name_holds_does_not_change_what_is_opened() {
        assert_eq!("a b?c#d%e".chars().map(escaped).collect::<String>(), "a b%3fc%23d%25e");
        let folder = fresh("to-read ?immutable=0#%41");
        drop(Database::open(&folder).expect("it is made"));
        let path = folder.join(FILE);
        let escaped: String = path.to_string_lossy().chars().map(escaped).collect();
        let uri = format!("file:{escaped}?immutable=1");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let connection = connect(Path::new(&uri), flags).expect("it is opened");
        assert!(upgrades::is_up_to_date(&connection, &path).expect("it is read"));
        fs::remove_dir_all(folder).expect("ours");
    }
}
