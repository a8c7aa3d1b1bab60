//! Keeps the conversations of the terminal where the window keeps its own, and finds those that were left.

use std::path::Path;

use crate::records::database::{Database, DatabaseError, Opened, Profile, SetAside};
use crate::records::saved_attempt::SavedAttempt;
use crate::records::store::{ENDED_ELSEWHERE, LookedUp, PLAYED_ELSEWHERE, Store};
use crate::records::taking_up::Left;
use crate::records::{AttemptId, PersonId, Player, Timestamp, data_folder};

/// The most attempts among which the one that was left is looked for: as many as the window keeps.
const MOST_LEFT: usize = 100;

/// Where a conversation is kept, and for whom.
#[derive(Debug)]
pub(super) struct Keeping {
    pub(super) store: Store,
    pub(super) person: PersonId,
    /// The lock by which other Bedsides know that this one plays.
    player: Option<Player>,
    left: Left,
    /// What is to be said of what was found.
    pub(super) problems: Vec<String>,
}

impl Keeping {
    /// Keeps in this folder, or in the user's own. Where it cannot be read or written, that is told of, and the
    /// conversation goes on.
    pub(super) fn within(folder: Option<&Path>) -> Self {
        let folder = folder.map(Path::to_owned).or_else(data_folder);
        let found = folder.as_deref().map(|folder| Found::read(folder).map_err(|error| error.nothing_read_in(folder)));
        let (found, problem) = match found {
            Some(Ok(found)) => (Some(found), None),
            Some(Err(problem)) => (None, Some(problem)),
            None => (None, None),
        };
        let Found { profile, left, mut problems } = found.unwrap_or_else(Found::nothing);
        problems.extend(problem);
        let player = folder.as_ref().and_then(|folder| Player::enter(folder, &AttemptId::random().to_string()).ok());
        let person = profile.id;
        Self { store: Store::start(folder, profile, || ()), person, player, left, problems }
    }

    /// The conversation with the scenario of this id that was left and that nobody else plays.
    pub(super) fn left_at(&self, scenario: &str) -> Option<&SavedAttempt> {
        self.left.at(scenario)
    }

    /// The attempt as it was kept last, by whichever Bedside, or why it cannot be taken up now.
    pub(super) fn take_up(&self, known: &SavedAttempt) -> Result<SavedAttempt, &'static str> {
        match self.store.look_up(known.identity.id) {
            Some(LookedUp::There(kept)) => Ok(SavedAttempt::read(&kept.saved).unwrap_or_else(|_| known.clone())),
            Some(LookedUp::PlayedElsewhere) => Err(PLAYED_ELSEWHERE),
            Some(LookedUp::Gone) => Err(ENDED_ELSEWHERE),
            // What cannot be read now is known from before.
            None => Ok(known.clone()),
        }
    }

    /// Keeps an attempt as it is now: `open` where it can be taken up, and is played here.
    pub(super) fn keep(&self, saved: &SavedAttempt, open: bool) {
        let player = self.player.as_ref().filter(|_| open).map(|player| player.name().to_owned());
        if let Some(kept) = saved.kept(self.person, player, Timestamp::now(), open) {
            self.store.keep_attempt(kept);
        }
    }
}

/// What was found in a folder.
struct Found {
    profile: Profile,
    left: Left,
    problems: Vec<String>,
}

impl Found {
    fn nothing() -> Self {
        let profile = Profile { id: PersonId::random(), name: String::new(), made: Timestamp::now() };
        Self { profile, left: Left::default(), problems: Vec::new() }
    }

    fn read(folder: &Path) -> Result<Self, DatabaseError> {
        let Opened { database, damaged } = Database::open(folder)?;
        let profile = who_plays(&database)?;
        let left = Left::read(folder, &database, profile.id, MOST_LEFT)?;
        let problems = damaged.as_ref().map(SetAside::in_words).into_iter().chain(left.unread_in_words()).collect();
        Ok(Self { profile, left, problems })
    }
}

/// Whose conversations are kept: the first profile's, as in the window.
fn who_plays(database: &Database) -> Result<Profile, DatabaseError> {
    if let Some(first) = database.profiles()?.into_iter().next() {
        return Ok(first);
    }
    let Found { profile, .. } = Found::nothing();
    database.add_profile(&profile)?;
    Ok(profile)
}
