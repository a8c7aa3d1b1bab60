//! Keeps the settings, the attempts and what they came to, so that nothing is lost when the app is killed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::hash::ContentHash;
use crate::records::database::{Database, DatabaseError, FILE, KeptAttempt, Opened, Profile, SetAside};
use crate::records::export::write_everything;
use crate::records::progress::Progress;
use crate::records::{AttemptId, Outcome, is_playing};
use crate::ui::Settings;

use super::flow::Step;
use super::notice::{Notices, Topic};

/// How long until a failed change is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// How long an attempt is looked up.
const LOOK_UP: Duration = Duration::from_secs(1);

/// What is changed; of several changes of one thing the last counts. In the order in which they are made: a text before
/// the attempt at it, and an attempt before what it came to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Settings,
    Text(ContentHash),
    Attempt(AttemptId),
    Outcome(AttemptId),
}

/// A change of what is kept.
#[derive(Debug)]
enum Change {
    Settings(String),
    Text(String),
    Attempt(Box<KeptAttempt>),
    Discard,
    Outcome(Box<Outcome>),
}

enum Job {
    Change(Subject, Change),
    /// Removes everything of this profile but its settings.
    ForgetAll,
    /// Looks an attempt up.
    LookUp(AttemptId, Sender<LookedUp>),
    /// Works out what the attempts come to.
    Progress(Sender<Progress>),
    /// Does something with the whole profile.
    WithProfile(WithProfile, Sender<Result<(), String>>),
}

/// What can be done with a whole profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WithProfile {
    /// Gives it this name.
    Rename(String),
    /// Writes all that is kept in it into this folder, which is made.
    Export(PathBuf),
    /// Deletes it.
    Delete,
}

/// What is known of an attempt that is to be taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LookedUp {
    /// It is there, as it was kept last.
    There(Box<KeptAttempt>),
    /// Another window plays it.
    PlayedElsewhere,
    /// Another window has finished or discarded it.
    Gone,
}

/// How many jobs were given, and how many of these are on the disk.
#[derive(Debug, Default)]
struct Counts {
    given: u64,
    durable: u64,
}

#[derive(Debug, Default)]
struct Shared {
    counts: Mutex<Counts>,
    moved: Condvar,
}

/// Saves on another thread, so that a slow disk delays nothing.
#[derive(Resource)]
pub(super) struct Store {
    jobs: Option<Sender<Job>>,
    statuses: Mutex<Receiver<Option<String>>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Starts the thread; `wake` is called when there is something to tell.
    pub(super) fn start(location: SaveLocation, wake: impl Fn() + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let (outbox, statuses) = mpsc::channel();
        let shared = Arc::<Shared>::default();
        let known = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            Keeper { location, known, fault: None, damaged: false }.keep_all(&inbox, |told| {
                // This fails only when the window is closing.
                let _ = outbox.send(told);
                wake();
            });
        });
        Self { jobs: Some(jobs), statuses: Mutex::new(statuses), shared, thread: Some(thread) }
    }

    /// The store of whoever plays, which wakes the window when there is something to tell.
    pub(super) fn of(location: &SaveLocation, proxy: &EventLoopProxyWrapper) -> Self {
        let proxy = (**proxy).clone();
        Self::start(location.clone(), move || {
            // This fails only when the window is closing.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        })
    }

    pub(super) fn keep_attempt(&self, attempt: KeptAttempt) {
        self.change(Subject::Attempt(attempt.id), Change::Attempt(Box::new(attempt)));
    }

    /// Removes an attempt.
    pub(super) fn discard_attempt(&self, id: AttemptId) {
        self.change(Subject::Attempt(id), Change::Discard);
    }

    /// Keeps what a finished attempt came to.
    pub(super) fn keep_outcome(&self, outcome: Outcome) {
        self.change(Subject::Outcome(outcome.attempt), Change::Outcome(Box::new(outcome)));
    }

    /// Keeps the text of a scenario that is played.
    pub(super) fn keep_text(&self, hash: ContentHash, text: String) {
        self.change(Subject::Text(hash), Change::Text(text));
    }

    pub(super) fn keep_settings(&self, settings: Settings) {
        if let Ok(text) = ron::ser::to_string(&settings) {
            self.change(Subject::Settings, Change::Settings(text));
        }
    }

    /// Removes everything that is kept but the settings.
    pub(super) fn forget_all(&self) {
        self.give(Job::ForgetAll);
    }

    /// What is kept of an attempt now; `None` where nothing can be read in good time.
    pub(super) fn look_up(&self, id: AttemptId) -> Option<LookedUp> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::LookUp(id, answer));
        answered.recv_timeout(LOOK_UP).ok()
    }

    /// Asks for what the attempts come to. Nothing comes where nothing can be read.
    pub(super) fn ask_for_progress(&self) -> Receiver<Progress> {
        let (answer, answered) = mpsc::channel();
        self.give(Job::Progress(answer));
        answered
    }

    /// Does something with the whole profile. What comes is why it could not be done, in words.
    pub(super) fn with_profile(&self, what: WithProfile) -> Receiver<Result<(), String>> {
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

    /// Whether something that was given is not on the disk yet.
    pub(super) fn is_behind(&self) -> bool {
        let counts = self.shared.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.durable < counts.given
    }

    /// Waits until all that was given is on the disk, but no longer than this.
    pub(super) fn wait(&self, most: Duration) {
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
#[derive(Resource, Clone, Debug)]
pub(super) struct SaveLocation {
    /// The folder of all who play here; `None` where the system has none for its user.
    pub(super) folder: Option<PathBuf>,
    pub(super) profile: Profile,
    /// Whether whoever plays is a guest, of whom nothing is kept.
    pub(super) guest: bool,
}

impl SaveLocation {
    /// The folder that what whoever plays does is kept in, if it is.
    pub(super) fn kept_in(&self) -> Option<&Path> {
        self.folder.as_deref().filter(|_| !self.guest)
    }
}

/// The thread that keeps.
struct Keeper {
    location: SaveLocation,
    known: Arc<Shared>,
    /// What was told last of why nothing is kept.
    fault: Option<String>,
    /// Whether the database was found to be damaged in use.
    damaged: bool,
}

impl Keeper {
    /// Does all jobs as they come. One that fails is tried again with the next job, or after a while. A problem is
    /// told once, and so is its end.
    fn keep_all(mut self, inbox: &Receiver<Job>, tell: impl Fn(Option<String>)) {
        let mut waiting = BTreeMap::new();
        let mut database = None;
        let mut taken = 0;
        let mut forget = false;
        let mut open = true;
        while open {
            let first = if waiting.is_empty() && !forget {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                inbox.recv_timeout(RETRY_AFTER)
            };
            open = !matches!(first, Err(RecvTimeoutError::Disconnected));
            let mut asked = Vec::new();
            let mut awaited = Vec::new();
            let mut with_profile = Vec::new();
            for job in first.into_iter().chain(inbox.try_iter()) {
                taken += 1;
                match job {
                    Job::Change(subject, change) => _ = waiting.insert(subject, change),
                    Job::ForgetAll => {
                        waiting.retain(|subject, _| *subject == Subject::Settings);
                        forget = true;
                    }
                    Job::LookUp(id, answer) => asked.push((id, answer)),
                    Job::Progress(answer) => awaited.push(answer),
                    Job::WithProfile(what, answer) => with_profile.push((what, answer)),
                }
            }
            let done = self.open(&mut database, &tell).and_then(|database| {
                if forget {
                    database.forget(self.location.profile.id)?;
                }
                make(database, &self.location, &waiting)?;
                // Nobody waits any more where it took too long, or was closed.
                for (id, answer) in asked {
                    let _ = answer.send(look_up(database, &self.location, id)?);
                }
                for answer in awaited {
                    let _ = answer.send(database.progress(self.location.profile.id)?);
                }
                for (what, answer) in with_profile.drain(..) {
                    let done = do_with_profile(database, &self.location.profile, &what);
                    let _ = answer.send(done.map_err(|error| error.in_words()));
                }
                Ok(())
            });
            match done {
                Ok(()) => {
                    waiting.clear();
                    forget = false;
                    self.tell(None, &tell);
                    self.known.counts.lock().unwrap_or_else(PoisonError::into_inner).durable = taken;
                    self.known.moved.notify_all();
                }
                Err(error) => {
                    database = None;
                    self.damaged |= error.is_damage();
                    for (_, answer) in with_profile {
                        let _ = answer.send(Err(error.in_words()));
                    }
                    let why = self.in_words(&error);
                    self.tell(Some(why), &tell);
                }
            }
        }
    }

    /// The database, opened if it is not.
    fn open<'a>(
        &mut self,
        database: &'a mut Option<Database>,
        tell: &impl Fn(Option<String>),
    ) -> Result<&'a Database, DatabaseError> {
        if let Some(open) = database.take() {
            return Ok(database.insert(open));
        }
        if self.location.guest {
            let opened = Database::in_memory()?;
            opened.add_profile(&self.location.profile)?;
            return Ok(database.insert(opened));
        }
        let Some(folder) = &self.location.folder else {
            return Err(DatabaseError::NoFolder);
        };
        let opened = if self.damaged { Database::anew(&folder.join(FILE)) } else { Database::open(folder) };
        let Opened { database: opened, damaged } = opened?;
        if let Some(aside) = damaged {
            tell(Some(in_words(&aside)));
        }
        self.damaged = false;
        opened.add_profile(&self.location.profile)?;
        Ok(database.insert(opened))
    }

    /// Why nothing is kept, as a sentence.
    fn in_words(&self, error: &DatabaseError) -> String {
        let why = error.in_words();
        match &self.location.folder {
            None => format!("What you do is not saved: {why}."),
            Some(folder) => {
                let folder = folder.display();
                format!("What you do is not saved in {folder}: {why}. You can go on; Bedside keeps trying.")
            }
        }
    }

    fn tell(&mut self, fault: Option<String>, tell: &impl Fn(Option<String>)) {
        if self.fault != fault {
            self.fault.clone_from(&fault);
            tell(fault);
        }
    }
}

/// Makes all changes as one.
fn make(
    database: &Database,
    location: &SaveLocation,
    waiting: &BTreeMap<Subject, Change>,
) -> Result<(), DatabaseError> {
    if waiting.is_empty() {
        return Ok(());
    }
    database.together(|database| {
        for (subject, change) in waiting {
            match (subject, change) {
                (Subject::Settings, Change::Settings(text)) => database.keep_settings(location.profile.id, text)?,
                (Subject::Text(hash), Change::Text(text)) => database.keep_text(hash, text)?,
                (_, Change::Attempt(attempt)) => database.keep_attempt(attempt)?,
                (_, Change::Outcome(outcome)) => database.keep_outcome(outcome)?,
                // What another window plays is left to it.
                (Subject::Attempt(id), _) if look_up(database, location, *id)? != LookedUp::PlayedElsewhere => {
                    database.discard_attempt(*id)?;
                }
                _ => {}
            }
        }
        Ok(())
    })
}

fn do_with_profile(database: &Database, profile: &Profile, what: &WithProfile) -> Result<(), DatabaseError> {
    match what {
        WithProfile::Rename(name) => database.rename_profile(profile.id, name),
        WithProfile::Export(folder) => write_everything(database, profile, folder).map(drop),
        WithProfile::Delete => database.delete_profile(profile.id),
    }
}

fn look_up(database: &Database, location: &SaveLocation, id: AttemptId) -> Result<LookedUp, DatabaseError> {
    let Some(attempt) = database.open_attempt(location.profile.id, id)? else { return Ok(LookedUp::Gone) };
    let elsewhere = attempt.player.as_ref().zip(location.folder.as_ref());
    Ok(if elsewhere.is_some_and(|(player, folder)| is_playing(folder, player)) {
        LookedUp::PlayedElsewhere
    } else {
        LookedUp::There(Box::new(attempt))
    })
}

/// What became of a damaged database, in words.
pub(super) fn in_words(aside: &SetAside) -> String {
    let now_called = aside.path.display();
    let saved = match aside.attempts {
        0 => "None of its conversations could be read".to_owned(),
        1 => "One conversation could be read from it and is kept".to_owned(),
        attempts => format!("{attempts} conversations could be read from it and are kept"),
    };
    let lost = if aside.some_lost { "; others may be lost" } else { "" };
    format!("What was kept of your play was damaged. {saved}{lost}. The damaged file is now called {now_called}.")
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, start);
    app.add_systems(Update, poll.in_set(Step::Persist));
}

fn start(mut commands: Commands, location: Res<SaveLocation>, proxy: Res<EventLoopProxyWrapper>) {
    commands.insert_resource(Store::of(&location, &proxy));
}

/// Shows a problem with saving as a notice until it is solved.
fn poll(store: Res<Store>, mut notices: ResMut<Notices>) {
    let Ok(statuses) = store.statuses.lock() else { return };
    for fault in statuses.try_iter() {
        match fault {
            Some(fault) => notices.replace(Topic::Saving, fault),
            None => notices.withdraw(&Topic::Saving),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
