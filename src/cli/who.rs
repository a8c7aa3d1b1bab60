//! Who plays, and where what they do is kept.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::records::Timestamp;
use crate::records::database::{Database, DatabaseError, Profile};

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

impl From<DatabaseError> for NotKnown {
    fn from(error: DatabaseError) -> Self {
        Self::Unreadable(error)
    }
}

impl WhoArguments {
    /// Whose conversations are kept in a database: whoever was named, or whoever has it alone. Somebody new gets a profile.
    pub(super) fn in_database(&self, database: &Database) -> Result<Profile, NotKnown> {
        let mut people = database.profiles()?;
        let place = match &self.profile {
            Some(name) => Profile::named(&people, name),
            None if people.len() > 1 => {
                let name = |known: &Profile| {
                    if known.name.is_empty() { "somebody without a name (\"\")".to_owned() } else { known.name.clone() }
                };
                return Err(NotKnown::Several(people.iter().map(name).collect()));
            }
            None => (!people.is_empty()).then_some(0),
        };
        if let Some(place) = place {
            return Ok(people.swap_remove(place));
        }
        let profile = self.somebody_new();
        database.add_profile(&profile)?;
        Ok(profile)
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
