//! The record store that is sent to, and whose attempts are.

use rusqlite::{OptionalExtension, params};

use crate::records::export::xapi::Version;
use crate::records::record_store::RecordStore;
use crate::records::{PersonId, Timestamp, small_file};

use super::{Database, DatabaseError};

/// The name of the file in which it is kept, beside the database, that the record store has asked to be left alone.
pub(in crate::records) const REST: &str = "record-store-rest.json";

/// What is sent of a profile's attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    Off,
    /// The attempts that are finished from now on.
    FromNow,
    /// All that are kept.
    All,
}

impl Database {
    /// The record store; `None` where none is known.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn record_store(&self) -> Result<Option<RecordStore>, DatabaseError> {
        let sql = "SELECT address, user, xapi, home_page FROM store";
        let read = |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
        let found: Option<[String; 4]> = self.connection.query_row(sql, [], read).optional()?;
        Ok(found.and_then(|[address, user, xapi, home_page]| {
            let version = Version::ALL.into_iter().find(|version| version.header() == xapi)?;
            let (address, home_page) = (address.parse().ok()?, home_page.parse().ok()?);
            Some(RecordStore { address, user, version, home_page })
        }))
    }

    /// Keeps the record store that is named for everybody on this computer, if it is another than the one sent to so far.
    ///
    /// # Errors
    /// Where the database cannot be read or written.
    pub fn follow_record_store(&self, named: &RecordStore) -> Result<(), DatabaseError> {
        if self.record_store()?.as_ref() == Some(named) {
            return Ok(());
        }
        self.keep_record_store(named)
    }

    /// Keeps which record store is sent to. What waits for another one, or was made in another way, is made anew for this
    /// one; what another has taken already is held back until it is asked for.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_record_store(&self, store: &RecordStore) -> Result<(), DatabaseError> {
        let before = self.record_store()?;
        let elsewhere = before.as_ref().is_none_or(|before| before.address != store.address);
        if elsewhere {
            self.forget_rest()?;
        }
        self.together(|database| {
            if before.as_ref() != Some(store) {
                database.empty_outbox()?;
            }
            if elsewhere {
                database.connection.execute("UPDATE outcomes SET shared = 2 WHERE shared = 1", [])?;
            }
            database.connection.execute(
                "INSERT INTO store (number, address, user, xapi, home_page) VALUES (1, ?1, ?2, ?3, ?4) \
                 ON CONFLICT (number) DO UPDATE SET address = excluded.address, user = excluded.user, \
                 xapi = excluded.xapi, home_page = excluded.home_page, delivered = iif(?5, NULL, delivered)",
                params![
                    store.address.to_string(),
                    store.user,
                    store.version.header(),
                    store.home_page.to_string(),
                    elsewhere
                ],
            )?;
            Ok(())
        })
    }

    /// Forgets the record store: nothing is sent any more, and nothing waits.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn forget_record_store(&self) -> Result<(), DatabaseError> {
        self.forget_rest()?;
        self.together(|database| {
            database.empty_outbox()?;
            for sql in [
                "UPDATE outcomes SET shared = 2 WHERE shared < 2",
                "UPDATE profiles SET shares = 0",
                "DELETE FROM store",
            ] {
                database.connection.execute(sql, [])?;
            }
            Ok(())
        })
    }

    fn forget_rest(&self) -> Result<(), DatabaseError> {
        Ok(self.folder().map_or(Ok(()), |folder| small_file::remove(folder, REST))?)
    }

    /// Takes all out of the outbox; it is made anew while its profile shares.
    fn empty_outbox(&self) -> Result<(), DatabaseError> {
        self.connection.execute("UPDATE outcomes SET shared = 0 WHERE attempt IN (SELECT attempt FROM outbox)", [])?;
        self.connection.execute("DELETE FROM outbox", [])?;
        Ok(())
    }

    /// Whether what the attempts of a profile come to is sent.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn shares(&self, person: PersonId) -> Result<bool, DatabaseError> {
        let sql = "SELECT shares FROM profiles WHERE id = ?1";
        Ok(self.connection.query_row(sql, [person.to_string()], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// Switches on or off whether what the attempts of a profile come to is sent. Those finished before are held back,
    /// unless all are asked for; what waits when it is switched off is taken out of the outbox.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn share(&self, person: PersonId, sharing: Sharing) -> Result<(), DatabaseError> {
        let shared_before = self.shares(person)?;
        let person = person.to_string();
        let hold_back = "UPDATE outcomes SET shared = 2 WHERE profile = ?1 AND \
                         (shared = 0 OR attempt IN (SELECT attempt FROM outbox WHERE profile = ?1))";
        self.together(|database| {
            let change = |sql: &str| database.connection.execute(sql, [&person]);
            match sharing {
                Sharing::Off => {
                    change(hold_back)?;
                    change("DELETE FROM outbox WHERE profile = ?1")?;
                }
                Sharing::FromNow if shared_before => {}
                Sharing::FromNow => _ = change(hold_back)?,
                Sharing::All => _ = change("UPDATE outcomes SET shared = 0 WHERE profile = ?1 AND shared = 2")?,
            }
            let sql = "UPDATE profiles SET shares = ?2 WHERE id = ?1";
            database.connection.execute(sql, params![person, sharing != Sharing::Off])?;
            Ok(())
        })
    }

    /// When the record store last took something.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn last_delivery(&self) -> Result<Option<Timestamp>, DatabaseError> {
        let found = self.connection.query_row("SELECT delivered FROM store", [], |row| row.get(0)).optional()?;
        let milliseconds: Option<i64> = found.flatten();
        Ok(milliseconds.and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::tests::{attempt, fresh, me, record_store};
    use super::*;
    use crate::records::database::KeptAttempt;
    use crate::records::export::xapi::statements;
    use crate::records::{Outcome, samples};

    const NOW: i64 = 1_800_000_000;

    fn now() -> Timestamp {
        Timestamp::from_second(NOW).expect("a time")
    }

    /// A finished attempt, open or closed, changed so many days ago.
    fn finish(database: &Database, number: u8, open: bool, days_ago: i64) -> Outcome {
        let changed = Timestamp::from_second(NOW - days_ago * 86_400).expect("a time");
        let kept = KeptAttempt { changed, open, ..attempt(number, "{}") };
        let outcome = Outcome { attempt: kept.id, person: me().id, ended: changed, ..samples::outcome() };
        database.keep_attempt(&kept).expect("kept");
        database.keep_outcome(&outcome).expect("kept");
        outcome
    }

    /// The ids of all that would be sent now.
    fn waiting(database: &Database) -> BTreeSet<String> {
        while database.fill_outbox(&record_store().settings(), now()).expect("filled") > 0 {}
        let waiting = database.waiting_statements(usize::MAX, usize::MAX).expect("read");
        waiting.into_iter().map(|statement| statement.id).collect()
    }

    fn ids<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> BTreeSet<String> {
        let settings = record_store().settings();
        let all = outcomes.into_iter().flat_map(|outcome| statements(outcome, &settings));
        all.map(|statement| statement.id().to_string()).collect()
    }

    fn take_all(database: &Database) {
        let all = database.waiting_statements(usize::MAX, usize::MAX).expect("read");
        database.note_delivered(&all, now()).expect("kept");
    }

    fn with(name: &str, test: impl FnOnce(&Database)) {
        let folder = fresh(name);
        let database = Database::open(&folder).expect("it is made").database;
        database.add_profile(&me()).expect("kept");
        database.keep_record_store(&record_store()).expect("kept");
        test(&database);
        drop(database);
        std::fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn nothing_is_sent_that_nobody_has_asked_for() {
        with("unasked", |database| {
            let (closed, in_debrief) = (finish(database, 1, false, 3), finish(database, 2, true, 3));
            assert!(waiting(database).is_empty(), "it is off");
            database.share(me().id, Sharing::FromNow).expect("kept");
            finish(database, 2, false, 0);
            assert!(waiting(database).is_empty(), "both were finished before");
            let later = finish(database, 3, false, 0);
            database.share(me().id, Sharing::FromNow).expect("once more changes nothing");
            assert_eq!(waiting(database), ids([&later]));
            database.share(me().id, Sharing::Off).expect("kept");
            let meanwhile = finish(database, 4, false, 0);
            assert!(waiting(database).is_empty());
            database.share(me().id, Sharing::FromNow).expect("kept");
            assert!(waiting(database).is_empty(), "what waited when it was switched off was taken out");
            database.share(me().id, Sharing::All).expect("kept");
            assert_eq!(waiting(database), ids([&closed, &in_debrief, &later, &meanwhile]));
        });
    }

    #[test]
    fn an_attempt_is_sent_once_when_it_is_over_and_one_that_was_left_after_a_fortnight() {
        with("once", |database| {
            database.share(me().id, Sharing::FromNow).expect("kept");
            let (closed, left) = (finish(database, 1, false, 0), finish(database, 2, true, 15));
            finish(database, 3, true, 13);
            assert_eq!(database.outbox().expect("read").waiting, 3, "the one in its debrief is to come");
            assert_eq!(waiting(database), ids([&closed, &left]));
            assert_eq!(database.last_delivery().expect("read"), None);
            take_all(database);
            assert_eq!(database.last_delivery().expect("read"), Some(now()));
            finish(database, 2, false, 0);
            finish(database, 1, false, 0);
            assert!(waiting(database).is_empty(), "both are there already");
            database.share(me().id, Sharing::All).expect("kept");
            assert!(waiting(database).is_empty());
            let third = finish(database, 3, false, 0);
            assert_eq!(waiting(database), ids([&third]));
            assert_eq!(database.outbox().expect("read").waiting, 1);
        });
    }

    #[test]
    fn damage_in_the_outbox_is_mended_and_an_outcome_that_is_damaged_holds_nobody_up() {
        with("outbox-damage", |database| {
            database.share(me().id, Sharing::FromNow).expect("kept");
            let whole = finish(database, 1, false, 0);
            waiting(database);
            let harm = |sql: &str| database.connection.execute(sql, []).expect("harmed");
            harm("UPDATE outbox SET text = replace(text, 'Agent', 'agent') WHERE rowid % 2 = 0");
            assert!(database.waiting_statements(99, usize::MAX).expect("read").len() < ids([&whole]).len());
            assert_eq!(waiting(database), ids([&whole]));
            finish(database, 2, false, 1);
            harm("UPDATE outcomes SET outcome = 'x' || outcome WHERE shared = 0");
            let third = finish(database, 3, false, 0);
            assert_eq!(waiting(database), ids([&whole, &third]));
            assert_eq!(database.outbox().expect("read").held_back, 1);
        });
    }

    #[test]
    fn what_waits_goes_to_another_store_as_that_wants_it_and_what_the_former_has_only_if_asked_for() {
        with("another-store", |database| {
            database.share(me().id, Sharing::FromNow).expect("kept");
            let sent = finish(database, 1, false, 0);
            waiting(database);
            take_all(database);
            let second = finish(database, 2, false, 0);
            waiting(database);
            let address = "https://other.example.org".parse().expect("an address");
            let other = RecordStore { address, version: Version::V2_0_0, ..record_store() };
            database.keep_record_store(&other).expect("kept");
            assert_eq!(database.record_store().expect("read").as_ref(), Some(&other));
            assert_eq!(database.last_delivery().expect("read"), None);
            database.fill_outbox(&other.settings(), now()).expect("filled");
            let anew = database.waiting_statements(99, usize::MAX).expect("read");
            assert!(anew.iter().all(|statement| statement.text.contains(r#""version":"2.0.0""#)));
            assert_eq!(waiting(database), ids([&second]));
            database.share(me().id, Sharing::All).expect("kept");
            assert_eq!(waiting(database), ids([&sent, &second]));
            database.forget_record_store().expect("forgotten");
            assert_eq!(database.record_store().expect("read"), None);
            assert!(waiting(database).is_empty() && !database.shares(me().id).expect("read"));
        });
    }

    #[test]
    fn a_batch_is_bounded_in_number_and_in_bytes_and_what_is_deleted_meanwhile_is_not_sent() {
        with("batches", |database| {
            database.share(me().id, Sharing::FromNow).expect("kept");
            finish(database, 1, false, 0);
            waiting(database);
            let taken = |most, bytes| database.waiting_statements(most, bytes).expect("read");
            let all = taken(99, usize::MAX);
            assert_eq!(taken(3, usize::MAX), all[..3]);
            assert_eq!(taken(99, all[0].text.len() + all[1].text.len()), all[..2]);
            assert_eq!(taken(99, 1), all[..1], "one that is too long alone goes alone");
            database.note_refused(&all[0].id, "no").expect("kept");
            assert_eq!(database.still_waiting(all.clone()).expect("read"), all[1..]);
            assert_eq!((database.retry_refused().expect("kept"), taken(99, usize::MAX)), (1, all.clone()));
            database.forget(me().id).expect("forgotten");
            assert_eq!(database.still_waiting(all).expect("read"), []);
        });
    }
}
