//! What earlier runs have saved, and the problems met in reading it.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use bevy::prelude::*;
use directories::ProjectDirs;
use serde::de::DeserializeOwned;

use crate::ui::Settings;
use crate::ui::library::Played;

use super::attempt_name::AttemptName;
use super::kept_attempts::{KeptAttempts, MOST_KEPT};
use super::saved_attempt::SavedAttempt;
use super::state_file::{Reading, StateFile};
use super::store::SaveLocation;

/// The environment variable for a folder to save in, instead of the user's own.
pub(super) const FOLDER: &str = "BEDSIDE_HOME";

/// What earlier runs have saved, and the problems met in reading it.
#[derive(Debug, Default)]
pub(super) struct SavedState {
    pub(super) settings: Settings,
    pub(super) attempts: KeptAttempts,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) problems: Vec<(StateFile, String)>,
    pub(super) location: SaveLocation,
}

impl SavedState {
    /// Reads the user's data folder, if there is one.
    pub(super) fn of_user() -> Self {
        folder().map_or_else(Self::default, |folder| Self::read(&folder))
    }

    pub(super) fn read(folder: &Path) -> Self {
        let mut state = Self {
            location: SaveLocation { folder: Some(folder.to_owned()), ..SaveLocation::default() },
            ..Self::default()
        };
        let settings = |text: &str| ron::from_str(text).map_err(|error| error.to_string());
        state.settings = state.read_file(&StateFile::Settings, settings).unwrap_or_default();
        state.attempts = state.read_attempts(folder);
        state.played = state.read_file(&StateFile::Played, of_json).unwrap_or_default();
        state
    }

    /// Reads all attempts, and that of a version that kept only one, which then has its place among the others.
    fn read_attempts(&mut self, folder: &Path) -> KeptAttempts {
        let former = StateFile::FormerAttempt;
        if let Some(saved) = self.read_file(&former, SavedAttempt::read) {
            let place = StateFile::Attempt(AttemptName::of(saved.scenario()));
            // An attempt that is there already is not written over.
            let moved = !place.path(folder).exists() && former.move_to(&place, folder).is_ok();
            if !moved {
                let left = former.path(folder);
                let message = format!("The attempt in {} could not be taken over and stays there.", left.display());
                self.problems.push((former, message));
            }
        }
        let names = AttemptName::all(folder, MOST_KEPT);
        let attempt = |name: AttemptName| {
            let of_this_name = |text: &str| {
                let saved = SavedAttempt::read(text)?;
                let fits = AttemptName::of(saved.scenario()) == name;
                if fits { Ok(saved) } else { Err("it is of another scenario than its name says".to_owned()) }
            };
            self.read_file(&StateFile::Attempt(name.clone()), of_this_name)
        };
        names.into_iter().filter_map(attempt).collect()
    }

    fn read_file<T>(&mut self, file: &StateFile, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        match file.read(self.location.folder.as_ref()?, parse) {
            Reading::Nothing => None,
            Reading::Found(found) => Some(found),
            Reading::SetAside(message) => {
                self.problems.push((file.clone(), message));
                None
            }
            Reading::Stays(message) => {
                self.problems.push((file.clone(), message));
                self.location.blocked.push(file.clone());
                None
            }
        }
    }

    /// The folder, as shown to the user.
    pub(super) fn folder(&self) -> Option<String> {
        self.location.folder.as_ref().map(|folder| folder.display().to_string())
    }
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The folder to save in, if the system has one for us.
fn folder() -> Option<PathBuf> {
    match env::var_os(FOLDER).filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => ProjectDirs::from("", "", "Bedside").map(|dirs| dirs.data_dir().to_owned()),
    }
}

/// What was handed to the store last.
#[derive(Resource, Debug, Default)]
pub(super) struct LastSaved {
    /// The attempts, by the scenario's id.
    pub(super) attempts: BTreeMap<String, SavedAttempt>,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) settings: Settings,
}

impl LastSaved {
    /// What was just read need not be written again.
    pub(super) fn of(state: &SavedState) -> Self {
        let attempts = state.attempts.iter().map(|saved| (saved.scenario().to_owned(), saved.clone())).collect();
        Self { attempts, played: state.played.clone(), settings: state.settings }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};
    use std::{fs, process};

    use super::*;
    use crate::app::kept_attempts::tests::attempt_at;

    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-saved-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn json(saved: &SavedAttempt) -> String {
        serde_json::to_string(saved).expect("plain data")
    }

    fn write(folder: &Path, name: &AttemptName, text: &str) {
        StateFile::Attempt(name.clone()).write(folder, Some(text)).expect("written");
    }

    #[test]
    fn the_one_attempt_of_an_earlier_bedside_is_taken_over() {
        let folder = fresh("former");
        let mut earlier = serde_json::to_value(attempt_at("two-hours-in")).expect("plain data");
        earlier.as_object_mut().expect("fields").remove("format").expect("today's says it");
        fs::write(folder.join("attempt.json"), earlier.to_string()).expect("a file");
        for _ in 0..2 {
            let state = SavedState::read(&folder);
            let taken = SavedAttempt { format: 1, ..attempt_at("two-hours-in") };
            assert_eq!((state.attempts, state.problems), ([taken].into_iter().collect(), vec![]));
        }
        assert!(!folder.join("attempt.json").exists());
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn what_an_earlier_bedside_saved_since_is_neither_lost_nor_written_over_what_is_there() {
        let folder = fresh("both");
        let here = attempt_at("a");
        write(&folder, &AttemptName::of("a"), &json(&here));
        fs::write(folder.join("attempt.json"), json(&SavedAttempt { typed: "I".to_owned(), ..here.clone() }))
            .expect("a file");
        let state = SavedState::read(&folder);
        assert_eq!(state.attempts, [here].into_iter().collect());
        assert!(state.problems[0].1.ends_with("could not be taken over and stays there."), "{:?}", state.problems);
        assert!(folder.join("attempt.json").exists());
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn an_attempt_that_cannot_be_read_costs_no_other_and_is_not_lost() {
        let folder = fresh("damaged");
        let [good, damaged, newer, misnamed] = ["good", "damaged", "newer", "misnamed"].map(AttemptName::of);
        write(&folder, &good, &json(&attempt_at("good")));
        write(&folder, &damaged, "{");
        write(&folder, &newer, r#"{"format": 3, "kept": "otherwise"}"#);
        write(&folder, &misnamed, &json(&attempt_at("good")));
        let state = SavedState::read(&folder);
        assert_eq!(state.attempts, [attempt_at("good")].into_iter().collect());
        assert_eq!(state.problems.len(), 3, "{:?}", state.problems);
        for words in ["a newer Bedside has saved it", "it is of another scenario", "is now called"] {
            assert!(state.problems.iter().any(|(_, told)| told.contains(words)), "{words}: {:?}", state.problems);
        }
        for name in [damaged, newer, misnamed] {
            assert!(name.path(&folder).with_extension("unreadable").exists(), "{name:?}");
        }
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn the_attempt_saved_last_comes_first_a_first_write_that_was_interrupted_included() {
        let folder = fresh("order");
        for id in ["a", "b"] {
            write(&folder, &AttemptName::of(id), &json(&attempt_at(id)));
        }
        let file = fs::File::options().append(true).open(AttemptName::of("b").path(&folder)).expect("a file");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_hours(400_000)).expect("its time");
        fs::write(AttemptName::of("c").path(&folder).with_extension("new"), json(&attempt_at("c"))).expect("a file");
        let state = SavedState::read(&folder);
        let ids: Vec<&str> = state.attempts.iter().map(SavedAttempt::scenario).collect();
        assert_eq!(ids.last(), Some(&"b"), "{ids:?}");
        assert_eq!((ids.len(), state.problems.len()), (3, 0), "{ids:?}");
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
