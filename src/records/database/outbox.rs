//! The outbox: statements that are to be sent to the record store, until it has taken them.

use rusqlite::{OptionalExtension, params};

use crate::records::export::xapi::{Settings, statements};
use crate::records::{Outcome, Timestamp};

use super::{Database, DatabaseError, checksum};

/// A finished attempt that was left open, in its debrief, counts as over so many milliseconds after its last change: a
/// fortnight.
const LEFT_FOR: i64 = 14 * 24 * 3_600 * 1_000;

/// The statements of so many attempts are made at once.
const AT_ONCE: i64 = 20;

/// So many refused statements are told of one by one.
const MOST_TOLD: i64 = 20;

/// A statement that waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingStatement {
    /// Its id, in lower case.
    pub id: String,
    /// As it is sent: JSON.
    pub text: String,
}

/// A statement that the record store does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub id: String,
    /// The store's reason.
    pub reason: String,
}

/// What is in the outbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// How many attempts have not been sent whole, what was refused left out of account.
    pub waiting: u32,
    /// How many finished attempts are held back, because nobody has asked for them to be sent.
    pub held_back: u32,
    pub refused: u32,
    /// The last of those that were refused.
    pub refusals: Vec<Refused>,
}

impl Database {
    /// Makes the statements of attempts that are over, of profiles that share, and puts them into the outbox: of twenty
    /// attempts at most. Each attempt is put there once; one without an outcome that can be read never is. Returns how
    /// many attempts were looked at.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn fill_outbox(&self, settings: &Settings, now: Timestamp) -> Result<usize, DatabaseError> {
        let mut looked_at = 0;
        self.together(|database| {
            for (attempt, outcome) in database.to_share(now)? {
                looked_at += 1;
                let outcome: Option<Outcome> = outcome.and_then(|text| serde_json::from_str(&text).ok());
                let mark = "UPDATE outcomes SET shared = ?2 WHERE attempt = ?1";
                database
                    .connection
                    .prepare_cached(mark)?
                    .execute(params![attempt, if outcome.is_some() { 1 } else { 2 }])?;
                if let Some(outcome) = outcome {
                    database.put(&outcome, settings, now)?;
                }
            }
            Ok(())
        })?;
        Ok(looked_at)
    }

    /// The attempts whose statements are to be made, each with its outcome unless that is damaged.
    fn to_share(&self, now: Timestamp) -> Result<Vec<(String, Option<String>)>, DatabaseError> {
        let sql = "SELECT outcomes.attempt, outcome, outcomes.checksum FROM outcomes \
                   JOIN profiles ON profiles.id = outcomes.profile JOIN attempts ON attempts.id = outcomes.attempt \
                   WHERE shares AND shared = 0 AND (NOT open OR changed < ?1) ORDER BY ended LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([now.as_millisecond().saturating_sub(LEFT_FOR), AT_ONCE])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (text, sum): (String, i64) = (row.get(1)?, row.get(2)?);
            found.push((row.get(0)?, Some(text).filter(|text| checksum(text) == sum)));
        }
        Ok(found)
    }

    fn put(&self, outcome: &Outcome, settings: &Settings, now: Timestamp) -> Result<(), DatabaseError> {
        let sql = "INSERT OR IGNORE INTO outbox (statement, attempt, profile, text, checksum, added) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let mut put = self.connection.prepare_cached(sql)?;
        for statement in statements(outcome, settings) {
            let text = serde_json::to_string(&statement).map_err(std::io::Error::from)?;
            put.execute(params![
                statement.id().to_string(),
                outcome.attempt.to_string(),
                outcome.person.to_string(),
                text,
                checksum(&text),
                now.as_millisecond()
            ])?;
        }
        Ok(())
    }

    /// The statements that have waited longest: so many at most, and of no more bytes together, unless the first alone is
    /// longer. What is damaged is made anew.
    ///
    /// # Errors
    /// Where the database cannot be read or written.
    pub fn waiting_statements(&self, most: usize, bytes: usize) -> Result<Vec<WaitingStatement>, DatabaseError> {
        let sql = "SELECT statement, text, checksum, attempt FROM outbox WHERE refused IS NULL ORDER BY rowid LIMIT ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([i64::try_from(most).unwrap_or(i64::MAX)])?;
        let (mut waiting, mut damaged, mut length) = (Vec::new(), Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let (id, text, sum): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if checksum(&text) != sum {
                damaged.push(row.get::<_, String>(3)?);
                continue;
            }
            length += text.len();
            if length > bytes && !waiting.is_empty() {
                break;
            }
            waiting.push(WaitingStatement { id, text });
        }
        drop(rows);
        for attempt in damaged {
            self.connection.execute("UPDATE outcomes SET shared = 0 WHERE attempt = ?1", [&attempt])?;
            self.connection.execute("DELETE FROM outbox WHERE attempt = ?1", [&attempt])?;
        }
        Ok(waiting)
    }

    /// Those of the statements that are still to be sent: nobody has deleted them meanwhile, or switched sending off.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn still_waiting(&self, mut statements: Vec<WaitingStatement>) -> Result<Vec<WaitingStatement>, DatabaseError> {
        let sql = "SELECT 1 FROM outbox WHERE statement = ?1 AND refused IS NULL";
        let mut look = self.connection.prepare_cached(sql)?;
        let mut failed = None;
        statements.retain(|statement| match look.query_row([&statement.id], |_| Ok(())).optional() {
            Ok(found) => found.is_some(),
            Err(error) => {
                failed = Some(error);
                true
            }
        });
        failed.map_or(Ok(statements), |error| Err(error.into()))
    }

    /// Takes statements out of the outbox that the store has.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn note_delivered(&self, statements: &[WaitingStatement], now: Timestamp) -> Result<(), DatabaseError> {
        self.together(|database| {
            let mut remove = database.connection.prepare_cached("DELETE FROM outbox WHERE statement = ?1")?;
            for statement in statements {
                remove.execute([&statement.id])?;
            }
            database.connection.execute("UPDATE store SET delivered = ?1", [now.as_millisecond()])?;
            Ok(())
        })
    }

    /// Keeps why the store does not take a statement. It is not sent again by itself.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn note_refused(&self, id: &str, reason: &str) -> Result<(), DatabaseError> {
        self.connection.execute("UPDATE outbox SET refused = ?2 WHERE statement = ?1", params![id, reason])?;
        Ok(())
    }

    /// Lets the statements that were refused wait again. Returns how many.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn retry_refused(&self) -> Result<usize, DatabaseError> {
        Ok(self.connection.execute("UPDATE outbox SET refused = NULL WHERE refused IS NOT NULL", [])?)
    }

    /// What is in the outbox.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn outbox(&self) -> Result<Outbox, DatabaseError> {
        let count = |sql: &str| -> rusqlite::Result<u32> { self.connection.query_row(sql, [], |row| row.get(0)) };
        let put = count("SELECT count(DISTINCT attempt) FROM outbox WHERE refused IS NULL")?;
        let to_come = count(
            "SELECT count(*) FROM outcomes JOIN profiles ON profiles.id = outcomes.profile WHERE shares AND shared = 0",
        )?;
        let sql = "SELECT statement, refused FROM outbox WHERE refused IS NOT NULL ORDER BY rowid DESC LIMIT ?1";
        let mut statement = self.connection.prepare(sql)?;
        let told = statement.query_map([MOST_TOLD], |row| Ok(Refused { id: row.get(0)?, reason: row.get(1)? }))?;
        Ok(Outbox {
            waiting: put + to_come,
            held_back: count("SELECT count(*) FROM outcomes WHERE shared = 2")?,
            refused: count("SELECT count(*) FROM outbox WHERE refused IS NOT NULL")?,
            refusals: told.collect::<Result<_, _>>()?,
        })
    }
}
