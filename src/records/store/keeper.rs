//! The thread of the store: makes changes as they come, and tries again what fails.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use crate::hash::ContentHash;
use crate::records::database::{Database, DatabaseError, FILE, KeptAttempt, Opened};
use crate::records::export::write_everything;
use crate::records::past::{KeptConversation, PastAsked, PastPage};
use crate::records::progress::{AimChange, Aimed, Aims, Progress};
use crate::records::{AttemptId, Outcome, PersonId, WhoPlays, is_playing};

use super::whose::Owner;
use super::{LookedUp, SaveLocation, Shared};

/// How long until a failed change is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// What is changed; of several changes of one thing the last counts. In the order in which they are made: a text before
/// the attempt at it, and an attempt before what it came to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Settings,
    /// Which scenarios are compared.
    Compared,
    Target(Aimed),
    Text(ContentHash),
    Attempt(AttemptId),
    Outcome(AttemptId),
}

/// A change of what is kept.
#[derive(Debug)]
pub(super) enum Change {
    Settings(String),
    Aim(AimChange),
    Text(String),
    Attempt(Box<KeptAttempt>),
    Discard,
    Outcome(Box<Outcome>),
}

pub(super) enum Job {
    Change(Subject, Change),
    /// Removes everything of this profile but its settings.
    ForgetAll,
    /// Looks an attempt up.
    LookUp(AttemptId, Sender<LookedUp>),
    /// Works out what the attempts come to, beside what is to be reached.
    Progress(Sender<(Progress, Aims)>),
    /// Reads what was played before.
    Read(Read),
    /// Does something with the whole profile.
    WithProfile(WithProfile, Sender<Result<(), String>>),
    /// Says who plays, where that was not known.
    Said(WhoPlays),
}

impl Change {
    /// Whoever plays may have been known by another number while their profile could not be read.
    fn belongs_to(&mut self, person: PersonId) {
        match self {
            Self::Attempt(attempt) => attempt.person = person,
            Self::Outcome(outcome) => outcome.person = person,
            Self::Settings(_) | Self::Text(_) | Self::Aim(_) | Self::Discard => {}
        }
    }
}

/// What can be read of what was played before.
pub(super) enum Read {
    /// A page of it.
    Past(PastAsked, Sender<PastPage>),
    /// All that is kept of a conversation.
    Conversation(AttemptId, Sender<KeptConversation>),
}

/// What can be done with a whole profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WithProfile {
    /// Gives it this name.
    Rename(String),
    /// Writes all that is kept in it into this folder, which is made.
    Export(PathBuf),
    /// Deletes it.
    Delete,
}

/// The thread that keeps.
pub(super) struct Keeper {
    location: SaveLocation,
    owner: Owner,
    known: Arc<Shared>,
    /// What was told last of why nothing is kept.
    fault: Option<String>,
    /// Whether the database was found to be damaged in use.
    damaged: bool,
    /// Whether another window has put another database into its place.
    replaced: bool,
}

impl Keeper {
    pub(super) fn new(location: SaveLocation, known: Arc<Shared>) -> Self {
        let owner = Owner::of(&location);
        Self { location, owner, known, fault: None, damaged: false, replaced: false }
    }

    /// Does all jobs as they come. One that fails is tried again with the next job, or after a while. A problem is
    /// told once, and so is its end.
    pub(super) fn keep_all(mut self, inbox: &Receiver<Job>, tell: impl Fn(Option<String>), wake: &impl Fn()) {
        let mut waiting = BTreeMap::new();
        let mut database = None;
        let mut taken = 0;
        let mut forget = false;
        let mut open = true;
        while open {
            let first = if waiting.is_empty() && !forget && self.owner.is_decided() {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                inbox.recv_timeout(RETRY_AFTER)
            };
            open = !matches!(first, Err(RecvTimeoutError::Disconnected));
            let mut asked = Vec::new();
            let mut awaited = Vec::new();
            let mut reads = Vec::new();
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
                    Job::Read(read) => reads.push(read),
                    Job::WithProfile(what, answer) => with_profile.push((what, answer)),
                    Job::Said(who) => self.owner.say(who),
                }
            }
            let done = self.open(&mut database, &tell).and_then(|database| {
                let person = self.owner.person();
                if forget {
                    database.forget(person)?;
                }
                for change in waiting.values_mut() {
                    Change::belongs_to(change, person);
                }
                self.make(database, &waiting)?;
                // Nobody waits any more where it took too long, or was closed.
                for (id, answer) in asked {
                    let _ = answer.send(self.look_up(database, id)?);
                }
                for answer in awaited {
                    let _ = answer.send((database.progress(person)?, database.aims(person)?));
                }
                reads.into_iter().try_for_each(|read| self.read(database, read))?;
                for (what, answer) in with_profile.drain(..) {
                    let done = self.do_with_profile(database, &what);
                    let _ = answer.send(done.map_err(|error| error.in_words()));
                    wake();
                }
                Ok(())
            });
            if self.note_whose() {
                wake();
            }
            match done {
                Ok(()) => {
                    waiting.clear();
                    forget = false;
                    self.tell(None, &tell);
                    if self.note_durable(taken) {
                        wake();
                    }
                }
                Err(error) => {
                    if !matches!(error, DatabaseError::NotSaid) {
                        database = None;
                    }
                    self.damaged |= error.is_damage();
                    self.replaced |= matches!(error, DatabaseError::Replaced);
                    if matches!(error, DatabaseError::NoProfile) {
                        // There is nobody any more to keep it for.
                        waiting.clear();
                        forget = false;
                    }
                    for (_, answer) in with_profile {
                        let _ = answer.send(Err(error.in_words()));
                        wake();
                    }
                    let why = error.nothing_saved_in(self.location.folder.as_deref());
                    self.tell(Some(why), &tell);
                }
            }
        }
    }

    /// Notes what has become known of whoever plays. Returns whether that is new.
    fn note_whose(&self) -> bool {
        let mut whose = self.known.whose.lock().unwrap_or_else(PoisonError::into_inner);
        let new = *whose != *self.owner.whose();
        whose.clone_from(self.owner.whose());
        new
    }

    /// So many jobs are on the disk. Returns whether somebody waited for it.
    fn note_durable(&self, jobs: u64) -> bool {
        let mut counts = self.known.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.durable = jobs;
        self.known.moved.notify_all();
        jobs >= counts.given && std::mem::take(&mut counts.awaited)
    }

    /// The database, opened if it is not.
    fn open<'a>(
        &mut self,
        database: &'a mut Option<Database>,
        tell: &impl Fn(Option<String>),
    ) -> Result<&'a Database, DatabaseError> {
        let (open, fresh) = match database.take() {
            Some(open) => (open, false),
            None => self.open_anew(tell)?,
        };
        let found = self.owner.find_in(&open, fresh);
        let open = database.insert(open);
        found.map(|()| &*open)
    }

    /// The database, and whether it may never have held whoever plays: it was made just now, or was damaged.
    fn open_anew(&mut self, tell: &impl Fn(Option<String>)) -> Result<(Database, bool), DatabaseError> {
        if self.location.guest {
            return Ok((Database::in_memory()?, true));
        }
        let Some(folder) = &self.location.folder else {
            return Err(DatabaseError::NoFolder);
        };
        let path = folder.join(FILE);
        // What is no file has never held anybody, though it may be gone by the time that one is made in its place.
        let fresh = self.damaged || self.replaced || !path.is_file();
        let Opened { database, damaged } = if self.damaged { Database::anew(&path) } else { Database::open(folder) }?;
        let fresh = fresh || damaged.is_some();
        if let Some(aside) = damaged {
            tell(Some(aside.in_words()));
        }
        (self.damaged, self.replaced) = (false, false);
        Ok((database, fresh))
    }

    fn tell(&mut self, fault: Option<String>, tell: &impl Fn(Option<String>)) {
        if self.fault != fault {
            self.fault.clone_from(&fault);
            tell(fault);
        }
    }

    /// Makes all changes as one.
    fn make(&self, database: &Database, waiting: &BTreeMap<Subject, Change>) -> Result<(), DatabaseError> {
        if waiting.is_empty() {
            return Ok(());
        }
        database.together(|database| {
            for (subject, change) in waiting {
                match (subject, change) {
                    (Subject::Settings, Change::Settings(text)) => {
                        database.keep_settings(self.owner.person(), text)?;
                    }
                    (_, Change::Aim(change)) => database.change_aim(self.owner.person(), change.clone())?,
                    (Subject::Text(hash), Change::Text(text)) => database.keep_text(hash, text)?,
                    (_, Change::Attempt(attempt)) => database.keep_attempt(attempt)?,
                    (_, Change::Outcome(outcome)) => database.keep_outcome(outcome)?,
                    // What another Bedside plays is left to it.
                    (Subject::Attempt(id), _) if self.look_up(database, *id)? != LookedUp::PlayedElsewhere => {
                        database.discard_attempt(*id)?;
                    }
                    _ => {}
                }
            }
            Ok(())
        })
    }

    fn read(&self, database: &Database, read: Read) -> Result<(), DatabaseError> {
        let person = self.owner.person();
        // Where nobody waits any more, nothing is sent.
        match read {
            Read::Past(asked, answer) => _ = answer.send(database.past(person, &asked)?),
            Read::Conversation(id, answer) => _ = answer.send(database.conversation(person, id)?),
        }
        Ok(())
    }

    fn do_with_profile(&self, database: &Database, what: &WithProfile) -> Result<(), DatabaseError> {
        let person = self.owner.person();
        match what {
            WithProfile::Rename(name) => database.rename_profile(person, name),
            WithProfile::Export(folder) => write_everything(database, person, folder).map(drop),
            WithProfile::Delete => database.delete_profile(person),
        }
    }

    fn look_up(&self, database: &Database, id: AttemptId) -> Result<LookedUp, DatabaseError> {
        let Some(attempt) = database.open_attempt(self.owner.person(), id)? else { return Ok(LookedUp::Gone) };
        let elsewhere = attempt.player.as_ref().zip(self.location.folder.as_ref());
        Ok(if elsewhere.is_some_and(|(player, folder)| is_playing(folder, player)) {
            LookedUp::PlayedElsewhere
        } else {
            LookedUp::There(Box::new(attempt))
        })
    }
}
