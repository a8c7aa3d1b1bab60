//! Brings a database up to date, one step a version.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::DatabaseError;

/// The version that this Bedside writes.
pub(super) const LATEST: i64 = 3;

/// What each version adds, from the first.
const UPGRADES: [(i64, &str); 3] = [
    (1, include_str!("upgrades/1.sql")),
    (2, include_str!("upgrades/2.sql")),
    (LATEST, include_str!("upgrades/3.sql")),
];

/// Marks the file as one of Bedside's: the letters `BEDS`.
const APPLICATION: i64 = 0x4245_4453;

/// Brings the database up to date, after a copy was made of one that holds something.
///
/// # Errors
/// Where it is of a newer Bedside or of another program, or where the copy or the upgrade cannot be made; it then is as it
/// was.
pub(super) fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), DatabaseError> {
    if is_up_to_date(connection, path)? {
        return Ok(());
    }
    let version = version(connection)?;
    if version > 0 {
        copy(connection, &copy_of(path, version))?;
    } else if !is_empty(connection)? {
        return Err(DatabaseError::Foreign { path: path.to_owned() });
    }
    // Another window may be at it.
    let upgrading = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = self::version(&upgrading)?;
    for (_, step) in UPGRADES.iter().filter(|(adds, _)| *adds > from) {
        upgrading.execute_batch(step)?;
    }
    upgrading.pragma_update(None, "user_version", LATEST)?;
    upgrading.pragma_update(None, "application_id", APPLICATION)?;
    upgrading.commit()?;
    Ok(())
}

/// Whether nothing has to be brought up to date.
///
/// # Errors
/// Where it is of a newer Bedside.
pub(super) fn is_up_to_date(connection: &Connection, path: &Path) -> Result<bool, DatabaseError> {
    match version(connection)? {
        found if found > LATEST => Err(DatabaseError::Newer { path: path.to_owned(), found, known: LATEST }),
        found => Ok(found == LATEST),
    }
}

/// Whether the database holds something whose form this Bedside knows.
pub(super) fn is_known(connection: &Connection) -> rusqlite::Result<bool> {
    Ok((1..=LATEST).contains(&version(connection)?))
}

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

/// Where the copy of a version is put before it is upgraded.
fn copy_of(path: &Path, version: i64) -> PathBuf {
    path.with_extension(format!("version-{version}.sqlite"))
}

/// Makes a consistent copy, for its owner alone.
fn copy(connection: &Connection, to: &Path) -> Result<(), DatabaseError> {
    if to.exists() {
        fs::remove_file(to)?;
    }
    super::files::make_private(to)?;
    connection.backup("main", to, None::<fn(rusqlite::backup::Progress)>)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{attempt, fresh, me, record_store};
    use super::super::{Database, FILE, Sharing, checksum};
    use super::*;
    use crate::records::progress::Aims;
    use crate::records::{Outcome, Timestamp, samples};

    #[test]
    fn a_database_of_a_newer_bedside_and_one_of_another_program_are_left_alone() {
        let folder = fresh("newer");
        drop(Database::open(&folder).expect("it is made"));
        let path = folder.join(FILE);
        let change =
            |sql: &str| Connection::open(&path).expect("a database").execute_batch(sql).expect("it is changed");
        change("PRAGMA user_version = 99");
        let before = fs::read(&path).expect("a file");
        let refused = Database::open(&folder).expect_err("it is newer");
        assert!(matches!(refused, DatabaseError::Newer { found: 99, known: LATEST, .. }), "{refused}");
        assert_eq!(fs::read(&path).expect("a file"), before);
        fs::remove_file(&path).expect("ours");
        change("CREATE TABLE theirs (a)");
        let refused = Database::open(&folder).expect_err("it is of another program");
        assert!(matches!(refused, DatabaseError::Foreign { .. }), "{refused}");
        fs::remove_dir_all(folder).expect("ours");
    }

    /// A database as the first version made it, with an attempt in it, closed.
    fn of_the_first_version(path: &Path) {
        let connection = Connection::open(path).expect("a database");
        connection.execute_batch(UPGRADES[0].1).expect("it is made");
        let (kept, person) = (attempt(7, "{}"), me());
        let outcome = Outcome { attempt: kept.id, person: person.id, ..samples::outcome() };
        let text = serde_json::to_string(&outcome).expect("plain data");
        let (id, person) = (kept.id.to_string(), person.id.to_string());
        let insert = |sql: &str, values: &[&dyn rusqlite::ToSql]| connection.execute(sql, values).expect("kept");
        insert("INSERT INTO profiles (id, name, made) VALUES (?1, 'Sam', 0)", &[&person]);
        insert(
            "INSERT INTO attempts VALUES (?1, ?2, 'two-hours-in', 'a', 'b', '0.1.0', 1, 2, 0, NULL, '{}', ?3)",
            &[&id, &person, &checksum("{}")],
        );
        insert(
            "INSERT INTO outcomes VALUES (?1, ?2, 'two-hours-in', 2, NULL, ?3, ?4, 0)",
            &[&id, &person, &text, &checksum(&text)],
        );
        connection.pragma_update(None, "user_version", 1).expect("set");
        connection.pragma_update(None, "application_id", APPLICATION).expect("set");
    }

    #[test]
    fn what_the_first_version_kept_is_there_after_the_upgrade_and_nothing_of_it_is_sent_unasked() {
        for damaged in [false, true] {
            let folder = fresh(&format!("first-{damaged}"));
            fs::create_dir_all(&folder).expect("a folder");
            let path = folder.join(FILE);
            of_the_first_version(&path);
            if damaged {
                // The header says that there are free pages, and there are none.
                let mut bytes = fs::read(&path).expect("a file");
                bytes[39] = 5;
                fs::write(&path, bytes).expect("damaged");
            }
            let opened = Database::open(&folder).expect("it is upgraded");
            let said = opened.damaged.as_ref().map(|aside| (aside.attempts, aside.some_lost));
            assert_eq!(said, damaged.then_some((1, false)));
            let database = opened.database;
            assert_eq!(database.profiles().expect("read").len(), 1);
            assert!(!database.shares(me().id).expect("read"), "nobody has asked for it");
            assert_eq!(database.aims(me().id).expect("read"), Aims::default(), "nothing was chosen");
            let mut outcomes = 0;
            assert_eq!(database.outcomes(None, |_| outcomes += 1).expect("read"), 0);
            assert_eq!(outcomes, 1);
            assert_eq!(version(&database.connection).expect("read"), LATEST);
            assert_eq!(copy_of(&path, 1).exists(), !damaged, "a copy, of what is upgraded");
            let settings = record_store().settings();
            assert_eq!(database.fill_outbox(&settings, Timestamp::UNIX_EPOCH).expect("filled"), 0);
            database.share(me().id, Sharing::All).expect("kept");
            assert_eq!(
                database.fill_outbox(&settings, Timestamp::UNIX_EPOCH).expect("filled"),
                1,
                "now it was asked for"
            );
            drop(database);
            fs::remove_dir_all(folder).expect("ours");
        }
    }

    #[test]
    fn a_copy_holds_what_was_there_whatever_a_power_cut_has_left_of_one_before() {
        let folder = fresh("copy");
        let opened = Database::open(&folder).expect("it is made");
        let to = copy_of(&folder.join(FILE), 1);
        copy(&opened.database.connection, &to).expect("a copy");
        let whole = fs::read(&to).expect("the copy");
        // A power cut has left a part of it, or what a disk makes of it, and the journal of what was being written.
        let part = whole[..whole.len() / 2].to_vec();
        for left in [part, vec![0; whole.len()], vec![0xa5; 5_000], Vec::new()] {
            fs::write(&to, left).expect("left");
            fs::write(super::super::files::with_suffix(&to, "-journal"), &whole[..1_000]).expect("left");
            copy(&opened.database.connection, &to).expect("a copy");
            let again = Connection::open(&to).expect("the copy");
            assert_eq!(version(&again).expect("its version"), LATEST);
            let found: String = again.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("it says");
            assert_eq!(found, "ok");
        }
        drop(opened);
        fs::remove_dir_all(folder).expect("ours");
    }
}
