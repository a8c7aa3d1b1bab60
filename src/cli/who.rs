//! Who plays, and where what they do is kept.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::records::database::{Database, Profile};
use crate::records::{Meant, WhoPlays};

use super::failure::Failure;
use super::kept_records::unreadable_records;

/// Who plays, as a command line says it.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct WhoArguments {
    /// Play as a guest, of whom nothing is kept.
    #[arg(long, conflicts_with_all = ["data", "profile"])]
    guest: bool,
    /// Play as whoever has this name here, or as somebody new of this name.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// The folder that conversations are kept in, in place of the user's own.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

impl WhoArguments {
    /// Who plays.
    pub(super) fn who(&self) -> WhoPlays {
        match &self.profile {
            _ if self.guest => WhoPlays::Guest,
            Some(name) => WhoPlays::Named(name.clone()),
            None => WhoPlays::Owner,
        }
    }

    /// The folder that was named.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// Whether nothing was said.
    pub(super) const fn is_empty(&self) -> bool {
        !self.guest && self.profile.is_none() && self.data.is_none()
    }
}

/// Whose records a command is about: whoever has this name or this id, or has the folder alone.
pub(super) fn known(profile: Option<&str>, database: &Database) -> Result<Profile, Failure> {
    let who = profile.map_or(WhoPlays::Owner, |name| WhoPlays::Named(name.to_owned()));
    match (who.known_in(database).map_err(unreadable_records)?, profile) {
        (Meant::One(profile), _) => Ok(profile),
        (Meant::OneOf(people), _) => Err(several(&people).hint("--profile says whose: a name, or an id")),
        (Meant::Nobody | Meant::Deleted(_), None) => {
            Err(Failure::failed("nobody has played here yet").hint("open the window once; that makes a profile"))
        }
        (Meant::Nobody | Meant::Deleted(_), Some(name)) => {
            let people = database.profiles().map_err(unreadable_records)?;
            let failure = Failure::usage(format!("nobody called \u{201c}{name}\u{201d} plays here"));
            Err(failure.hint(format!("who does: {}", shown(&people).join(", "))))
        }
    }
}

/// That several play here, and it was not said which of them it is.
pub(super) fn several(people: &[Profile]) -> Failure {
    Failure::usage(format!("{} people play here: {}", people.len(), shown(people).join(", ")))
}

/// Everybody's name as it is shown, with the id where that is what tells them apart.
fn shown(people: &[Profile]) -> Vec<String> {
    let name = |profile: &Profile| match profile.name.as_str() {
        "" => "somebody without a name (\"\")".to_owned(),
        name => name.to_owned(),
    };
    let told_apart = |profile: &Profile| {
        let alike = people.iter().filter(|other| other.name.to_lowercase() == profile.name.to_lowercase());
        if alike.count() > 1 { format!("{} (id {})", name(profile), profile.id) } else { name(profile) }
    };
    people.iter().map(told_apart).collect()
}
