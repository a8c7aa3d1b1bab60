//! Who plays, and where what they do is kept.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::records::Timestamp;
use crate::records::database::{Database, DatabaseError, Profile};

use super::failure::Failure;

/// Who plays, as a command line says it.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct WhoArguments {
    /// Play as a guest, of whom nothing is kept.
    #[arg(long, conflicts_with_all = ["data", "profile"])]
    pub(super) guest: bool,
    /// Play as whoever has this name here, or as somebody new of this name.
    #[arg(long, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// The folder that conversations are kept in, in place of the user's own.
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: Option<PathBuf>,
}

/// Why it is not known who plays.
#[derive(Debug)]
pub(super) enum NotKnown {
    /// Several share the folder, and none was named. Their names, as they are shown.
    Several(Vec<String>),
    Unreadable(DatabaseError),
}

impl NotKnown {
    /// That several play here, each by the name as it is shown.
    pub(super) fn several(names: &[String]) -> Failure {
        Failure::usage(format!("{} people play here: {}", names.len(), names.join(", ")))
    }
}

impl From<DatabaseError> for NotKnown {
    fn from(error: DatabaseError) -> Self {
        Self::Unreadable(error)
    }
}

impl WhoArguments {
    /// Whose conversations are kept in a database: whoever was named, or whoever has it alone. Somebody new gets a profile.
    pub(super) fn in_database(&self, database: &Database) -> Result<Profile, NotKnown> {
        let profile = self.somebody_new();
        if self.profile.is_none() {
            database.add_first_profile(&profile)?;
        }
        if let Some(known) = self.known_in(database)? {
            return Ok(known);
        }
        database.add_profile(&profile)?;
        Ok(profile)
    }

    /// The same, and `None` for somebody new.
    pub(super) fn known_in(&self, database: &Database) -> Result<Option<Profile>, NotKnown> {
        let mut people = database.profiles()?;
        let place = match &self.profile {
            Some(name) => Profile::named(&people, name),
            None if people.len() > 1 => return Err(NotKnown::Several(people.iter().map(shown).collect())),
            None => (!people.is_empty()).then_some(0),
        };
        Ok(place.map(|place| people.swap_remove(place)))
    }

    /// Whoever plays where nothing is known of anybody.
    pub(super) fn somebody_new(&self) -> Profile {
        Profile::new(self.profile.as_deref().unwrap_or_default(), Timestamp::now())
    }

    /// The folder that was named.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.data.as_deref()
    }
}

fn shown(profile: &Profile) -> String {
    match profile.name.as_str() {
        "" => "somebody without a name (\"\")".to_owned(),
        name => name.to_owned(),
    }
}
