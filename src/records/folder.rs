//! The folder that everything is kept in.

use std::env;
use std::path::PathBuf;

use directories::ProjectDirs;

/// The environment variable for another folder than the user's own.
pub const VARIABLE: &str = "BEDSIDE_HOME";

/// The folder of the recordings of group sessions, in that of everything; each has the ending `.group`.
pub const RECORDINGS: &str = "sessions";

/// The folder that everything is kept in; `None` where the system has none for its user. On Windows it is the one that stays on
/// the computer: one that follows its user is copied as a whole when they leave, so that two computers would undo each other's
/// records, and is often moved to a network drive.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    match env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => ProjectDirs::from("", "", "Bedside").map(|dirs| dirs.data_local_dir().to_owned()),
    }
}
