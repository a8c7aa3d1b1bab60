//! A database that leaves nothing behind.

use std::path::PathBuf;

use rusqlite::Connection;

use super::{Database, DatabaseError, upgrades};

impl Database {
    /// A database in memory alone: nothing of it is ever on a disk, and it is gone when it is dropped.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn in_memory() -> Result<Self, DatabaseError> {
        let mut connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        let path = PathBuf::new();
        upgrades::upgrade(&mut connection, &path)?;
        Ok(Self { connection, path, file: None })
    }
}
