//! What was played before, page by page: how long a page takes does not depend on what others have played, and it takes no
//! more memory the more there is.

use std::collections::BTreeMap;

use rusqlite::params;

use crate::records::past::{
    Before, HowItWent, KeptConversation, PAST_PAGE, PastAsked, PastConversation, PastPage, PlayedScenario,
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
const SCENARIOS: &str = "SELECT played.scenario, times, outcome FROM \
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
                    .map(|saved| PastConversation::of(&saved, HowItWent::NotKnown)),
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
                Ok(saved) => page.under_way.push(PastConversation::of(&saved, HowItWent::UnderWay(saved.left_at()))),
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::{Arc, LazyLock};

    use rusqlite::StatementStatus;

    use super::super::tests::{fresh, me};
    use super::*;
    use crate::attempt::Mode;
    use crate::hash::ContentHash;
    use crate::records::database::{FILE, Profile};
    use crate::records::samples::shipped;
    use crate::records::saved_attempt::{Identity, LeftAt, Phase};
    use crate::records::{Timestamp, past::PAST_PAGE};
    use crate::scenario::Scenario;
    use crate::session::{Chance, Session};

    static SHIPPED: LazyLock<Vec<Arc<Scenario>>> = LazyLock::new(shipped);

    fn other() -> Profile {
        Profile { id: PersonId::of([9; 16]), name: "Kim".to_owned(), made: Timestamp::UNIX_EPOCH }
    }

    fn opened(name: &str) -> (Database, std::path::PathBuf) {
        let folder = fresh(&format!("past-{name}"));
        let database = Database::open(&folder).expect("it is made").database;
        for profile in [me(), other()] {
            database.add_profile(&profile).expect("kept");
        }
        (database, folder)
    }

    /// A conversation of one turn with the shipped scenario at a place, begun at so many seconds.
    fn played(number: u8, place: usize, began: i64) -> SavedAttempt {
        let scenario = &SHIPPED[place];
        let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(3));
        session.choose(session.current_scene().offer[0], None).expect("it is on offer");
        let began = Timestamp::from_second(began).expect("a time");
        let identity = Identity { id: AttemptId::of([number; 16]), began, ended: Some(began) };
        let title = scenario.title.clone();
        SavedAttempt::begin(identity, title, Mode::Practise, session.transcript().clone())
    }

    /// Keeps it as over, with what it came to.
    fn keep(database: &Database, person: PersonId, saved: &SavedAttempt) {
        let saved = SavedAttempt { phase: Phase::Debriefing, ..saved.clone() };
        let scenario = SHIPPED.iter().find(|one| one.id == saved.scenario()).expect("it ships");
        let kept = saved.kept(person, None, saved.identity.began, false).expect("plain data");
        database.keep_attempt(&kept).expect("kept");
        database.keep_outcome(&saved.outcome(person, scenario).expect("it is over")).expect("kept");
    }

    fn ids(told: &[PastConversation]) -> Vec<AttemptId> {
        told.iter().map(|told| told.id).collect()
    }

    /// Every page, one after the other.
    fn pages(database: &Database, scenario: Option<&str>) -> Vec<PastPage> {
        let mut asked = PastAsked { scenario: scenario.map(str::to_owned), before: None };
        let mut pages = Vec::new();
        loop {
            let page = database.past(me().id, &asked).expect("read");
            asked.before = page.earlier;
            pages.push(page);
            if asked.before.is_none() {
                return pages;
            }
        }
    }

    #[test]
    fn pages_hold_each_once_the_one_kept_last_first_whatever_the_clock_said() {
        let (database, folder) = opened("pages");
        let most = u8::try_from(2 * PAST_PAGE + 1).expect("few");
        for number in 1..=most {
            // The clock runs backwards, and somebody else plays in between.
            keep(&database, me().id, &played(number, usize::from(number % 2), -i64::from(number)));
            keep(&database, other().id, &played(100 + number, 0, 0));
        }
        let pages = pages(&database, None);
        assert_eq!(pages.iter().map(|page| page.over.len()).collect::<Vec<_>>(), [PAST_PAGE, PAST_PAGE, 1]);
        let found: Vec<AttemptId> = pages.iter().flat_map(|page| ids(&page.over)).collect();
        let expected: Vec<AttemptId> = (1..=most).rev().map(|number| AttemptId::of([number; 16])).collect();
        assert_eq!(found, expected);
        let times: Vec<u64> = pages[0].scenarios.iter().map(|played| played.times).collect();
        assert_eq!((times.len(), times.iter().sum()), (2, u64::from(most)));
        assert!(pages[1].scenarios.is_empty() && pages.iter().all(|page| page.unread == 0));
        let told = &pages[0].over[0];
        let HowItWent::Over { ending, scores, .. } = &told.how else { panic!("{told:?}") };
        assert_eq!((ending, &told.title), (&None, &SHIPPED[usize::from(most % 2)].title));
        assert_ne!(*scores, crate::debrief::Scores::default());
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn one_scenario_is_shown_alone_and_what_is_under_way_comes_with_the_latest_page() {
        let (database, folder) = opened("one");
        keep(&database, me().id, &played(1, 0, 1));
        keep(&database, me().id, &played(2, 1, 2));
        for (number, person) in [(3, me().id), (4, other().id)] {
            let left = played(number, 1, 3);
            let kept = left.kept(person, None, left.identity.began, true).expect("plain data");
            database.keep_attempt(&kept).expect("kept");
        }
        let [first, second] = [0, 1].map(|place| SHIPPED[place].id.clone());
        let page = |scenario: Option<&str>| pages(&database, scenario).swap_remove(0);
        let all = page(None);
        assert_eq!((ids(&all.over), ids(&all.under_way)), (vec![id(2), id(1)], vec![id(3)]));
        assert_eq!(all.under_way[0].how, HowItWent::UnderWay(LeftAt::Turn(2)));
        let one = page(Some(&second));
        assert_eq!((ids(&one.over), ids(&one.under_way)), (vec![id(2)], vec![id(3)]));
        let one = page(Some(&first));
        assert_eq!((ids(&one.over), ids(&one.under_way)), (vec![id(1)], vec![]));
        assert_eq!(page(Some("never played")).over, []);
        fs::remove_dir_all(folder).expect("ours");
    }

    const fn id(number: u8) -> AttemptId {
        AttemptId::of([number; 16])
    }

    #[test]
    fn what_is_damaged_is_counted_and_the_others_stay_in_reach() {
        let (database, folder) = opened("damaged");
        for number in 1..=4 {
            keep(&database, me().id, &played(number, 0, 1));
        }
        let damage = |sql: &str, number: u8| {
            assert_eq!(database.connection.execute(sql, [id(number).to_string()]).expect("damaged"), 1);
        };
        for number in [2, 3] {
            damage("UPDATE outcomes SET outcome = replace(outcome, '2', '7') WHERE attempt = ?1", number);
        }
        for number in [1, 3] {
            damage("UPDATE attempts SET saved = saved || '?' WHERE id = ?1", number);
        }
        let page = database.past(me().id, &PastAsked::default()).expect("read");
        assert_eq!((ids(&page.over), page.unread), (vec![id(4), id(2), id(1)], 1));
        assert_eq!(page.over[1].how, HowItWent::NotKnown);
        let found = |number| database.conversation(me().id, id(number)).expect("read");
        let read = |number| {
            let kept = found(number);
            (kept.saved.is_ok(), kept.outcome.is_some())
        };
        assert_eq!([1, 2, 3, 4].map(read), [(false, true), (true, false), (false, false), (true, true)]);
        assert_eq!(found(3).saved, Err(DAMAGED.to_owned()));
        assert!(database.conversation(other().id, id(4)).expect("read").outcome.is_none(), "it is not theirs");
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn where_damage_took_what_one_came_to_it_can_be_gone_on_with_and_one_without_a_turn_stays_over() {
        let (database, folder) = opened("lost-outcome");
        for number in 1..=3 {
            keep(&database, me().id, &played(number, 0, 1));
        }
        let mut empty = played(4, 0, 1);
        empty.attempt.first.turns.clear();
        empty.phase = Phase::Debriefing;
        let kept = empty.kept(me().id, None, empty.identity.began, false).expect("plain data");
        database.keep_attempt(&kept).expect("kept");
        drop(database);
        let path = folder.join(FILE);
        let mut bytes = fs::read(&path).expect("a file");
        let text = format!("{{\"attempt\":\"{}\"", id(2));
        let place = memchr::memmem::find(&bytes, text.as_bytes()).expect("its row");
        bytes[place + 3] ^= 1;
        fs::write(&path, bytes).expect("damaged");
        let opened = Database::open(&folder).expect("what can be read is");
        assert!(opened.damaged.is_some());
        let page = opened.database.past(me().id, &PastAsked::default()).expect("read");
        assert_eq!((ids(&page.over), ids(&page.under_way)), (vec![id(3), id(1)], vec![id(2)]));
        assert_eq!(page.under_way[0].how, HowItWent::UnderWay(LeftAt::Debrief));
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn looking_changes_nothing_that_is_kept() {
        let (database, folder) = opened("looking");
        let saved = played(1, 0, 1);
        keep(&database, me().id, &saved);
        let hash = &saved.attempt.first.scenario_hash;
        let texts = [ContentHash::of(["another text"]), hash.clone()];
        for (hash, text) in texts.iter().zip(["another text", "not the text"]) {
            database.keep_text(hash, text).expect("kept");
        }
        let writes = || database.connection.total_changes();
        let before = writes();
        database.past(me().id, &PastAsked::default()).expect("read");
        let kept = database.conversation(me().id, id(1)).expect("read");
        assert_eq!(writes(), before);
        assert!(
            kept.saved.is_ok_and(|kept| kept.attempt == saved.attempt) && kept.texts.is_empty(),
            "damaged is not taken"
        );
        let letters = id(1).to_string();
        for letters in [&letters[..4], &letters.to_uppercase()] {
            assert_eq!(database.ids_beginning(me().id, letters).expect("read"), [id(1)]);
        }
        assert_eq!(database.ids_beginning(other().id, &letters).expect("read"), []);
        assert_eq!(database.ids_beginning(me().id, "zz").expect("read"), []);
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn a_page_takes_as_long_however_much_others_have_played() {
        let (database, folder) = opened("steps");
        keep(&database, me().id, &played(1, 0, 1));
        let steps = || {
            let mut statement = database.connection.prepare(OVER).expect("SQL");
            let asked = params![me().id.to_string(), None::<String>, i64::MAX, 21];
            let mut rows = statement.query(asked).expect("read");
            while rows.next().expect("read").is_some() {}
            drop(rows);
            (statement.get_status(StatementStatus::VmStep), statement.get_status(StatementStatus::FullscanStep))
        };
        keep(&database, other().id, &played(99, 0, 2));
        let before = steps();
        for number in 100..180 {
            keep(&database, other().id, &played(number, 0, 2));
        }
        assert_eq!(steps(), before);
        fs::remove_dir_all(folder).expect("ours");
    }
}
