//! Profiles: whoever plays on this computer.

use rusqlite::{OptionalExtension, params};

use crate::records::{PersonId, Timestamp};

use super::{Database, DatabaseError};

/// Somebody who plays on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub id: PersonId,
    /// Empty where no name was given.
    pub name: String,
    pub made: Timestamp,
}

impl Database {
    /// All profiles, the oldest first.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn profiles(&self) -> Result<Vec<Profile>, DatabaseError> {
        let mut statement = self.connection.prepare("SELECT id, name, made FROM profiles ORDER BY made, id")?;
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

    /// Adds a profile, unless it is there.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn add_profile(&self, profile: &Profile) -> Result<(), DatabaseError> {
        let sql = "INSERT OR IGNORE INTO profiles (id, name, made) VALUES (?1, ?2, ?3)";
        self.connection.execute(sql, params![profile.id.to_string(), profile.name, profile.made.as_millisecond()])?;
        Ok(())
    }

    /// Deletes a profile with all that is kept of it, and nothing of it is left in the file, its log or its copies.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn delete_profile(&self, id: PersonId) -> Result<(), DatabaseError> {
        self.connection.execute("DELETE FROM profiles WHERE id = ?1", [id.to_string()])?;
        self.wipe()
    }

    /// Deletes all that is kept of a profile but its name and its settings, and nothing of it is left in the file, its log
    /// or its copies.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn forget(&self, id: PersonId) -> Result<(), DatabaseError> {
        for table in ["attempts", "outcomes", "played_before"] {
            self.connection.execute(&format!("DELETE FROM {table} WHERE profile = ?1"), [id.to_string()])?;
        }
        self.connection.execute("UPDATE profiles SET progress = NULL WHERE id = ?1", [id.to_string()])?;
        self.wipe()
    }

    /// Leaves nothing of what was deleted.
    fn wipe(&self) -> Result<(), DatabaseError> {
        // Texts that nobody has played any more.
        self.connection.execute("DELETE FROM texts WHERE hash NOT IN (SELECT scenario_hash FROM attempts)", [])?;
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
