//! Keeps the settings, the attempts and what they came to, so that nothing is lost when the app is killed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::hash::ContentHash;
use crate::records::database::{Database, DatabaseError, FILE, KeptAttempt, Opened, Profile, SetAside};
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
    pub(super) folder: Option<PathBuf>,
    pub(super) profile: Profile,
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
    let proxy = (**proxy).clone();
    let wake = move || {
        // This fails only when the window is closing.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    };
    commands.insert_resource(Store::start(location.clone(), wake));
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
pub(super) mod tests {
    use std::path::Path;
    use std::{env, fs, process};

    use super::*;
    use crate::app::kept_attempts::tests::attempt_at;
    use crate::app::saved_state::SavedState;
    use crate::records::{PersonId, Player, Timestamp};

    const DEADLINE: Duration = Duration::from_secs(20);

    /// An empty folder.
    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-store-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    /// Somebody who plays, in this folder.
    pub(in crate::app) fn location(folder: Option<&Path>) -> SaveLocation {
        let profile = Profile { id: PersonId::of([3; 16]), name: String::new(), made: Timestamp::UNIX_EPOCH };
        SaveLocation { folder: folder.map(Path::to_owned), profile }
    }

    /// A store that keeps nothing.
    pub(in crate::app) fn nowhere() -> Store {
        Store::start(location(None), || ())
    }

    fn kept(id: &str, player: Option<&str>) -> KeptAttempt {
        let person = location(None).profile.id;
        attempt_at(id).kept(person, player.map(str::to_owned), Timestamp::UNIX_EPOCH, true).expect("plain data")
    }

    /// What is told next.
    fn next(store: &Store) -> Option<String> {
        store.statuses.lock().expect("news").recv_timeout(DEADLINE).expect("there is news")
    }

    #[test]
    fn a_problem_with_saving_is_told_once_in_plain_words_and_withdrawn_when_it_is_solved() {
        let folder = fresh("fault");
        fs::create_dir_all(folder.join("records.sqlite")).expect("a folder in the way");
        let store = Store::start(location(Some(&folder)), || ());
        store.keep_settings(Settings::default());
        let told = next(&store).expect("it cannot be saved");
        assert!(told.starts_with("What you do is not saved in ") && !told.contains("os error"), "{told}");
        assert!(store.is_behind());
        store.keep_settings(Settings { timers: true, ..Settings::default() });
        fs::remove_dir(folder.join("records.sqlite")).expect("it is ours");
        // Nothing changes any more, but it is tried again all the same.
        assert_eq!(next(&store), None, "told once, and taken back");
        store.wait(DEADLINE);
        assert!(!store.is_behind() && SavedState::read(&folder).settings.timers);
        drop(store);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn nothing_can_be_saved_where_there_is_no_folder_and_nothing_waits_for_it() {
        let store = nowhere();
        store.keep_attempt(kept("a", None));
        assert!(next(&store).is_some_and(|told| told.contains("names no folder")));
        assert_eq!(store.look_up(attempt_at("a").identity.id), None);
        assert!(store.is_behind());
    }

    #[test]
    fn what_another_window_plays_is_neither_taken_up_nor_discarded() {
        let folder = fresh("elsewhere");
        let store = Store::start(location(Some(&folder)), || ());
        let other = Player::enter(&folder, "other").expect("it enters");
        store.keep_attempt(kept("a", Some("other")));
        let id = attempt_at("a").identity.id;
        assert_eq!(store.look_up(id), Some(LookedUp::PlayedElsewhere));
        store.discard_attempt(id);
        assert_eq!(store.look_up(id), Some(LookedUp::PlayedElsewhere));
        drop(other);
        assert_eq!(store.look_up(id), Some(LookedUp::There(Box::new(kept("a", Some("other"))))));
        store.discard_attempt(id);
        assert_eq!(store.look_up(id), Some(LookedUp::Gone));
        drop(store);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn what_is_to_be_deleted_is_deleted_as_soon_as_it_can_be() {
        let folder = fresh("forget");
        let store = Store::start(location(Some(&folder)), || ());
        store.keep_attempt(kept("a", None));
        store.wait(DEADLINE);
        let other = rusqlite::Connection::open(folder.join(FILE)).expect("it");
        other.execute_batch("BEGIN EXCLUSIVE").expect("nobody else writes");
        store.forget_all();
        assert!(next(&store).is_some_and(|told| told.contains("another program")));
        other.execute_batch("ROLLBACK").expect("others may write again");
        assert_eq!(next(&store), None);
        let left: rusqlite::Result<u32> = other.query_row("SELECT count(*) FROM attempts", [], |row| row.get(0));
        assert_eq!(left, Ok(0));
        drop(store);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn a_database_that_is_damaged_in_use_is_set_aside_and_what_waits_is_kept() {
        let folder = fresh("damaged");
        let store = Store::start(location(Some(&folder)), || ());
        store.keep_attempt(kept("a", None));
        store.wait(DEADLINE);
        // A table that lies beyond the end of the file.
        let damage = "PRAGMA writable_schema = ON; \
                      UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'attempts'; \
                      PRAGMA schema_version = 77;";
        rusqlite::Connection::open(folder.join(FILE)).expect("it").execute_batch(damage).expect("it is damaged");
        store.keep_attempt(kept("b", None));
        assert!(next(&store).is_some_and(|told| told.contains("damaged")), "first it cannot be saved");
        assert!(next(&store).is_some_and(|told| told.contains("is now called")), "then it is set aside");
        store.wait(DEADLINE);
        drop(store);
        let state = SavedState::read(&folder);
        assert!(folder.join("records.damaged-1.sqlite").exists());
        assert!(state.attempts.of("b").is_some(), "{:?}", state.problems);
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
