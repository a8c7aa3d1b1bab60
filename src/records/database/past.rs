//! What was played before, page by page: how long a page takes does not depend on what others have played, and it takes no
//! more memory the more there is.

use std::collections::BTreeMap;

use rusqlite::params;

use crate::records::past::{
    Before, KeptConversation, PAST_PAGE, PastAsked, PastConversation, PastPage, PlayedScenario,
};
use crate::records::saved_attempt::SavedAttempt;
use crate::records::{AttemptId, Outcome, PersonId};

use super::{Database, DatabaseError, checksum};

/// The finished conversations of a person before a place, the one kept last first. The inner part is answered by the index
/// alone.
const OVER: &str = "SELECT rowid, attempt, outcome, checksum FROM outcomes WHERE rowid IN \
                    (SELECT rowid FROM outcomes INDEXED BY outcomes_of \
                    WHERE profile = ?1 AND (?2 IS NULL OR scenario = ?2) AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4) \
                    ORDER BY rowid DESC";

/// How often a person has finished each scenario, and the last time.
const SCENARIOS: &str = "SELECT scenario, times, outcome FROM \
                         (SELECT scenario, count(*) AS times, max(rowid) AS last FROM outcomes INDEXED BY outcomes_of \
                         WHERE profile = ?1 GROUP BY scenario) AS played JOIN outcomes ON outcomes.rowid = played.last";

impl Database {
    /// A page of what a person has played, the latest first.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn past(&self, person: PersonId, asked: &PastAsked) -> Result<PastPage, DatabaseError> {
        let mut page = PastPage::default();
        if asked.before.is_none() {
            self.add_under_way(person, asked, &mut page)?;
            page.scenarios = self.finished_scenarios(person)?;
        }
        let before = asked.before.map_or(i64::MAX, |Before(place)| place);
        let most = i64::try_from(PAST_PAGE + 1).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(OVER)?;
        let mut rows = statement.query(params![person.to_string(), asked.scenario, before, most])?;
        let (mut taken, mut last) = (0, 0);
        while let Some(row) = rows.next()? {
            if taken == PAST_PAGE {
                page.earlier = Some(Before(last));
                break;
            }
            (taken, last) = (taken + 1, row.get(0)?);
            let (id, text, sum): (String, String, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let outcome: Option<Outcome> = serde_json::from_str(&text).ok().filter(|_| checksum(&text) == sum);
            let told = match (outcome, id.parse()) {
                (Some(outcome), _) => Some(PastConversation::over(outcome)),
                // What it came to is damaged, and what was played may not be.
                (None, Ok(id)) => self
                    .attempt(person, id)?
                    .and_then(|kept| SavedAttempt::read(&kept.saved).ok())
                    .map(|saved| PastConversation::of(&saved)),
                (None, Err(_)) => None,
            };
            match told {
                Some(told) => page.over.push(told),
                None => page.unread += 1,
            }
        }
        Ok(page)
    }

    /// Adds what is under way and has come to nothing yet.
    fn add_under_way(&self, person: PersonId, asked: &PastAsked, page: &mut PastPage) -> Result<(), DatabaseError> {
        let found = self.under_way(person, asked.scenario.as_deref(), PAST_PAGE)?;
        page.unread += found.damaged;
        for kept in found.attempts {
            match SavedAttempt::read(&kept.saved) {
                Ok(saved) => page.under_way.push(PastConversation::of(&saved)),
                Err(_) => page.unread += 1,
            }
        }
        Ok(())
    }

    fn finished_scenarios(&self, person: PersonId) -> Result<Vec<PlayedScenario>, DatabaseError> {
        let mut statement = self.connection.prepare_cached(SCENARIOS)?;
        let mut rows = statement.query([person.to_string()])?;
        let mut scenarios = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, text): (String, String) = (row.get(0)?, row.get(2)?);
            let last: Option<Outcome> = serde_json::from_str(&text).ok();
            let title = last.map_or_else(|| id.clone(), |last| last.scenario.title);
            scenarios.push(PlayedScenario { id, title, times: row.get::<_, i64>(1)?.unsigned_abs() });
        }
        scenarios.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        Ok(scenarios)
    }

    /// All that is kept of a conversation of this person.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn conversation(&self, person: PersonId, id: AttemptId) -> Result<KeptConversation, DatabaseError> {
        let saved = match self.attempt(person, id)? {
            // Damage has left nothing but what it came to.
            Some(kept) if kept.saved.is_empty() => Err(DAMAGED.to_owned()),
            Some(kept) => SavedAttempt::read(&kept.saved),
            None => Err(DAMAGED.to_owned()),
        };
        let outcome = self.outcome(id)?.filter(|outcome| outcome.person == person);
        let mut texts = BTreeMap::new();
        for pass in saved.iter().flat_map(|saved| saved.attempt.passes()) {
            let hash = &pass.transcript.scenario_hash;
            if let Some(text) = self.text(hash)? {
                texts.insert(hash.clone(), text);
            }
        }
        Ok(KeptConversation { saved, outcome, texts })
    }

    /// The conversations of a person whose ids begin like this, up to two.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn ids_beginning(&self, person: PersonId, letters: &str) -> Result<Vec<AttemptId>, DatabaseError> {
        // By the index of ids: nothing that an id is made of comes after "~".
        let sql = "SELECT id FROM attempts WHERE id >= ?2 AND id < ?2 || '~' AND profile = ?1 LIMIT 2";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query(params![person.to_string(), letters.to_lowercase()])?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.extend(row.get::<_, String>(0)?.parse::<AttemptId>());
        }
        Ok(ids)
    }
}

/// Why an attempt cannot be read of which the rows are not as they were written.
const DAMAGED: &str = "what is kept of it is damaged";
