//! Reads from a damaged database what can still be read.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::opening::connect;
use super::{Database, DatabaseError, checksum};

/// What was read from a damaged database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Salvaged {
    pub(super) attempts: usize,
    pub(super) some_lost: bool,
}

/// A table: its columns, those of a text and of its checksum, and whether its rows are numbered.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    checked: Option<(usize, usize)>,
    numbered: bool,
}

/// The tables, each after those that it refers to, and their columns, those that a former version did not have last. The
/// outbox is not among them: it is made anew.
const TABLES: [Table; 6] = [
    Table { name: "profiles", columns: &["id", "name", "made", "settings", "shares"], checked: None, numbered: true },
    Table {
        name: "attempts",
        columns: &[
            "id",
            "profile",
            "scenario",
            "scenario_hash",
            "rubric_hash",
            "app",
            "began",
            "changed",
            "open",
            "saved",
            "checksum",
        ],
        checked: Some((9, 10)),
        numbered: true,
    },
    Table {
        name: "outcomes",
        columns: &["attempt", "profile", "scenario", "ended", "band", "outcome", "checksum", "shared"],
        checked: Some((5, 6)),
        numbered: true,
    },
    Table {
        name: "played_before",
        columns: &["profile", "scenario", "times", "last", "best"],
        checked: None,
        numbered: false,
    },
    Table { name: "texts", columns: &["hash", "text"], checked: None, numbered: false },
    Table {
        name: "store",
        columns: &["number", "address", "user", "xapi", "home_page", "delivered"],
        checked: None,
        numbered: true,
    },
];

/// Copies what can be read from the database at `from`.
///
/// # Errors
/// Where the new database cannot be written.
pub(super) fn salvage(from: &Path, into: &mut Database) -> Result<Salvaged, DatabaseError> {
    let mut salvaged = Salvaged::default();
    let Ok(damaged) = connect(from, OpenFlags::SQLITE_OPEN_READ_WRITE) else {
        return Ok(Salvaged { some_lost: true, ..salvaged });
    };
    // A row whose profile is lost is kept all the same.
    let writing = into.connection.transaction()?;
    writing.pragma_update(None, "defer_foreign_keys", true)?;
    for table in &TABLES {
        let columns = table.columns_in(&damaged);
        let (rows, whole) = table.read(&damaged, &columns);
        salvaged.some_lost |= !whole;
        for row in rows {
            let kept = table.write(&writing, &columns, row)?;
            salvaged.attempts += usize::from(kept && table.name == "attempts");
        }
    }
    writing.execute(
        "INSERT OR IGNORE INTO profiles (id, name, made) SELECT DISTINCT profile, '', 0 FROM attempts \
         WHERE profile NOT IN (SELECT id FROM profiles)",
        [],
    )?;
    writing.execute("DELETE FROM outcomes WHERE attempt NOT IN (SELECT id FROM attempts)", [])?;
    writing.execute("DELETE FROM outcomes WHERE profile NOT IN (SELECT id FROM profiles)", [])?;
    // What of them has been sent is not known; to send it again changes nothing.
    writing.execute("UPDATE outcomes SET shared = 0 WHERE shared = 1", [])?;
    writing.execute("DELETE FROM played_before WHERE profile NOT IN (SELECT id FROM profiles)", [])?;
    writing.commit()?;
    Ok(salvaged)
}

impl Table {
    /// Those of its columns that the database has: a former version has fewer. All, where that cannot be read.
    fn columns_in(&self, damaged: &Connection) -> Vec<&'static str> {
        let named = |mut statement: rusqlite::Statement<'_>| -> rusqlite::Result<Vec<String>> {
            statement.query_map([self.name], |row| row.get(0))?.collect()
        };
        match damaged.prepare("SELECT name FROM pragma_table_info(?1)").and_then(named) {
            Ok(named) => {
                self.columns.iter().copied().filter(|column| named.iter().any(|name| name == column)).collect()
            }
            Err(_) => self.columns.to_vec(),
        }
    }

    /// The rows that can be read, from both ends up to what is damaged, and whether those are all.
    fn read(&self, damaged: &Connection, columns: &[&str]) -> (Vec<Vec<Value>>, bool) {
        if columns.is_empty() {
            return (Vec::new(), true);
        }
        let (mut rows, whole) = self.rows(damaged, columns, "");
        if whole || !self.numbered {
            return (rows, whole);
        }
        rows.extend(self.rows(damaged, columns, "ORDER BY rowid DESC").0);
        (rows, false)
    }

    fn rows(&self, damaged: &Connection, columns: &[&str], order: &str) -> (Vec<Vec<Value>>, bool) {
        let sql = format!("SELECT {} FROM {} {order}", columns.join(", "), self.name);
        let mut found = Vec::new();
        let Ok(mut statement) = damaged.prepare(&sql) else { return (found, false) };
        let Ok(mut rows) = statement.query([]) else { return (found, false) };
        let mut whole = true;
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values: Result<Vec<Value>, _> = (0..columns.len()).map(|at| row.get(at)).collect();
                    match values {
                        Ok(values) if self.is_sound(&values) => found.push(values),
                        _ => whole = false,
                    }
                }
                Ok(None) => return (found, whole),
                Err(_) => return (found, false),
            }
        }
    }

    fn is_sound(&self, row: &[Value]) -> bool {
        let Some((text, sum)) = self.checked else { return true };
        matches!((&row[text], &row[sum]), (Value::Text(text), Value::Integer(sum)) if checksum(text) == *sum)
    }

    /// Writes a row; one that is there already or does not fit the table is left out.
    fn write(&self, into: &Connection, columns: &[&str], row: Vec<Value>) -> rusqlite::Result<bool> {
        let places = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT OR IGNORE INTO {} ({}) VALUES ({places})", self.name, columns.join(", "));
        match into.prepare_cached(&sql)?.execute(params_from_iter(row)) {
            Ok(written) => Ok(written > 0),
            Err(rusqlite::Error::SqliteFailure(failure, _))
                if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}
