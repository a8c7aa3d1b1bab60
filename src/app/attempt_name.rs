//! What the files of the attempts are called: one a scenario, in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::hash::ContentHash;

/// The folder of the attempts, within that of all saved state.
const ATTEMPTS: &str = "attempts";

/// What the file of an attempt is called, without its extension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct AttemptName(String);

impl AttemptName {
    /// The name for the attempt at the scenario with this id. Any text may be an id, and not every file system tells
    /// capital letters from small ones, so a part of the id's hash tells names apart.
    pub(super) fn of(id: &str) -> Self {
        let plain = |c: char| if is_plain(c) { c } else { '-' };
        let readable: String = id.to_lowercase().chars().map(plain).take(40).collect();
        let hash: String = ContentHash::of([id]).to_string().chars().take(12).collect();
        Self(format!("{readable}-{hash}"))
    }

    /// Where the file is in the folder of saved state.
    pub(super) fn path(&self, folder: &Path) -> PathBuf {
        folder.join(ATTEMPTS).join(&self.0).with_extension("json")
    }

    /// The names of all attempts in a folder of saved state, the one saved last first, and no more than `most`.
    pub(super) fn all(folder: &Path, most: usize) -> Vec<Self> {
        let files = fs::read_dir(folder.join(ATTEMPTS)).into_iter().flatten().flatten();
        let mut found: Vec<(SystemTime, Self)> = files
            .filter_map(|file| {
                let path = file.path();
                // A first write that was interrupted has left only its temporary file.
                let ours = path.extension().is_some_and(|extension| extension == "json" || extension == "new");
                let name = path.file_stem()?.to_str().filter(|name| ours && name.chars().all(is_plain))?;
                let modified = file.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
                Some((modified, Self(name.to_owned())))
            })
            .collect();
        found.sort_by(|(a, _), (b, _)| b.cmp(a));
        let mut names: Vec<Self> = Vec::new();
        for (_, name) in found {
            if names.len() < most && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

const fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '-')
}

#[cfg(test)]
mod tests {
    use std::time::Duration;
    use std::{env, process};

    use super::*;

    #[test]
    fn whatever_a_scenario_is_called_its_file_has_a_name_of_its_own_on_any_system() {
        let ids = ["two-hours-in", "Two-Hours-In", "con", "a/../b", "a.b", "\u{df}", "", &"x".repeat(300)];
        let names: Vec<String> = ids.iter().map(|id| AttemptName::of(id).0).collect();
        assert!(names[0].starts_with("two-hours-in-"), "it can be found by hand: {}", names[0]);
        for (index, name) in names.iter().enumerate() {
            assert!(name.chars().all(is_plain) && name.len() <= 53 && name.len() > 12, "{name}");
            assert!(!names[..index].contains(name), "{name} stands for two");
        }
    }

    #[test]
    fn the_names_begin_with_the_one_saved_last_and_are_of_attempts_alone() {
        let folder = env::temp_dir().join(format!("bedside-names-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(AttemptName::all(&folder, 9), [], "there is no folder");
        let [a, b, c] = ["a", "b", "c"].map(AttemptName::of);
        fs::create_dir_all(folder.join(ATTEMPTS)).expect("a folder");
        let now = SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
        for (path, hour) in [
            (a.path(&folder), 1),
            (b.path(&folder), 3),
            (b.path(&folder).with_extension("new"), 0),
            (c.path(&folder).with_extension("new"), 2),
            (a.path(&folder).with_extension("unreadable"), 4),
            (folder.join(ATTEMPTS).join("my notes.json"), 5),
        ] {
            let file = fs::File::create(path).expect("a file");
            file.set_modified(now + Duration::from_hours(hour)).expect("its time");
        }
        assert_eq!(AttemptName::all(&folder, 9), [b.clone(), c.clone(), a]);
        assert_eq!(AttemptName::all(&folder, 2), [b, c]);
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
