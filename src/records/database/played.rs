//! How often scenarios were played, and what came of it.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::debrief::Band;
use crate::records::{AttemptId, Outcome, PersonId};

use super::{Database, DatabaseError, checksum};

/// How often a scenario was played through, and the bands of the last and the best time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub times: u32,
    pub last: Option<Band>,
    pub best: Option<Band>,
}

impl Database {
    /// Keeps what a finished attempt came to; once more changes what was kept of it. Whether it was the first at its
    /// scenario is found here: no attempt that came to an end was kept before it, whatever a clock says.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_outcome(&self, outcome: &Outcome) -> Result<(), DatabaseError> {
        let first = !self.has_played_another(outcome)?;
        let text = serde_json::to_string(&Outcome { first, ..outcome.clone() }).map_err(std::io::Error::from)?;
        self.connection.execute(
            "INSERT INTO outcomes (attempt, profile, scenario, ended, band, outcome, checksum) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
             ON CONFLICT (attempt) DO UPDATE SET ended = excluded.ended, band = excluded.band, \
             outcome = excluded.outcome, checksum = excluded.checksum",
            params![
                outcome.attempt.to_string(),
                outcome.person.to_string(),
                outcome.scenario.id,
                outcome.ended.as_millisecond(),
                outcome.band.map(word),
                text,
                checksum(&text)
            ],
        )?;
        Ok(())
    }

    /// What an attempt came to; `None` where it is not finished, or what is kept of it is damaged.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn outcome(&self, attempt: AttemptId) -> Result<Option<Outcome>, DatabaseError> {
        let sql = "SELECT outcome, checksum FROM outcomes WHERE attempt = ?1";
        let kept = self.connection.query_row(sql, [attempt.to_string()], |row| Ok((row.get(0)?, row.get(1)?)));
        let kept: Option<(String, i64)> = kept.optional()?;
        Ok(kept.filter(|(text, sum)| checksum(text) == *sum).and_then(|(text, _)| serde_json::from_str(&text).ok()))
    }

    /// Calls `take` with the outcomes of a person, the one kept first first, or with everybody's. Returns how many could not be
    /// read.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn outcomes(&self, of: Option<PersonId>, mut take: impl FnMut(Outcome)) -> Result<usize, DatabaseError> {
        let sql = "SELECT outcome, checksum FROM outcomes WHERE ?1 IS NULL OR profile = ?1 ORDER BY rowid";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([of.map(|person| person.to_string())])?;
        let mut unread = 0;
        while let Some(row) = rows.next()? {
            let (text, sum): (String, i64) = (row.get(0)?, row.get(1)?);
            match serde_json::from_str(&text) {
                Ok(outcome) if checksum(&text) == sum => take(outcome),
                _ => unread += 1,
            }
        }
        Ok(unread)
    }

    /// Whether the same person has led another attempt at the same scenario to an end before, or before attempts were kept.
    /// What is damaged counts as if it had come to one.
    fn has_played_another(&self, outcome: &Outcome) -> Result<bool, DatabaseError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM outcomes WHERE profile = ?1 AND scenario = ?2 \
                   AND rowid < coalesce((SELECT rowid FROM outcomes WHERE attempt = ?3), 9223372036854775807) \
                   AND CASE WHEN json_valid(outcome) THEN json_extract(outcome, '$.ending') IS NOT NULL ELSE 1 END) \
                   OR EXISTS (SELECT 1 FROM played_before WHERE profile = ?1 AND scenario = ?2)";
        let Outcome { person, scenario, attempt, .. } = outcome;
        let of = params![person.to_string(), scenario.id, attempt.to_string()];
        Ok(self.connection.query_row(sql, of, |row| row.get(0))?)
    }

    /// How often this person has played each scenario, by its id.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn tallies(&self, person: PersonId) -> Result<BTreeMap<String, Tally>, DatabaseError> {
        let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
        let before = "SELECT scenario, times, last, best FROM played_before WHERE profile = ?1";
        let mut statement = self.connection.prepare(before)?;
        let mut rows = statement.query([person.to_string()])?;
        while let Some(row) = rows.next()? {
            let (last, best): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
            let tally = Tally { times: row.get(1)?, last: band(last), best: band(best) };
            tallies.insert(row.get(0)?, tally);
        }
        // The last is the one that was kept last.
        let since = "SELECT scenario, band, rowid FROM outcomes WHERE profile = ?1";
        let mut statement = self.connection.prepare(since)?;
        let mut rows = statement.query([person.to_string()])?;
        let mut latest: BTreeMap<String, i64> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let scenario: String = row.get(0)?;
            let (band, place): (_, i64) = (band(row.get(1)?), row.get(2)?);
            let tally = tallies.entry(scenario.clone()).or_default();
            let before = latest.entry(scenario).or_default();
            let last = if place > *before { band } else { tally.last };
            *before = place.max(*before);
            *tally = Tally { times: tally.times.saturating_add(1), last, best: tally.best.max(band) };
        }
        Ok(tallies)
    }

    /// Keeps how often a scenario was played before attempts were kept.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_tally(&self, person: PersonId, scenario: &str, tally: Tally) -> Result<(), DatabaseError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO played_before (profile, scenario, times, last, best) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![person.to_string(), scenario, tally.times, tally.last.map(word), tally.best.map(word)],
        )?;
        Ok(())
    }
}

/// How many outcomes are not as they were written.
pub(super) fn damaged_rows(connection: &Connection) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare("SELECT outcome, checksum FROM outcomes")?;
    let mut rows = statement.query([])?;
    let mut damaged = 0;
    while let Some(row) = rows.next()? {
        let read = (row.get::<_, String>(0), row.get::<_, i64>(1));
        damaged += usize::from(!matches!(read, (Ok(text), Ok(sum)) if checksum(&text) == sum));
    }
    Ok(damaged)
}

/// The word that a band is kept as.
pub(super) const fn word(band: Band) -> &'static str {
    match band {
        Band::Beginning => "beginning",
        Band::Developing => "developing",
        Band::Secure => "secure",
        Band::Strong => "strong",
    }
}

fn band(kept: Option<String>) -> Option<Band> {
    let kept = kept?;
    [Band::Beginning, Band::Developing, Band::Secure, Band::Strong].into_iter().find(|&band| word(band) == kept)
}
