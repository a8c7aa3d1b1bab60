//! What earlier runs have kept, and the problems met in reading it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bevy::prelude::*;

use crate::records::database::{Database, DatabaseError, Opened, Profile, SetAside, Tally};
use crate::records::saved_attempt::SavedAttempt;
use crate::records::store;
use crate::records::taking_up::Left;
use crate::records::{AttemptId, Meant, Player, WhoPlays};
use crate::ui::library::Played;
use crate::ui::{Reading, Settings};

use super::former_files::FormerFiles;
use super::kept_attempts::{KeptAttempts, MOST_KEPT};
use super::store::SaveLocation;
use super::waker;

/// What earlier runs have kept, and the problems met in reading it.
#[derive(Debug)]
pub(super) struct SavedState {
    /// `None` where whoever plays has made none.
    settings: Option<Settings>,
    pub(super) attempts: KeptAttempts,
    pub(super) played: BTreeMap<String, Played>,
    pub(super) problems: Vec<String>,
    pub(super) location: SaveLocation,
    /// `None` where no other window could be told of this one.
    pub(super) player: Option<Player>,
    /// Whether several share the folder, and none of them has said to play.
    pub(super) asks_who: bool,
}

impl SavedState {
    /// Reads what is kept of whoever plays in a folder, if there is one.
    pub(super) fn of(folder: Option<&Path>, who: &WhoPlays) -> Self {
        match folder {
            Some(folder) => Self::read(folder, who),
            None => Self::nothing(None, who),
        }
    }

    /// The state of somebody who has never been here.
    fn nothing(folder: Option<PathBuf>, who: &WhoPlays) -> Self {
        let location = store::SaveLocation {
            folder,
            profile: who.somebody_new(waker::calendar()),
            guest: *who == WhoPlays::Guest,
            undecided: None,
        };
        Self {
            settings: None,
            attempts: KeptAttempts::default(),
            played: BTreeMap::new(),
            problems: Vec::new(),
            location: SaveLocation(location),
            player: None,
            asks_who: false,
        }
    }

    pub(super) fn read(folder: &Path, who: &WhoPlays) -> Self {
        let mut state = Self::nothing(Some(folder.to_owned()), who);
        if state.location.guest {
            return state;
        }
        state.location.undecided = Some(who.clone());
        if let Err(error) = state.read_database(folder, who) {
            state.problems.push(error.nothing_read_in(folder));
        }
        state
    }

    /// The settings of whoever plays; where they have made none, they read as this computer does.
    pub(super) fn settings(&self, reading: Reading) -> Settings {
        self.settings.unwrap_or_else(|| reading.of(Settings::default()))
    }

    fn read_database(&mut self, folder: &Path, who: &WhoPlays) -> Result<(), DatabaseError> {
        let Opened { database, damaged } = Database::open(folder)?;
        self.problems.extend(damaged.as_ref().map(SetAside::in_words));
        let meant = who.in_database(&database, waker::calendar())?;
        self.location.undecided = None;
        match meant {
            Meant::One(profile) => self.location.profile = profile,
            Meant::OneOf(_) | Meant::Nobody => {
                self.ask_who();
                return Ok(());
            }
            Meant::Deleted(profile) => {
                self.problems.push(deleted(&profile));
                self.ask_who();
                return Ok(());
            }
        }
        // What a Bedside without a database has left is of whoever was here alone.
        let takes_over = database.profiles()?.len() == 1;
        self.player = Player::enter(folder, &AttemptId::random().to_string()).ok();
        if takes_over {
            self.take_over(folder, &database)?;
        }
        let person = self.location.profile.id;
        if let Some(text) = database.settings(person)? {
            match ron::from_str(&text) {
                Ok(settings) => self.settings = Some(settings),
                Err(error) => self.problems.push(format!("Your settings could not be read: {error}.")),
            }
        }
        self.played = database.tallies(person)?.into_iter().map(|(id, tally)| (id, played(tally))).collect();
        self.read_attempts(folder, &database)
    }

    /// Nothing is kept before it is said who plays.
    fn ask_who(&mut self) {
        self.asks_who = true;
        self.location.guest = true;
    }

    /// Reads the attempts that can be taken up.
    fn read_attempts(&mut self, folder: &Path, database: &Database) -> Result<(), DatabaseError> {
        let left = Left::read(folder, database, self.location.profile.id, MOST_KEPT)?;
        self.problems.extend(left.unread_in_words());
        self.attempts = left.attempts.into_iter().collect();
        Ok(())
    }

    /// Takes over what a Bedside without a database has left, once.
    fn take_over(&mut self, folder: &Path, database: &Database) -> Result<(), DatabaseError> {
        let mut former = FormerFiles::read(folder);
        self.problems.append(&mut former.problems);
        if former.is_empty() {
            return Ok(());
        }
        let person = self.location.profile.id;
        database.together(|database| {
            if let Some(text) = former.settings.and_then(|settings| ron::ser::to_string(&settings).ok()) {
                database.keep_settings(person, &text)?;
            }
            for (scenario, played) in &former.played {
                let tally = Tally { times: played.times, last: played.last, best: played.best };
                database.keep_tally(person, scenario, tally)?;
            }
            // The one left last is kept last.
            for saved in former.attempts.iter().rev() {
                if let Some(kept) = saved.kept(person, None, waker::calendar(), true) {
                    database.keep_attempt(&kept)?;
                }
            }
            Ok(())
        })?;
        former.remove(folder);
        Ok(())
    }
}

/// That somebody who was to play has been deleted.
fn deleted(profile: &Profile) -> String {
    let who =
        if profile.name.is_empty() { "The profile".to_owned() } else { format!("The profile of {}", profile.name) };
    format!("{who} has been deleted in another window. Say who is practising.")
}

const fn played(tally: Tally) -> Played {
    Played { times: tally.times, last: tally.last, best: tally.best }
}

/// The lock by which other windows know that this one plays.
#[derive(Resource, Debug)]
pub(super) struct ThisPlayer(pub(super) Option<Player>);

impl ThisPlayer {
    pub(super) fn name(&self) -> Option<String> {
        self.0.as_ref().map(|player| player.name().to_owned())
    }
}

/// What was handed to the store last.
#[derive(Resource, Debug, Default)]
pub(super) struct LastSaved {
    pub(super) attempts: BTreeMap<AttemptId, SavedAttempt>,
    /// The attempt under way.
    pub(super) under_way: Option<AttemptId>,
    pub(super) settings: Settings,
}

impl LastSaved {
    /// What was just read need not be written again.
    pub(super) fn of(state: &SavedState, reading: Reading) -> Self {
        let attempts = state.attempts.iter().map(|saved| (saved.identity.id, saved.clone())).collect();
        Self { attempts, under_way: None, settings: state.settings(reading) }
    }

    /// What was deleted need not be kept as over, nor be discarded. The attempt under way is kept again when it changes.
    pub(super) fn forget(&mut self) {
        let under_way = self.under_way;
        self.attempts.retain(|id, _| Some(*id) == under_way);
    }
}
