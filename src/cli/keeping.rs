//! Keeps the conversations of the terminal where the window keeps its own, and finds those that were left.

use std::path::Path;

use crate::policy::{Feature, Policy};
use crate::records::database::{Database, DatabaseError, Opened, Profile, SetAside};
use crate::records::saved_attempt::SavedAttempt;
use crate::records::store::{ENDED_ELSEWHERE, LookedUp, PLAYED_ELSEWHERE, SaveLocation, Store};
use crate::records::taking_up::Left;
use crate::records::{AttemptId, Meant, PersonId, Player, Timestamp, WhoPlays, data_folder};

use super::failure::Failure;
use super::who::{WhoArguments, several};

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
    /// Keeps what whoever plays does; `None` for a guest, and where nothing is to be kept on this computer. Where the folder cannot be read or written, that is told of, and
    /// the conversation goes on.
    ///
    /// # Errors
    /// Where several share the folder, and it is not said who plays.
    pub(super) fn of(who: &WhoArguments, policy: &Policy) -> Result<Option<Self>, Failure> {
        let folder = who.folder().map(Path::to_owned).or_else(data_folder);
        let who = who.who();
        if who == WhoPlays::Guest || policy.is_off(Feature::Profiles) {
            return Ok(None);
        }
        // The store finds out who plays as soon as it can read the folder, and says so where there is none.
        let unread = |problems| {
            let profile = who.somebody_new(Timestamp::now());
            Found { profile, undecided: Some(who.clone()), left: Left::default(), problems }
        };
        let Found { profile, undecided, left, problems } = match folder.as_deref() {
            Some(folder) => match Found::read(folder, &who) {
                Ok(Ok(found)) => found,
                Ok(Err(people)) => {
                    return Err(several(&people).hint("--profile NAME says who plays; of --guest nothing is kept"));
                }
                Err(error) => unread(vec![error.nothing_read_in(folder)]),
            },
            None => unread(Vec::new()),
        };
        let player = folder.as_ref().and_then(|folder| Player::enter(folder, &AttemptId::random().to_string()).ok());
        let person = profile.id;
        let store = Store::start(SaveLocation { folder, profile, guest: false, undecided }, || ());
        Ok(Some(Self { store, person, player, left, problems }))
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
    undecided: Option<WhoPlays>,
    left: Left,
    problems: Vec<String>,
}

impl Found {
    /// What is kept of whoever is meant, or those who may be.
    fn read(folder: &Path, who: &WhoPlays) -> Result<Result<Self, Vec<Profile>>, DatabaseError> {
        let Opened { database, damaged } = Database::open(folder)?;
        let profile = match who.in_database(&database, Timestamp::now())? {
            Meant::One(profile) | Meant::Deleted(profile) => profile,
            Meant::OneOf(people) => return Ok(Err(people)),
            Meant::Nobody => who.somebody_new(Timestamp::now()),
        };
        let left = Left::read(folder, &database, profile.id, MOST_LEFT)?;
        let problems = damaged.as_ref().map(SetAside::in_words).into_iter().chain(left.unread_in_words()).collect();
        Ok(Ok(Self { profile, undecided: None, left, problems }))
    }
}
