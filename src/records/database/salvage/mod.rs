//! Reads from a damaged database what can still be read: each row whose own pages are sound, wherever else there is damage.

mod cells;
mod pages;
mod tables;

use rusqlite::params;

use crate::records::Outcome;
use crate::records::saved_attempt::SavedAttempt;

use super::{Database, DatabaseError, KeptAttempt};
use cells::{Cell, Cells, Kind, long};
pub(super) use pages::Pages;
use tables::{Found, TABLES, Table};

/// What was read from a damaged database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Salvaged {
    pub(super) attempts: usize,
    pub(super) some_lost: bool,
}

/// Copies what can be read of a database.
///
/// # Errors
/// Where the new database cannot be written.
pub(super) fn salvage(pages: &Pages, into: &Database) -> Result<Salvaged, DatabaseError> {
    let (mut some_lost, mut attempts): (bool, u32) = (false, 0);
    into.together(|into| {
        // A row whose profile is lost is kept all the same.
        into.connection.pragma_update(None, "defer_foreign_keys", true)?;
        some_lost = copy(pages, into)?;
        attempts = into.connection.query_row("SELECT count(*) FROM attempts", [], |row| row.get(0))?;
        // What of them has been sent is not known; to send it again changes nothing.
        into.connection.execute("UPDATE outcomes SET shared = 0 WHERE shared = 1", [])?;
        into.keep_what_is_alone()
    })?;
    Ok(Salvaged { attempts: attempts as usize, some_lost })
}

/// Copies every row that is sound, and returns whether others may have been lost.
fn copy(pages: &Pages, into: &Database) -> rusqlite::Result<bool> {
    let mut some_lost = pages.is_cut();
    let mut known = Known::of(pages);
    for number in 1..=pages.count() {
        let Some(page) = pages.latest(number) else {
            some_lost = true;
            continue;
        };
        if let Some(cells) = Cells::on(&page, number, pages) {
            known.add(number);
            cells.further.iter().for_each(|further| known.add(*further));
            for cell in cells.found {
                some_lost |= !cell.map_or(Ok(false), |cell| take(cells.kind, cell, into))?;
            }
        }
    }
    for number in 1..=pages.count() {
        for page in pages.earlier(number) {
            let Some(cells) = Cells::on(&page, number, pages) else { continue };
            for cell in cells.found.into_iter().flatten() {
                take(cells.kind, cell, into)?;
            }
        }
    }
    Ok(some_lost || !known.all())
}

/// Copies a row if it is one of a table, and returns whether it is whole.
fn take(kind: Kind, mut cell: Cell, into: &Database) -> rusqlite::Result<bool> {
    for table in &TABLES {
        match table.find(kind, &mut cell.values) {
            Found::Sound => return write(table, &cell, into),
            Found::Damaged => return Ok(false),
            Found::Other => {}
        }
    }
    Ok(true)
}

/// Writes a row; one that does not fit the table is damaged.
fn write(table: &Table, cell: &Cell, into: &Database) -> rusqlite::Result<bool> {
    match table.write(&into.connection, cell) {
        Ok(_) => Ok(true),
        Err(rusqlite::Error::SqliteFailure(failure, _)) if failure.code == rusqlite::ErrorCode::ConstraintViolation => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

impl Database {
    /// Gives what refers to a lost row something to refer to: an attempt a profile without a name, and what an attempt came
    /// to an attempt that is over and of which nothing else is known.
    fn keep_what_is_alone(&self) -> Result<(), DatabaseError> {
        let mut alone: Vec<Outcome> = Vec::new();
        let sql = "SELECT outcome FROM outcomes WHERE attempt NOT IN (SELECT id FROM attempts)";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            alone.extend(serde_json::from_str::<Outcome>(&text));
        }
        for outcome in alone {
            self.keep_attempt(&KeptAttempt {
                id: outcome.attempt,
                person: outcome.person,
                scenario: outcome.scenario.id,
                scenario_hash: outcome.scenario.hash,
                rubric_hash: outcome.rubric,
                app: outcome.app,
                began: outcome.began,
                changed: outcome.ended,
                open: false,
                player: None,
                saved: String::new(),
            })?;
        }
        self.open_what_lost_its_outcome()?;
        for table in ["attempts", "outcomes", "played_before"] {
            let sql =
                format!("INSERT OR IGNORE INTO profiles (id, name, made) SELECT DISTINCT profile, '', 0 FROM {table}");
            self.connection.execute(&sql, params![])?;
        }
        Ok(())
    }
}

impl Database {
    /// Lets attempts be taken up again that are over and of which what they came to is lost: in the debrief it is found anew.
    fn open_what_lost_its_outcome(&self) -> Result<(), DatabaseError> {
        let sql = "SELECT id, profile FROM attempts WHERE NOT open AND id NOT IN (SELECT attempt FROM outcomes)";
        let mut statement = self.connection.prepare(sql)?;
        let alone = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let alone: Vec<(String, String)> = alone.collect::<Result<_, _>>()?;
        for (id, person) in alone {
            let (Ok(id), Ok(person)) = (id.parse(), person.parse()) else { continue };
            let Some(kept) = self.attempt(person, id)? else { continue };
            let has_turns = |saved: SavedAttempt| saved.is_over() && !saved.attempt.first.turns.is_empty();
            if SavedAttempt::read(&kept.saved).is_ok_and(has_turns) {
                self.keep_attempt(&KeptAttempt { open: true, ..kept })?;
            }
        }
        Ok(())
    }
}

/// Which pages are known to be in use, or free.
struct Known(Vec<bool>);

impl Known {
    /// The free pages: a list that begins in the header of the file.
    fn of(pages: &Pages) -> Self {
        let mut known = Self(vec![false; pages.count() as usize]);
        // SQLite leaves the page at 1 GB alone, for its locks.
        known.add(u32::try_from((1 << 30) / pages.size() + 1).unwrap_or_default());
        let mut next = pages.latest(1).and_then(|first| long(&first, 32)).unwrap_or_default();
        while next > 0 && !known.has(next) {
            known.add(next);
            let Some(trunk) = pages.latest(next) else { break };
            let listed = long(&trunk, 4).unwrap_or_default() as usize;
            (0..listed).map_while(|at| long(&trunk, 8 + 4 * at)).for_each(|page| known.add(page));
            next = long(&trunk, 0).unwrap_or_default();
        }
        known
    }

    fn add(&mut self, page: u32) {
        if let Some(known) = (page as usize).checked_sub(1).and_then(|at| self.0.get_mut(at)) {
            *known = true;
        }
    }

    fn has(&self, page: u32) -> bool {
        (page as usize).checked_sub(1).and_then(|at| self.0.get(at)).is_none_or(|known| *known)
    }

    fn all(&self) -> bool {
        self.0.iter().all(|known| *known)
    }
}
