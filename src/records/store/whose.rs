//! Whose what is kept is.

use crate::records::database::{Database, DatabaseError, Profile};
use crate::records::{Meant, PersonId, Timestamp, WhoPlays};

use super::SaveLocation;

/// What has become known of whoever plays since the store was started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Nothing new.
    #[default]
    AsSaid,
    /// They were not known, since nothing could be read, and have this profile.
    Found(Profile),
    /// They are one of several, and it was not said which.
    NotSaid,
    /// Their profile has been deleted by another Bedside.
    Deleted,
}

/// Whoever plays, as far as that is known.
#[derive(Debug)]
pub(super) struct Owner {
    profile: Profile,
    /// What was said of who plays, while the database could not be asked.
    undecided: Option<WhoPlays>,
    whose: Whose,
}

impl Owner {
    pub(super) fn of(location: &SaveLocation) -> Self {
        Self { profile: location.profile.clone(), undecided: location.undecided.clone(), whose: Whose::AsSaid }
    }

    pub(super) const fn is_decided(&self) -> bool {
        self.undecided.is_none()
    }

    pub(super) const fn person(&self) -> PersonId {
        self.profile.id
    }

    pub(super) const fn whose(&self) -> &Whose {
        &self.whose
    }

    /// It was said who plays.
    pub(super) fn say(&mut self, who: WhoPlays) {
        if !self.is_decided() {
            self.undecided = Some(who);
        }
    }

    /// Works out who plays, if that is still to be done, or looks whether their profile is there. In a database that is
    /// `fresh`, it is added.
    ///
    /// # Errors
    /// Where the database cannot be read, or nobody is there to keep anything for.
    pub(super) fn find_in(&mut self, database: &Database, fresh: bool) -> Result<(), DatabaseError> {
        if let Some(said) = &self.undecided {
            match said.in_database(database, Timestamp::now())? {
                Meant::One(profile) => {
                    self.whose = Whose::Found(profile.clone());
                    self.profile = profile;
                    self.undecided = None;
                    return Ok(());
                }
                Meant::Deleted(_) => self.undecided = None,
                Meant::OneOf(_) | Meant::Nobody => {
                    self.whose = Whose::NotSaid;
                    return Err(DatabaseError::NotSaid);
                }
            }
        }
        if fresh {
            database.add_profile(&self.profile)?;
        }
        if database.has_profile(self.profile.id)? {
            return Ok(());
        }
        self.whose = Whose::Deleted;
        Err(DatabaseError::NoProfile)
    }
}
