//! A person's progress, kept so that it need not be worked out from all attempts again.

use rusqlite::params;

use crate::records::progress::Progress;
use crate::records::{Outcome, PersonId};

use super::{Database, DatabaseError, checksum};

/// The outcomes of a person that are not in what is kept of their progress.
const UNFOLDED: &str = "SELECT attempt, outcome, outcomes.checksum, open, outcomes.rowid FROM outcomes \
                        JOIN attempts ON attempts.id = outcomes.attempt \
                        WHERE outcomes.profile = ?1 AND NOT folded ORDER BY ended";

impl Database {
    /// What a person's attempts come to. Those that cannot change any more are folded into what is kept, each once.
    ///
    /// # Errors
    /// Where the database cannot be read or written.
    pub fn progress(&self, person: PersonId) -> Result<Progress, DatabaseError> {
        let mut progress = Progress::default();
        self.together(|database| {
            progress = database.fold(person)?;
            Ok(())
        })?;
        Ok(progress)
    }

    fn fold(&self, person: PersonId) -> Result<Progress, DatabaseError> {
        let person = person.to_string();
        let kept = "SELECT progress FROM profiles WHERE id = ?1";
        let kept: Option<String> = self.connection.query_row(kept, [&person], |row| row.get(0))?;
        let mut settled = match kept.map(|text| Progress::read(&text)) {
            Some(Some(settled)) => settled,
            // What cannot be read, or is of another form, is worked out anew.
            Some(None) => {
                self.connection.execute("UPDATE outcomes SET folded = 0 WHERE profile = ?1", [&person])?;
                Progress::default()
            }
            None => Progress::default(),
        };
        let mut changing: Vec<(Outcome, u64)> = Vec::new();
        let mut any = false;
        let mut statement = self.connection.prepare(UNFOLDED)?;
        let mut fold = self.connection.prepare("UPDATE outcomes SET folded = 1 WHERE attempt = ?1")?;
        let mut rows = statement.query([&person])?;
        while let Some(row) = rows.next()? {
            let (attempt, text, sum, open): (String, String, i64, bool) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let place = row.get::<_, i64>(4)?.unsigned_abs();
            let Some(outcome) = serde_json::from_str(&text).ok().filter(|_| checksum(&text) == sum) else { continue };
            if open {
                changing.push((outcome, place));
            } else {
                settled.add_at(&outcome, place);
                fold.execute([attempt])?;
                any = true;
            }
        }
        if any {
            let text = settled.stored().map_err(std::io::Error::from)?;
            self.connection.execute("UPDATE profiles SET progress = ?2 WHERE id = ?1", params![person, text])?;
        }
        for (outcome, place) in &changing {
            settled.add_at(outcome, *place);
        }
        Ok(settled)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use rusqlite::StatementStatus;

    use super::super::tests::{attempt, fresh, me};
    use super::*;
    use crate::records::database::KeptAttempt;
    use crate::records::samples::outcomes;

    #[test]
    fn each_attempt_counts_once_however_often_progress_is_looked_at_and_one_that_changes_as_it_is() {
        let folder = fresh("progress");
        let database = Database::open(&folder).expect("it is made").database;
        database.add_profile(&me()).expect("kept");
        let mut expected = Progress::default();
        let mut met = BTreeSet::new();
        for (number, outcome) in (1..).zip(outcomes().into_iter().take(6)) {
            let kept = attempt(number, "{}");
            let first = met.insert(outcome.scenario.id.clone());
            let mut outcome = Outcome { attempt: kept.id, person: kept.person, first, ..outcome };
            database.keep_attempt(&kept).expect("kept");
            database.keep_outcome(&outcome).expect("kept");
            database.progress(kept.person).expect("it can be told");
            // Notes that are made in the debrief.
            outcome.notes.next_time = format!("ask {number}");
            database.keep_outcome(&outcome).expect("kept");
            expected.add_at(&outcome, number.into());
            for _ in 0..2 {
                assert_eq!(database.progress(kept.person).expect("it can be told"), expected, "it is open");
            }
            database.keep_attempt(&KeptAttempt { open: false, ..kept }).expect("kept");
            for _ in 0..2 {
                assert_eq!(database.progress(me().id).expect("it can be told"), expected, "it is over");
            }
        }
        let kept = expected.stored().expect("plain data");
        for other in ["?".to_owned(), "{}".to_owned(), kept.replacen("\"form\":", "\"form\":9", 1)] {
            database.connection.execute("UPDATE profiles SET progress = ?1", [other]).expect("changed");
            assert_eq!(database.progress(me().id).expect("it can be told"), expected, "it is worked out anew");
        }
        database.forget(me().id).expect("forgotten");
        assert_eq!(database.progress(me().id).expect("it can be told"), Progress::default());
        fs::remove_dir_all(folder).expect("ours");
    }
    #[test]
    fn looking_takes_as_long_whatever_was_folded_before() {
        let folder = fresh("steps");
        let database = Database::open(&folder).expect("it is made").database;
        database.add_profile(&me()).expect("kept");
        let outcome = outcomes().swap_remove(0);
        let mut steps = Vec::new();
        for number in 1..=120 {
            let kept = KeptAttempt { open: false, ..attempt(number, "{}") };
            let outcome = Outcome { attempt: kept.id, person: kept.person, ..outcome.clone() };
            database.keep_attempt(&kept).expect("kept");
            database.keep_outcome(&outcome).expect("kept");
            let mut statement = database.connection.prepare(UNFOLDED).expect("SQL");
            let mut rows = statement.query([me().id.to_string()]).expect("read");
            let mut new = 0;
            while rows.next().expect("read").is_some() {
                new += 1;
            }
            drop(rows);
            assert_eq!(new, 1);
            steps.push(statement.get_status(StatementStatus::VmStep));
            drop(statement);
            database.progress(me().id).expect("it can be told");
        }
        assert!(steps.iter().all(|taken| *taken == steps[0]), "{steps:?}");
        fs::remove_dir_all(folder).expect("ours");
    }
}
