//! Keeps settings and the attempt under way, so that nothing is lost when the app is killed.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::{env, fs, iter};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use directories::ProjectDirs;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::attempt::{Attempt, Mode};
use crate::ui::Settings;
use crate::ui::library::Played;
use crate::ui::reflection::Draft;

use super::Step;
use super::notice::Notices;

/// Names a folder to keep things in, in place of the user's own.
pub(super) const FOLDER: &str = "BEDSIDE_HOME";
const SETTINGS: &str = "settings.ron";
const ATTEMPT: &str = "attempt.json";
const PLAYED: &str = "played.json";
/// A file larger than this is not ours.
const LARGEST: u64 = 16 << 20;

/// Where in the attempt the trainee was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    /// In the conversation.
    Talking,
    /// Before the scores.
    Reflecting,
    /// After them.
    Debriefing,
}

/// An attempt as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Saved {
    pub(super) title: String,
    pub(super) own_words: bool,
    pub(super) timers: bool,
    pub(super) stopped: bool,
    pub(super) phase: Phase,
    /// Own words that are being typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) typed: String,
    /// What is said so far before the scores.
    #[serde(default)]
    pub(super) draft: Draft,
    pub(super) attempt: Attempt,
}

impl Saved {
    pub(super) const fn mode(&self) -> Mode {
        self.attempt.mode
    }
}

/// What is to be kept; a file is removed where there is nothing.
struct Job {
    file: &'static str,
    text: Option<String>,
}

/// Keeps things on a thread of its own, so that a slow disk holds nothing up.
#[derive(Resource)]
pub(super) struct Store {
    jobs: Option<Sender<Job>>,
    faults: Mutex<Receiver<String>>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Keeps the attempt under way.
    pub(super) fn attempt(&self, saved: &Saved) {
        // A `Saved` is plain data: it can always be written as JSON.
        if let Ok(text) = serde_json::to_string(saved) {
            self.send(Job { file: ATTEMPT, text: Some(text) });
        }
    }

    /// Lets the kept attempt go.
    pub(super) fn discard_attempt(&self) {
        self.send(Job { file: ATTEMPT, text: None });
    }

    /// Keeps what came of playing scenarios.
    pub(super) fn played(&self, played: &BTreeMap<String, Played>) {
        if let Ok(text) = serde_json::to_string(played) {
            self.send(Job { file: PLAYED, text: Some(text) });
        }
    }

    /// Forgets what came of playing scenarios.
    pub(super) fn discard_played(&self) {
        self.send(Job { file: PLAYED, text: None });
    }

    /// Keeps the settings.
    pub(super) fn settings(&self, settings: Settings) {
        if let Ok(text) = ron::ser::to_string_pretty(&settings, ron::ser::PrettyConfig::default()) {
            self.send(Job { file: SETTINGS, text: Some(text) });
        }
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only when this sender is gone.
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Store {
    /// Waits until all has been kept.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What was kept from earlier, and what stood in the way of reading it.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) settings: Settings,
    pub(super) attempt: Option<Saved>,
    pub(super) played: BTreeMap<String, Played>,
    /// The folder, as people read it.
    pub(super) folder: Option<String>,
    pub(super) trouble: Vec<String>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, start);
    app.add_systems(Update, poll.in_set(Step::Persist));
}

/// The folder that things are kept in, if the system has one for us.
fn folder() -> Option<PathBuf> {
    match env::var_os(FOLDER).filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => ProjectDirs::from("", "", "Bedside").map(|dirs| dirs.data_dir().to_owned()),
    }
}

fn start(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (jobs, inbox) = mpsc::channel::<Job>();
    let (outbox, faults) = mpsc::channel();
    let proxy = (**proxy).clone();
    let folder = folder();
    let thread = thread::spawn(move || {
        while let Ok(job) = inbox.recv() {
            // Someone who types is quicker than some disks: of several jobs for a file only the last counts.
            let jobs: BTreeMap<_, _> =
                iter::once(job).chain(inbox.try_iter()).map(|job| (job.file, job.text)).collect();
            for (file, text) in &jobs {
                if let Err(fault) = keep(folder.as_deref(), file, text.as_deref()) {
                    // Where nobody listens any more, the window is closing.
                    let _ = outbox.send(fault);
                    let _ = proxy.send_event(WinitUserEvent::WakeUp);
                }
            }
        }
    });
    commands.insert_resource(Store { jobs: Some(jobs), faults: Mutex::new(faults), thread: Some(thread) });
}

fn poll(store: Res<Store>, mut notices: ResMut<Notices>) {
    let fault = store.faults.lock().ok().and_then(|faults| faults.try_iter().last());
    if let Some(fault) = fault {
        notices.tell(fault);
    }
}

fn keep(folder: Option<&Path>, file: &str, text: Option<&str>) -> Result<(), String> {
    let Some(folder) = folder else {
        return Err("There is no folder to keep your place in, so it is lost when Bedside is closed.".to_owned());
    };
    let path = folder.join(file);
    let done = match text {
        Some(text) => fs::create_dir_all(folder).and_then(|()| replace(&path, text)),
        None => fs::remove_file(&path)
            .or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }),
    };
    done.map_err(|error| {
        format!(
            "Your place could not be kept in {}: {error}. You can go on, and it will be tried again at your next step.",
            path.display()
        )
    })
}

/// Writes beside the file and then puts it in its place, so that a kill or a full disk leaves the old one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = fs::File::create(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

/// Reads what was kept earlier. A file that cannot be read is set aside, never overwritten.
pub(super) fn kept() -> Kept {
    let mut kept = Kept::default();
    let Some(folder) = folder() else { return kept };
    kept.folder = Some(folder.display().to_string());
    if let Some(settings) =
        read(&folder.join(SETTINGS), &mut kept.trouble, |text| ron::from_str(text).map_err(|error| error.to_string()))
    {
        kept.settings = settings;
    }
    kept.attempt = read(&folder.join(ATTEMPT), &mut kept.trouble, of_json);
    kept.played = read(&folder.join(PLAYED), &mut kept.trouble, of_json).unwrap_or_default();
    kept
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn read<T>(path: &Path, trouble: &mut Vec<String>, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    let size = fs::metadata(path).ok()?.len();
    let text = if size > LARGEST {
        Err("it is too large".to_owned())
    } else {
        fs::read_to_string(path).map_err(|error| error.to_string())
    };
    match text.and_then(|text| parse(&text)) {
        Ok(value) => Some(value),
        Err(why) => {
            let aside = path.with_extension("unreadable");
            // Where even that fails, the file stays where it is until something new is kept.
            let _ = fs::rename(path, &aside);
            trouble.push(format!(
                "{} could not be read ({why}). It has been set aside as {}.",
                path.display(),
                aside.display()
            ));
            None
        }
    }
}
