//! Profiles: whoever plays on this computer.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use crate::records::progress::{AimChange, Aims};
use crate::records::{PersonId, Timestamp};

use super::{Database, DatabaseError, FILE, opening};

/// The most letters of a name.
const LONGEST_NAME: usize = 60;

/// Somebody who plays on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub id: PersonId,
    /// Empty where no name was given.
    pub name: String,
    pub made: Timestamp,
}

impl Profile {
    /// A new one, under the name that was typed.
    #[must_use]
    pub fn new(typed: &str, made: Timestamp) -> Self {
        Self { id: PersonId::random(), name: Self::name_from(typed), made }
    }

    /// The name that was typed, on one line and without spaces around it; at most 60 letters of it.
    #[must_use]
    pub fn name_from(typed: &str) -> String {
        let one_line = typed.split(char::is_control).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        let short: String = one_line.chars().take(LONGEST_NAME).collect();
        short.trim_end().to_owned()
    }
}

/// Removes texts that nobody has played any more: those of no latest pass, which attempts name, and of no first one, which
/// outcomes do.
const UNUSED_TEXTS: &str = "DELETE FROM texts WHERE hash NOT IN (SELECT scenario_hash FROM attempts UNION SELECT hash FROM \
                            (SELECT CASE WHEN json_valid(outcome) THEN json_extract(outcome, '$.scenario.hash') END AS hash \
                            FROM outcomes) WHERE hash IS NOT NULL)";

impl Database {
    /// The profiles in a folder, the oldest first, without waiting for whoever writes; none where nothing is kept there.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn profiles_in(folder: &Path) -> Result<Vec<Profile>, DatabaseError> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(Vec::new());
        }
        profiles(&opening::connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?)
    }

    /// All profiles, the oldest first.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn profiles(&self) -> Result<Vec<Profile>, DatabaseError> {
        profiles(&self.connection)
    }

    /// Gives a profile another name, or none where nothing was typed. Nothing of the former one is left in the file or its
    /// log.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn rename_profile(&self, id: PersonId, typed: &str) -> Result<(), DatabaseError> {
        let sql = "UPDATE profiles SET name = ?2 WHERE id = ?1";
        self.connection.execute(sql, params![id.to_string(), Profile::name_from(typed)])?;
        self.wipe()
    }

    /// Whether a profile is there.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn has_profile(&self, id: PersonId) -> Result<bool, DatabaseError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM profiles WHERE id = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([id.to_string()], |row| row.get(0))?)
    }

    /// Adds a profile, unless it is there.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn add_profile(&self, profile: &Profile) -> Result<(), DatabaseError> {
        let sql = "INSERT OR IGNORE INTO profiles (id, name, made) VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![profile.id.to_string(), profile.name, profile.made.as_millisecond()])?;
        Ok(())
    }

    /// Adds a profile, unless there is one: of two windows that are opened for the first time, one adds it.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn add_first_profile(&self, profile: &Profile) -> Result<(), DatabaseError> {
        let sql = "INSERT INTO profiles (id, name, made) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM profiles)";
        self.connection.execute(sql, params![profile.id.to_string(), profile.name, profile.made.as_millisecond()])?;
        Ok(())
    }

    /// How many conversations are kept of a profile, and when the last of them was changed.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn kept_of(&self, id: PersonId) -> Result<(u64, Option<Timestamp>), DatabaseError> {
        let sql = "SELECT count(*), max(changed) FROM attempts WHERE profile = ?1";
        let (kept, last): (i64, Option<i64>) =
            self.connection.query_row(sql, [id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((kept.unsigned_abs(), last.and_then(|last| Timestamp::from_millisecond(last).ok())))
    }

    /// Deletes a profile with all that is kept of it, and nothing of it is left in the file, its log or its copies.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn delete_profile(&self, id: PersonId) -> Result<(), DatabaseError> {
        self.connection.execute("DELETE FROM profiles WHERE id = ?1", [id.to_string()])?;
        self.wipe()
    }

    /// What a profile wants to reach.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn aims(&self, id: PersonId) -> Result<Aims, DatabaseError> {
        let sql = "SELECT aims FROM profiles WHERE id = ?1";
        let kept: Option<Option<String>> =
            self.connection.query_row(sql, [id.to_string()], |row| row.get(0)).optional()?;
        Ok(kept.flatten().map(|text| Aims::read(&text)).unwrap_or_default())
    }

    /// Changes one of the things that a profile wants to reach, and leaves the others as another window may have changed
    /// them. To be called within [`Self::together`].
    ///
    /// # Errors
    /// Where the database cannot be read or written.
    pub(in crate::records) fn change_aim(&self, id: PersonId, change: AimChange) -> Result<(), DatabaseError> {
        let mut aims = self.aims(id)?;
        aims.change(change);
        let text = (aims != Aims::default()).then(|| serde_json::to_string(&aims)).transpose();
        let sql = "UPDATE profiles SET aims = ?2 WHERE id = ?1";
        self.connection.execute(sql, params![id.to_string(), text.map_err(std::io::Error::from)?])?;
        Ok(())
    }

    /// Deletes all that is kept of a profile but its name and its settings, and nothing of it is left in the file, its log
    /// or its copies.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn forget(&self, id: PersonId) -> Result<(), DatabaseError> {
        for table in ["outbox", "attempts", "outcomes", "played_before"] {
            self.connection.execute(&format!("DELETE FROM {table} WHERE profile = ?1"), [id.to_string()])?;
        }
        self.connection.execute("UPDATE profiles SET progress = NULL, aims = NULL WHERE id = ?1", [id.to_string()])?;
        self.wipe()
    }

    /// Leaves nothing of what was deleted.
    fn wipe(&self) -> Result<(), DatabaseError> {
        self.connection.execute(UNUSED_TEXTS, [])?;
        self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        self.remove_copies()?;
        Ok(())
    }

    /// The settings of a profile, as the window wrote them.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn settings(&self, id: PersonId) -> Result<Option<String>, DatabaseError> {
        let sql = "SELECT settings FROM profiles WHERE id = ?1";
        let found = self.connection.query_row(sql, [id.to_string()], |row| row.get(0)).optional()?;
        Ok(found.flatten())
    }

    /// Keeps the settings of a profile.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep_settings(&self, id: PersonId, settings: &str) -> Result<(), DatabaseError> {
        let sql = "UPDATE profiles SET settings = ?2 WHERE id = ?1";
        self.connection.execute(sql, params![id.to_string(), settings])?;
        Ok(())
    }
}

fn profiles(connection: &Connection) -> Result<Vec<Profile>, DatabaseError> {
    let mut statement = connection.prepare("SELECT id, name, made FROM profiles ORDER BY made, id")?;
    let rows = statement.query_map([], |row| {
        let (id, name, made): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok((id, name, made))
    })?;
    let mut profiles = Vec::new();
    for row in rows {
        let (id, name, made) = row?;
        let Ok(id) = id.parse() else { continue };
        profiles.push(Profile { id, name, made: Timestamp::from_millisecond(made).unwrap_or_default() });
    }
    Ok(profiles)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::tests::{attempt, fresh, me};
    use super::*;
    use crate::hash::ContentHash;
    use crate::records::Outcome;
    use crate::records::database::KeptAttempt;
    use crate::records::samples::outcome;

    #[test]
    fn a_name_is_one_line_of_bounded_length() {
        for (typed, name) in [("  Ana \t María\n", "Ana María"), ("", ""), ("\u{7}\n", "")] {
            assert_eq!(Profile::name_from(typed), name);
        }
        assert_eq!(Profile::name_from(&"\u{e9}".repeat(90)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn the_first_profile_is_added_once() {
        let database = Database::in_memory().expect("there is memory");
        for number in [1, 2] {
            let profile = Profile { id: PersonId::of([number; 16]), ..me() };
            database.add_first_profile(&profile).expect("kept");
        }
        assert_eq!(database.profiles().expect("read"), [Profile { id: PersonId::of([1; 16]), ..me() }]);
    }

    #[test]
    fn the_texts_of_the_first_pass_and_of_the_latest_stay_and_no_other() {
        let folder = fresh("texts");
        let database = Database::open(&folder).expect("it is made").database;
        let leaver = Profile { id: PersonId::of([9; 16]), ..me() };
        database.add_profile(&me()).expect("kept");
        database.add_profile(&leaver).expect("kept");
        // A later pass was through another text.
        let texts = ["as it was first", "as it is now", "played by nobody"];
        let [first, latest, _] = texts.map(|text| ContentHash::of([text]));
        for text in texts {
            database.keep_text(&ContentHash::of([text]), text).expect("kept");
        }
        let kept = KeptAttempt { scenario_hash: latest, ..attempt(1, "{}") };
        database.keep_attempt(&kept).expect("kept");
        let mut outcome = Outcome { attempt: kept.id, person: me().id, ..outcome() };
        outcome.scenario.hash = first;
        database.keep_outcome(&outcome).expect("kept");
        database.delete_profile(leaver.id).expect("deleted");
        let left = texts.map(|text| database.text(&ContentHash::of([text])).expect("read").is_some());
        assert_eq!(left, [true, true, false]);
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn of_a_former_name_no_byte_is_left() {
        let folder = fresh("renamed");
        assert_eq!(Database::profiles_in(&folder).expect("nothing is there"), []);
        let database = Database::open(&folder).expect("it is made").database;
        database.add_profile(&Profile { name: "Maria Theresa".to_owned(), ..me() }).expect("kept");
        database.rename_profile(me().id, " Kim ").expect("renamed");
        assert_eq!(Database::profiles_in(&folder).expect("read"), [Profile { name: "Kim".to_owned(), ..me() }]);
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let bytes = fs::read(entry.path()).expect("a file");
            assert!(!bytes.windows(7).any(|window| window == b"Theresa"), "{}", entry.path().display());
        }
        drop(database);
        fs::remove_dir_all(folder).expect("ours");
    }

    #[test]
    fn a_guest_s_database_is_one_like_any_other_and_has_no_file() {
        let database = Database::in_memory().expect("there is memory");
        database.add_profile(&me()).expect("kept");
        database.keep_attempt(&attempt(1, "words")).expect("kept");
        assert_eq!(database.open_attempts(me().id, 9).expect("read").attempts, [attempt(1, "words")]);
        database.forget(me().id).expect("forgotten");
        assert_eq!(database.open_attempts(me().id, 9).expect("read").attempts, []);
        assert_eq!(database.path(), Path::new(""));
    }
}
