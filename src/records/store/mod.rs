//! Keeps attempts, what they came to and settings on a thread of its own, so that a slow disk delays nothing.

mod keeper;
#[cfg(test)]
mod tests;
mod whose;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::hash::ContentHash;

use super::database::{KeptAttempt, Profile};
use super::past::{KeptConversation, PastAsked, PastPage};
use super::progress::{AimChange, Aims, Progress};
use super::{AttemptId, Outcome, WhoPlays};

use keeper::{Change, Job, Keeper, Read, Subject};

pub use keeper::WithProfile;
pub use whose::Whose;

/// How long a choice waits for the disk before the patient reacts to it.
pub const PATIENCE: Duration = Duration::from_millis(200);

/// What is said of a choice that is not on the disk by then.
pub const NOT_SAVED_YET: &str = "Your last choice is not saved yet. You can go on.";

/// What is said of an attempt that another Bedside plays.
pub const PLAYED_ELSEWHERE: &str =
    "This conversation is open in another window or terminal. Go on there, or close that one first.";

/// What is said of an attempt that another Bedside has ended.
pub const ENDED_ELSEWHERE: &str = "This conversation was ended in another window or terminal.";

/// How long an attempt is looked up.
const LOOK_UP: Duration = Duration::from_secs(1);

/// What is known of an attempt that is to be taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookedUp {
    /// It is there, as it was kept last.
    There(Box<KeptAttempt>),
    /// Another Bedside plays it.
    PlayedElsewhere,
    /// Another Bedside has finished or discarded it.
    Gone,
}

/// How many jobs were given, and how many of these are on the disk.
#[derive(Debug, Default)]
struct Counts {
    given: u64,
    durable: u64,
    /// Whether it is to be told when the one has caught up with the other.
    awaited: bool,
}

#[derive(Debug, Default)]
struct Shared {
    counts: Mutex<Counts>,
    moved: Condvar,
    whose: Mutex<Whose>,
}

impl Shared {
    fn whose(&self) -> Whose {
        self.whose.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Saves on another thread, so that a slow disk delays nothing.
#[derive(Debug)]
pub struct Store {
    jobs: Option<Sender<Job>>,
    statuses: Mutex<Receiver<Option<String>>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Starts the thread; `wake` is called when there is something to tell, and when what was waited for is done.
    #[must_use]
    pub fn start(location: SaveLocation, wake: impl Fn() + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let (outbox, statuses) = mpsc::channel();
        let shared = Arc::<Shared>::default();
        let known = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            let tell = |told| {
                // This fails only when the store is being dropped.
                let _ = outbox.send(told);
                wake();
            };
            Keeper::new(location, known).keep_all(&inbox, tell, &wake);
        });
        Self { jobs: Some(jobs), statuses: Mutex::new(statuses), shared, thread: Some(thread) }
    }

    /// Keeps an attempt as it is now.
    pub fn keep_attempt(&self, attempt: KeptAttempt) {
        self.change(Subject::Attempt(attempt.id), Change::Attempt(Box::new(attempt)));
    }

    /// Removes an attempt.
    pub fn discard_attempt(&self, id: AttemptId) {
        self.change(Subject::Attempt(id), Change::Discard);
    }

    /// Keeps what a finished attempt came to.
    pub fn keep_outcome(&self, outcome: Outcome) {
        self.change(Subject::Outcome(outcome.attempt), Change::Outcome(Box::new(outcome)));
    }

    /// Keeps the text of a scenario that is played.
    pub fn keep_text(&self, hash: ContentHash, text: String) {
        self.change(Subject::Text(hash), Change::Text(text));
    }

    /// Keeps the settings of the profile, as the window wrote them.
    pub fn keep_settings(&self, settings: String) {
        self.change(Subject::Settings, Change::Settings(settings));
    }

    /// Changes one of the things that are to be reached.
    pub fn change_aim(&self, change: AimChange) {
        let subject = match &change {
            AimChange::Compare(_) => Subject::Compared,
            AimChange::Target(aimed, _) => Subject::Target(aimed.clone()),
        };
        self.change(subject, Change::Aim(change));
    }

    /// Removes everything that is kept but the settings.
    pub fn forget_all(&self) {
        self.give(Job::ForgetAll);
    }

    /// What is kept of an attempt now, found within a second; `None` where nothing can be read in that time.
    #[must_use]
    pub fn look_up(&self, id: AttemptId) -> Option<LookedUp> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::LookUp(id, answer));
        answered.recv_timeout(LOOK_UP).ok()
    }

    /// Asks for what the attempts come to, and for what is to be reached. Nothing comes where nothing can be read.
    #[must_use]
    pub fn ask_for_progress(&self) -> Receiver<(Progress, Aims)> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::Progress(answer));
        answered
    }

    /// Asks for a page of what was played before. Nothing comes where nothing can be read.
    #[must_use]
    pub fn ask_for_past(&self, asked: PastAsked) -> Receiver<PastPage> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::Read(Read::Past(asked, answer)));
        answered
    }

    /// Asks for all that is kept of a conversation. Nothing comes where nothing can be read.
    #[must_use]
    pub fn ask_for_conversation(&self, id: AttemptId) -> Receiver<KeptConversation> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::Read(Read::Conversation(id, answer)));
        answered
    }

    /// Does something with the whole profile. What comes is why it could not be done, in words.
    #[must_use]
    pub fn with_profile(&self, what: WithProfile) -> Receiver<Result<(), String>> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::WithProfile(what, answer));
        answered
    }

    fn change(&self, subject: Subject, change: Change) {
        self.give(Job::Change(subject, change));
    }

    fn give(&self, job: Job) {
        self.shared.counts.lock().unwrap_or_else(PoisonError::into_inner).given += 1;
        if let Some(jobs) = &self.jobs {
            // The thread ends only when this sender is dropped.
            let _ = jobs.send(job);
        }
    }

    /// What is to be told since this was asked last, as sentences: a fault, and `None` where it is over.
    pub fn news(&self) -> Vec<Option<String>> {
        self.statuses.lock().unwrap_or_else(PoisonError::into_inner).try_iter().collect()
    }

    /// Whether something that was given is not on the disk yet; it then wakes whoever waits as soon as it is.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        let mut counts = self.shared.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.awaited = counts.durable < counts.given;
        counts.awaited
    }

    /// What has become known of whoever plays.
    #[must_use]
    pub fn whose(&self) -> Whose {
        self.shared.whose()
    }

    /// Waits until everything is saved, and ends. Where it was not known whose it is, it is of whoever was said to play now.
    /// Returns the profile that it was then saved for.
    #[must_use]
    pub fn end(self, said: &WhoPlays) -> Option<Profile> {
        if self.whose() != Whose::NotSaid {
            return None;
        }
        self.give(Job::Said(said.clone()));
        let shared = Arc::clone(&self.shared);
        drop(self);
        if let Whose::Found(profile) = shared.whose() { Some(profile) } else { None }
    }

    /// Waits until all that was given is on the disk, but no longer than this.
    pub fn wait(&self, most: Duration) {
        let counts = self.shared.counts.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever waits asks afterwards whether it is behind.
        let _ = self.shared.moved.wait_timeout_while(counts, most, |counts| counts.durable < counts.given);
    }
}

impl Drop for Store {
    /// Waits until everything is saved.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Where everything is kept, and for whom.
#[derive(Clone, Debug)]
pub struct SaveLocation {
    /// The folder of all who play here; `None` where the system has none for its user.
    pub folder: Option<PathBuf>,
    pub profile: Profile,
    /// Whether whoever plays is a guest, of whom nothing is kept.
    pub guest: bool,
    /// What was said of who plays, where the database could not be asked who that is: the profile is found when it can be.
    pub undecided: Option<WhoPlays>,
}

impl SaveLocation {
    /// The folder that what whoever plays does is kept in, if it is.
    #[must_use]
    pub fn kept_in(&self) -> Option<&Path> {
        self.folder.as_deref().filter(|_| !self.guest)
    }
}
