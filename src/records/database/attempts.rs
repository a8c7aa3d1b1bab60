//! Attempts: kept with every choice, and taken up again.

use std::fs;

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use crate::hash::ContentHash;
use crate::records::{AttemptId, PersonId, Timestamp};

use super::packing::{to_keep, unpacked};
use super::{Database, DatabaseError, attempt_checksum, checksum};

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
    /// The attempt as JSON; empty where damage has left nothing but what it came to.
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
    /// Keeps an attempt as it is now. It was changed after every other that can be taken up, and is kept as that where a clock
    /// says otherwise, because it was set back. One that is over is packed: it is read seldom, and kept for long.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_attempt(&self, attempt: &KeptAttempt) -> Result<(), DatabaseError> {
        let latest = "SELECT max(changed) FROM attempts WHERE profile = ?1 AND open AND id <> ?2";
        let of = [attempt.person.to_string(), attempt.id.to_string()];
        let latest: Option<i64> = self.connection.prepare_cached(latest)?.query_row(of, |row| row.get(0))?;
        let now = attempt.changed.as_millisecond();
        let after = latest.map_or(now, |latest| latest.saturating_add(1).max(now));
        let changed = after.min(Timestamp::MAX.as_millisecond());
        let sql = "INSERT INTO attempts (id, profile, scenario, scenario_hash, rubric_hash, app, began, changed, open, player, saved, checksum) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
                   ON CONFLICT (id) DO UPDATE SET profile = excluded.profile, scenario = excluded.scenario, \
                   began = excluded.began, scenario_hash = excluded.scenario_hash, rubric_hash = excluded.rubric_hash, \
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
            changed,
            attempt.open,
            attempt.player,
            saved,
            attempt.checksum(changed, &saved),
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
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.all_of(&sql, person, params![person.to_string(), most])
    }

    /// The attempts of a person that can be taken up and have come to nothing yet, up to `most`, at one scenario or at any.
    pub(super) fn under_way(
        &self,
        person: PersonId,
        scenario: Option<&str>,
        most: usize,
    ) -> Result<OpenAttempts, DatabaseError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM attempts WHERE profile = ?1 AND open AND (?2 IS NULL OR scenario = ?2) \
             AND NOT EXISTS (SELECT 1 FROM outcomes WHERE attempt = attempts.id) ORDER BY changed DESC, id LIMIT ?3"
        );
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.all_of(&sql, person, params![person.to_string(), scenario, most])
    }

    fn all_of(&self, sql: &str, person: PersonId, of: impl Params) -> Result<OpenAttempts, DatabaseError> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query(of)?;
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
        Ok(self.attempt(person, id)?.filter(|attempt| attempt.open))
    }

    /// The attempt of this id, whether it can be taken up or not; `None` where it is discarded or damaged.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn attempt(&self, person: PersonId, id: AttemptId) -> Result<Option<KeptAttempt>, DatabaseError> {
        let sql = format!("SELECT {COLUMNS} FROM attempts WHERE profile = ?1 AND id = ?2");
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

    /// The text of a scenario that was played, by its hash; `None` where it is not kept.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn text(&self, hash: &ContentHash) -> Result<Option<String>, DatabaseError> {
        let sql = "SELECT text FROM texts WHERE hash = ?1";
        let text = self.connection.query_row(sql, [hash.to_string()], |row| row.get(0)).optional()?;
        Ok(text.filter(|text: &String| ContentHash::of([text.as_str()]) == *hash))
    }

    /// Removes the copies that were made before upgrades, what was set aside as damaged, and what was begun in its place.
    pub(super) fn remove_copies(&self) -> Result<(), DatabaseError> {
        let (Some(folder), Some(stem)) = (self.path.parent(), self.path.file_stem().and_then(|stem| stem.to_str()))
        else {
            return Ok(());
        };
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(stem)) else { continue };
            if [".version-", ".damaged-", ".anew."].iter().any(|copy| rest.starts_with(copy)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl KeptAttempt {
    /// The checksum of all of it, column by column, changed at so many milliseconds, with this text of what is saved.
    fn checksum(&self, changed: i64, saved: &str) -> i64 {
        attempt_checksum(&[
            self.id.to_string(),
            self.person.to_string(),
            self.scenario.clone(),
            self.scenario_hash.to_string(),
            self.rubric_hash.to_string(),
            self.app.clone(),
            self.began.as_millisecond().to_string(),
            changed.to_string(),
            i64::from(self.open).to_string(),
            self.player.clone().unwrap_or_default(),
            saved.to_owned(),
        ])
    }
}

/// The columns that [`kept`] reads.
const COLUMNS: &str = "id, scenario, scenario_hash, rubric_hash, app, began, changed, open, player, saved, checksum";

/// An attempt from its row; `None` where it is damaged.
fn kept(row: &Row<'_>, person: PersonId) -> rusqlite::Result<Option<KeptAttempt>> {
    let id: String = row.get(0)?;
    let Ok(id) = id.parse() else { return Ok(None) };
    let [Some(began), Some(changed)] = [time(row.get(5)?), time(row.get(6)?)] else { return Ok(None) };
    let (text, sum): (String, i64) = (row.get(9)?, row.get(10)?);
    let attempt = KeptAttempt {
        id,
        person,
        scenario: row.get(1)?,
        scenario_hash: ContentHash::kept(row.get(2)?),
        rubric_hash: ContentHash::kept(row.get(3)?),
        app: row.get(4)?,
        began,
        changed,
        open: row.get(7)?,
        player: row.get(8)?,
        saved: String::new(),
    };
    // Until December 2026 the checksum was that of the text alone.
    let sound = sum == attempt.checksum(changed.as_millisecond(), &text) || sum == checksum(&text);
    Ok(unpacked(text).filter(|_| sound).map(|saved| KeptAttempt { saved, ..attempt }))
}

/// How many attempts are not as they were written.
pub(super) fn damaged_rows(connection: &Connection) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS}, profile FROM attempts"))?;
    let mut rows = statement.query([])?;
    let mut damaged = 0;
    while let Some(row) = rows.next()? {
        let person: String = row.get(11)?;
        let sound = person.parse().is_ok_and(|person| matches!(kept(row, person), Ok(Some(_))));
        damaged += usize::from(!sound);
    }
    Ok(damaged)
}

/// The time at so many milliseconds; `None` where there is no such time.
pub(super) fn time(milliseconds: i64) -> Option<Timestamp> {
    // The last millisecond of all cannot be made from its number.
    let last = (milliseconds == Timestamp::MAX.as_millisecond()).then_some(Timestamp::MAX);
    last.or_else(|| Timestamp::from_millisecond(milliseconds).ok())
}
