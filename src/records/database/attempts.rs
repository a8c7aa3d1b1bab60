//! Attempts: kept with every choice, and taken up again.

use std::fs;

use rusqlite::{Row, params};

use crate::hash::ContentHash;
use crate::records::{AttemptId, PersonId, Timestamp};

use super::packing::{to_keep, unpacked};
use super::{Database, DatabaseError, checksum};

/// An attempt as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAttempt {
    pub id: AttemptId,
    pub person: PersonId,
    /// The scenario's id.
    pub scenario: String,
    pub scenario_hash: ContentHash,
    pub rubric_hash: ContentHash,
    /// The version of Bedside.
    pub app: String,
    pub began: Timestamp,
    pub changed: Timestamp,
    /// Whether it can be taken up.
    pub open: bool,
    /// The running Bedside that plays it, by the name of its lock.
    pub player: Option<String>,
    /// The attempt as JSON.
    pub saved: String,
}

/// What was found of the attempts that can be taken up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenAttempts {
    /// The one changed last first.
    pub attempts: Vec<KeptAttempt>,
    /// How many are damaged.
    pub damaged: usize,
}

impl Database {
    /// Keeps an attempt as it is now. One that is over is packed: it is read seldom, and kept for long.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_attempt(&self, attempt: &KeptAttempt) -> Result<(), DatabaseError> {
        let sql = "INSERT INTO attempts (id, profile, scenario, scenario_hash, rubric_hash, app, began, changed, open, player, saved, checksum) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
                   ON CONFLICT (id) DO UPDATE SET scenario_hash = excluded.scenario_hash, rubric_hash = excluded.rubric_hash, \
                   app = excluded.app, changed = excluded.changed, open = excluded.open, player = excluded.player, \
                   saved = excluded.saved, checksum = excluded.checksum";
        let saved = to_keep(&attempt.saved, attempt.open);
        self.connection.prepare_cached(sql)?.execute(params![
            attempt.id.to_string(),
            attempt.person.to_string(),
            attempt.scenario,
            attempt.scenario_hash.to_string(),
            attempt.rubric_hash.to_string(),
            attempt.app,
            attempt.began.as_millisecond(),
            attempt.changed.as_millisecond(),
            attempt.open,
            attempt.player,
            saved,
            checksum(&saved),
        ])?;
        Ok(())
    }

    /// Removes an attempt that was discarded.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn discard_attempt(&self, id: AttemptId) -> Result<(), DatabaseError> {
        self.connection.execute("DELETE FROM attempts WHERE id = ?1", [id.to_string()])?;
        Ok(())
    }

    /// The attempts of a person that can be taken up, up to `most`.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn open_attempts(&self, person: PersonId, most: usize) -> Result<OpenAttempts, DatabaseError> {
        let sql =
            format!("SELECT {COLUMNS} FROM attempts WHERE profile = ?1 AND open ORDER BY changed DESC, id LIMIT ?2");
        let mut statement = self.connection.prepare(&sql)?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![person.to_string(), most])?;
        let mut found = OpenAttempts::default();
        while let Some(row) = rows.next()? {
            match kept(row, person)? {
                Some(attempt) => found.attempts.push(attempt),
                None => found.damaged += 1,
            }
        }
        Ok(found)
    }

    /// Calls `take` with every attempt of a person, whether it can be taken up or not, the earliest first. Returns how many
    /// are damaged.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn attempts(&self, person: PersonId, mut take: impl FnMut(KeptAttempt)) -> Result<usize, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM attempts WHERE profile = ?1 ORDER BY began, id");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([person.to_string()])?;
        let mut damaged = 0;
        while let Some(row) = rows.next()? {
            match kept(row, person)? {
                Some(attempt) => take(attempt),
                None => damaged += 1,
            }
        }
        Ok(damaged)
    }

    /// The attempt of this id, if it can be taken up; `None` where it is over, discarded or damaged.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn open_attempt(&self, person: PersonId, id: AttemptId) -> Result<Option<KeptAttempt>, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM attempts WHERE profile = ?1 AND open AND id = ?2");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query(params![person.to_string(), id.to_string()])?;
        rows.next()?.map_or(Ok(None), |row| Ok(kept(row, person)?))
    }

    /// Keeps the text of a scenario that is played.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_text(&self, hash: &ContentHash, text: &str) -> Result<(), DatabaseError> {
        let sql = "INSERT OR IGNORE INTO texts (hash, text) VALUES (?1, ?2)";
        self.connection.execute(sql, params![hash.to_string(), text])?;
        Ok(())
    }

    /// Removes the copies that were made before upgrades, and what was set aside as damaged.
    pub(super) fn remove_copies(&self) -> Result<(), DatabaseError> {
        let (Some(folder), Some(stem)) = (self.path.parent(), self.path.file_stem().and_then(|stem| stem.to_str()))
        else {
            return Ok(());
        };
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(stem)) else { continue };
            if rest.starts_with(".version-") || rest.starts_with(".damaged-") {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// The columns that [`kept`] reads.
const COLUMNS: &str = "id, scenario, scenario_hash, rubric_hash, app, began, changed, open, player, saved, checksum";

/// An attempt from its row; `None` where it is damaged.
fn kept(row: &Row<'_>, person: PersonId) -> rusqlite::Result<Option<KeptAttempt>> {
    let (id, saved, sum): (String, String, i64) = (row.get(0)?, row.get(9)?, row.get(10)?);
    let sound = checksum(&saved) == sum;
    let Some((id, saved)) = id.parse().ok().filter(|_| sound).zip(unpacked(saved)) else { return Ok(None) };
    Ok(Some(KeptAttempt {
        id,
        person,
        scenario: row.get(1)?,
        scenario_hash: ContentHash::kept(row.get(2)?),
        rubric_hash: ContentHash::kept(row.get(3)?),
        app: row.get(4)?,
        began: time(row.get(5)?),
        changed: time(row.get(6)?),
        open: row.get(7)?,
        player: row.get(8)?,
        saved,
    }))
}

fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}
