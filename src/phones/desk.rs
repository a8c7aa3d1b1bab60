//! Where the session lies while the room is open: phones add to it, its owner steers it, and all of it is recorded.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use thiserror::Error;
use tokio::sync::watch;

use crate::group::recording::{Opening, Recorded, Recording, RecordingError, line};
use crate::group::{Contribution, GroupSession, Input, ParticipantId, Refused, RoomView, Section, Steer, Step};
use crate::rubric::Rubric;
use crate::source::Rule;

use super::part::ShownPart;
use super::token::{Token, TokenHash};

/// Why a room could not be opened.
#[derive(Debug, Error)]
pub enum DeskError {
    #[error("the recording could not be written to {}: {cause}", .path.display())]
    File { path: PathBuf, cause: io::Error },
    #[error("the recording cannot be taken up again: {0}")]
    Recording(#[from] RecordingError),
}

/// Whether what comes in is being kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In this file.
    In(PathBuf),
    /// Not any more, for this reason; the session goes on.
    NotAnyMore(String),
    /// Nobody asked for it.
    Not,
}

/// A session that is open to phones. Cloning it gives another handle of the same session.
#[derive(Clone)]
pub struct Desk {
    state: Arc<Mutex<State>>,
    clock: Clock,
    /// Counts the changes.
    changed: watch::Sender<u64>,
    /// Counts the parts of the debrief that were shown.
    turned: watch::Sender<u64>,
}

struct State {
    group: GroupSession,
    /// What everybody may see of it; `None` where it has changed since.
    seen: Option<Arc<RoomView>>,
    /// The part of the debrief that is shown; `None` where no score may be.
    part: Option<ShownPart>,
    participants: BTreeMap<TokenHash, ParticipantId>,
    file: Option<Files>,
    kept: Kept,
    clock: Clock,
}

/// The time of the session.
#[derive(Clone, Copy)]
struct Clock {
    /// The time of the session when `since` was taken, in milliseconds.
    before: u64,
    since: Instant,
}

impl Clock {
    fn now(self) -> u64 {
        self.before.saturating_add(u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX))
    }
}

/// The recording, and beside it a file of the participants' numbers with the hashes of their tokens, which is gone when
/// the room is closed.
struct Files {
    recording: File,
    tokens: File,
    tokens_path: PathBuf,
}

impl Desk {
    /// Opens a session that is not recorded.
    #[must_use]
    pub fn unrecorded(group: GroupSession) -> Self {
        Self::with(group, BTreeMap::new(), None, Kept::Not, 0)
    }

    /// Opens a session that is recorded in a new file.
    ///
    /// # Errors
    /// Where the file is there already, or cannot be written.
    pub fn recorded(group: GroupSession, opening: &Opening, path: &Path) -> Result<Self, DeskError> {
        let failed = |cause| DeskError::File { path: path.to_owned(), cause };
        let mut recording = private().create_new(true).open(path).map_err(failed)?;
        let first = line(opening).map_err(|error| failed(error.into()))?;
        recording.write_all(first.as_bytes()).map_err(failed)?;
        let tokens_path = tokens_of(path);
        let tokens = private().create(true).truncate(true).open(&tokens_path).map_err(failed)?;
        let files = Files { recording, tokens, tokens_path };
        Ok(Self::with(group, BTreeMap::new(), Some(files), Kept::In(path.to_owned()), 0))
    }

    /// Takes up a session that was cut off, from its recording in the file at `path`. Phones that had joined are known
    /// again.
    ///
    /// # Errors
    /// Where the recording cannot be played again, or the file cannot be written.
    pub fn taken_up(
        recording: &Recording,
        path: &Path,
        rubric: &Arc<Rubric>,
        rules: &[&'static Rule],
    ) -> Result<Self, DeskError> {
        let group = recording.replay(rubric, rules, |_, _| {})?;
        let at = recording.inputs.last().map_or(0, |recorded| recorded.at);
        let failed = |cause| DeskError::File { path: path.to_owned(), cause };
        let file = private().append(true).open(path).map_err(failed)?;
        // A line that was cut off in the middle goes.
        if file.metadata().map_err(failed)?.len() > recording.whole {
            file.set_len(recording.whole).map_err(failed)?;
        }
        let tokens_path = tokens_of(path);
        let known = std::fs::read_to_string(&tokens_path).unwrap_or_default();
        let participants = known.lines().filter_map(participant).filter(|(_, who)| who.0 < group.joined()).collect();
        let tokens = private().append(true).create(true).open(&tokens_path).map_err(failed)?;
        let files = Files { recording: file, tokens, tokens_path };
        Ok(Self::with(group, participants, Some(files), Kept::In(path.to_owned()), at))
    }

    #[allow(clippy::disallowed_methods, reason = "the machine has no clock of its own, and is told the time from here")]
    fn with(
        group: GroupSession,
        participants: BTreeMap<TokenHash, ParticipantId>,
        file: Option<Files>,
        kept: Kept,
        before: u64,
    ) -> Self {
        let clock = Clock { before, since: Instant::now() };
        let state = State { group, seen: None, part: None, participants, file, kept, clock };
        let [changed, turned] = [0, 0].map(watch::Sender::new);
        Self { state: Arc::new(Mutex::new(state)), clock, changed, turned }
    }

    /// Looks at the session.
    pub fn look<R>(&self, look: impl FnOnce(&GroupSession) -> R) -> R {
        look(&self.state().group)
    }

    /// What everybody in the room may see now. It is made once for each change: hundreds of phones look at it.
    #[must_use]
    pub fn room_view(&self) -> Arc<RoomView> {
        self.state().room_view()
    }

    /// Looks at what everybody may see, at the session, and during its debrief at the part that is shown.
    pub(super) fn look_shown<R>(&self, look: impl FnOnce(&RoomView, &GroupSession, Option<&ShownPart>) -> R) -> R {
        let mut state = self.state();
        let room = state.room_view();
        let part = state.part.as_ref().filter(|_| state.group.step() == Step::Debrief);
        look(&room, &state.group, part)
    }

    /// Shows phones a part of the debrief, or none; none where no score may be shown.
    pub fn show(&self, part: Option<&Section>) {
        let mut state = self.state();
        let part = part.filter(|_| state.group.step().shows_scores());
        if state.part.as_ref().map(|shown| &shown.section) == part {
            return;
        }
        state.part = part.map(ShownPart::of);
        drop(state);
        self.turned.send_modify(|count| *count += 1);
    }

    /// Hears of every part of the debrief that is shown.
    pub(super) fn parts(&self) -> watch::Receiver<u64> {
        self.turned.subscribe()
    }

    /// Milliseconds since the session began.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.clock.now()
    }

    /// Whether what comes in is being kept.
    #[must_use]
    pub fn kept(&self) -> Kept {
        self.state().kept.clone()
    }

    /// Steers.
    ///
    /// # Errors
    /// Where the session refuses; it is then as it was.
    pub fn steer(&self, steer: Steer) -> Result<(), Refused> {
        self.state().take(Input::Steer(steer))?;
        self.tell();
        Ok(())
    }

    /// Lets somebody join who will be known by `token`.
    ///
    /// # Errors
    /// Where the room is full, or the session is over.
    pub fn join(&self, token: &Token) -> Result<ParticipantId, Refused> {
        let mut state = self.state();
        let who = state.take(Input::Join)?.ok_or(Refused::Unknown)?;
        let hash = token.hash();
        state.participants.insert(hash, who);
        if let Some(files) = &mut state.file
            && let Err(error) = files.tokens.write_all(format!("{} {hash}\n", who.0).as_bytes())
        {
            state.stop_keeping(&error);
        }
        drop(state);
        self.tell();
        Ok(who)
    }

    /// Who is known by a token.
    #[must_use]
    pub fn participant(&self, token: &Token) -> Option<ParticipantId> {
        self.state().participants.get(&token.hash()).copied()
    }

    /// Takes what a participant adds. It is recorded before this returns.
    ///
    /// # Errors
    /// Where the session refuses; it is then as it was.
    pub fn add(&self, who: ParticipantId, what: Contribution) -> Result<(), Refused> {
        self.state().take(Input::From { who, what })?;
        self.tell();
        Ok(())
    }

    /// Hears of every change.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Forgets the participants' tokens; the recording stays.
    pub fn close(&self) {
        let mut state = self.state();
        state.participants.clear();
        if let Some(files) = state.file.take() {
            // Where the file cannot be removed it holds hashes of tokens that nobody knows any more.
            let _ = std::fs::remove_file(files.tokens_path);
        }
        drop(state);
        self.tell();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self) {
        self.changed.send_modify(|count| *count += 1);
    }
}

impl State {
    fn room_view(&mut self) -> Arc<RoomView> {
        let group = &self.group;
        Arc::clone(self.seen.get_or_insert_with(|| Arc::new(group.room_view())))
    }

    fn take(&mut self, input: Input) -> Result<Option<ParticipantId>, Refused> {
        let at = self.clock.now();
        let joined = self.group.apply(at, &input)?;
        self.seen = None;
        if !self.group.step().shows_scores() {
            self.part = None;
        }
        if let Some(files) = &mut self.file {
            let written = line(&Recorded { at, input }).map_err(io::Error::from);
            if let Err(error) = written.and_then(|line| files.recording.write_all(line.as_bytes())) {
                self.stop_keeping(&error);
            }
        }
        Ok(joined)
    }

    fn stop_keeping(&mut self, error: &io::Error) {
        self.kept = Kept::NotAnyMore(error.to_string());
        self.file = None;
    }
}

/// How a file is opened that nobody else on the machine is to read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Who a line of the file of tokens is about.
fn participant(line: &str) -> Option<(TokenHash, ParticipantId)> {
    let (who, hash) = line.split_once(' ')?;
    Some((TokenHash::parse(hash)?, ParticipantId(who.parse().ok()?)))
}

fn tokens_of(path: &Path) -> PathBuf {
    // Added to the whole name: beside `monday.phones` it must not be that file itself.
    let mut name = path.as_os_str().to_owned();
    name.push(".phones");
    name.into()
}
