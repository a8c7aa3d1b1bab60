//! What was kept from an earlier run, and what stood in the way of reading it.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use bevy::prelude::*;
use directories::ProjectDirs;
use serde::de::DeserializeOwned;

use crate::ui::Settings;
use crate::ui::library::Played;

use super::saved_attempt::SavedAttempt;
use super::state_file::{Reading, StateFile};
use super::store::SaveLocation;

/// Names a folder to keep things in, in place of the user's own.
pub(super) const FOLDER: &str = "BEDSIDE_HOME";

/// What was kept from earlier, and what stood in the way of reading it.
#[derive(Debug, Default)]
pub(super) struct SavedState {
    pub(super) settings: Settings,
    pub(super) attempt: Option<SavedAttempt>,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) problems: Vec<(StateFile, String)>,
    pub(super) location: SaveLocation,
}

impl SavedState {
    /// Reads what lies in the folder that the system has for us, if it has one.
    pub(super) fn of_user() -> Self {
        folder().map_or_else(Self::default, |folder| Self::read(&folder))
    }

    /// Reads what lies in a folder.
    pub(super) fn read(folder: &Path) -> Self {
        let mut state = Self {
            location: SaveLocation { folder: Some(folder.to_owned()), ..SaveLocation::default() },
            ..Self::default()
        };
        let settings = |text: &str| ron::from_str(text).map_err(|error| error.to_string());
        state.settings = state.read_file(StateFile::Settings, settings).unwrap_or_default();
        state.attempt = state.read_file(StateFile::Attempt, of_json);
        state.played = state.read_file(StateFile::Played, of_json).unwrap_or_default();
        state
    }

    fn read_file<T>(&mut self, file: StateFile, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        match file.read(self.location.folder.as_ref()?, parse) {
            Reading::Nothing => None,
            Reading::Found(found) => Some(found),
            Reading::SetAside(message) => {
                self.problems.push((file, message));
                None
            }
            Reading::Stays(message) => {
                self.problems.push((file, message));
                self.location.blocked.push(file);
                None
            }
        }
    }

    /// The folder, as people read it.
    pub(super) fn folder(&self) -> Option<String> {
        self.location.folder.as_ref().map(|folder| folder.display().to_string())
    }
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The folder that things are kept in, if the system has one for us.
fn folder() -> Option<PathBuf> {
    match env::var_os(FOLDER).filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => ProjectDirs::from("", "", "Bedside").map(|dirs| dirs.data_dir().to_owned()),
    }
}

/// What was handed to the store last.
#[derive(Resource, Debug, Default)]
pub(super) struct LastSaved {
    pub(super) attempt: Option<SavedAttempt>,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) settings: Settings,
}

impl LastSaved {
    /// What was kept from earlier need not be written again.
    pub(super) fn of(state: &SavedState) -> Self {
        Self { attempt: state.attempt.clone(), played: state.played.clone(), settings: state.settings }
    }
}
