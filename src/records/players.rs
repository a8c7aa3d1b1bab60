//! Which running Bedside plays an attempt: each holds a lock that the system lets go of when it ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::private_files::{make_folder, new_file};

/// The folder of the locks, within that of the database.
const FOLDER: &str = "playing";

/// The lock of this Bedside.
#[derive(Debug)]
pub struct Player {
    name: String,
    path: PathBuf,
    /// Held open for its lock.
    _lock: File,
}

impl Player {
    /// Takes a lock under a name that nobody else has, and removes those that nobody holds any more.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn enter(folder: &Path, name: &str) -> io::Result<Self> {
        let locks = folder.join(FOLDER);
        make_folder(&locks)?;
        for entry in fs::read_dir(&locks)?.flatten() {
            if !is_held(&entry.path()) {
                // Another window may have removed it already.
                let _ = fs::remove_file(entry.path());
            }
        }
        let path = locks.join(name);
        let lock = new_file(&path)?;
        lock.lock()?;
        Ok(Self { name: name.to_owned(), path, _lock: lock })
    }

    /// Its name, for the attempts that it plays.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        // One that stays is removed by the next.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the Bedside of this name is running.
#[must_use]
pub fn is_playing(folder: &Path, name: &str) -> bool {
    // A name from a damaged database may be any text.
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain && is_held(&folder.join(FOLDER).join(name))
}

fn is_held(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_player_is_known_to_play_until_it_leaves() {
        let folder = std::env::temp_dir().join(format!("bedside-players-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let here = Player::enter(&folder, "here").expect("it enters");
        let there = Player::enter(&folder, "there").expect("it enters");
        assert!(is_playing(&folder, "here") && is_playing(&folder, "there"));
        assert!(!is_playing(&folder, "nobody") && !is_playing(&folder, "../here"));
        // Killed: its file stays, and nobody holds it.
        let killed = folder.join(FOLDER).join("killed");
        fs::write(&killed, "").expect("a file");
        drop(there);
        assert!(is_playing(&folder, "here") && !is_playing(&folder, "there") && !is_playing(&folder, "killed"));
        drop(Player::enter(&folder, "another").expect("it enters"));
        assert!(!killed.exists() && is_playing(&folder, here.name()));
        drop(here);
        fs::remove_dir_all(folder).expect("ours");
    }
}
