//! What earlier runs have saved, and the problems met in reading it.

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

/// The environment variable for a folder to save in, instead of the user's own.
pub(super) const FOLDER: &str = "BEDSIDE_HOME";

/// What earlier runs have saved, and the problems met in reading it.
#[derive(Debug, Default)]
pub(super) struct SavedState {
    pub(super) settings: Settings,
    pub(super) attempt: Option<SavedAttempt>,
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
    pub(super) attempt: Option<SavedAttempt>,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) settings: Settings,
}

impl LastSaved {
    /// What was just read need not be written again.
    pub(super) fn of(state: &SavedState) -> Self {
        Self { attempt: state.attempt.clone(), played: state.played.clone(), settings: state.settings }
    }
}
