//! Saves the settings, the attempts and the results of earlier plays, so that nothing is lost when the app is
//! killed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use serde::Serialize;

use crate::ui::Settings;
use crate::ui::library::Played;

use super::attempt_name::AttemptName;
use super::flow::Step;
use super::notice::{Notices, Topic};
use super::saved_attempt::SavedAttempt;
use super::state_file::{StateFile, cause};

/// How long until a failed write is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(3);

/// A file to write, or to remove if there is no text.
struct Job {
    file: StateFile,
    text: Option<String>,
}

/// The problem with saving a file; `None` once it is solved.
struct SaveStatus {
    file: StateFile,
    fault: Option<String>,
}

/// Saves on another thread, so that a slow disk delays nothing.
#[derive(Resource)]
pub(super) struct Store {
    jobs: Option<Sender<Job>>,
    statuses: Mutex<Receiver<SaveStatus>>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Starts the thread; `wake` is called when there is a new status.
    pub(super) fn start(location: SaveLocation, wake: impl Fn() + Send + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel();
        let (outbox, statuses) = mpsc::channel();
        let thread = thread::spawn(move || {
            location.save_all(&inbox, |file, fault| {
                // This fails only when the window is closing.
                let _ = outbox.send(SaveStatus { file, fault });
                wake();
            });
        });
        Self { jobs: Some(jobs), statuses: Mutex::new(statuses), thread: Some(thread) }
    }

    pub(super) fn save_attempt(&self, saved: &SavedAttempt) {
        self.save_json(StateFile::Attempt(AttemptName::of(saved.scenario())), saved);
    }

    /// Removes the saved attempt at the scenario with this id.
    pub(super) fn discard_attempt(&self, id: &str) {
        self.send(Job { file: StateFile::Attempt(AttemptName::of(id)), text: None });
    }

    /// Saves the results of earlier plays.
    pub(super) fn save_played(&self, played: &BTreeMap<String, Played>) {
        self.save_json(StateFile::Played, played);
    }

    /// Removes the results of earlier plays.
    pub(super) fn discard_played(&self) {
        self.send(Job { file: StateFile::Played, text: None });
    }

    pub(super) fn save_settings(&self, settings: Settings) {
        if let Ok(text) = ron::ser::to_string_pretty(&settings, ron::ser::PrettyConfig::default()) {
            self.send(Job { file: StateFile::Settings, text: Some(text) });
        }
    }

    fn save_json(&self, file: StateFile, value: &impl Serialize) {
        // Plain data can always be written as JSON.
        if let Ok(text) = serde_json::to_string(value) {
            self.send(Job { file, text: Some(text) });
        }
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only when this sender is dropped.
            let _ = jobs.send(job);
        }
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

/// Where to save, and what is known to be wrong there.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct SaveLocation {
    pub(super) folder: Option<PathBuf>,
    /// Unreadable files that could not be moved out of the way: they are not overwritten.
    pub(super) blocked: Vec<StateFile>,
}

impl SaveLocation {
    /// Does all jobs as they come. One that fails is tried again with the next job, or after a while. A problem is
    /// reported once, and so is its end.
    fn save_all(mut self, inbox: &Receiver<Job>, report: impl Fn(StateFile, Option<String>)) {
        let mut waiting = BTreeMap::new();
        let mut faults = BTreeMap::new();
        let mut open = true;
        while open {
            let first = if waiting.is_empty() {
                inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                inbox.recv_timeout(RETRY_AFTER)
            };
            open = !matches!(first, Err(RecvTimeoutError::Disconnected));
            // Typing can be faster than the disk, so only the last job for a file counts.
            waiting.extend(first.into_iter().chain(inbox.try_iter()).map(|job| (job.file, job.text)));
            waiting.retain(|file, text| {
                let fault = self.save(file, text.as_deref()).err();
                let before = match &fault {
                    Some(fault) => faults.insert(file.clone(), fault.clone()),
                    None => faults.remove(file),
                };
                let retry = fault.is_some();
                if fault != before {
                    report(file.clone(), fault);
                }
                retry
            });
        }
    }

    /// Saves one file, or says why it cannot be saved.
    fn save(&mut self, file: &StateFile, text: Option<&str>) -> Result<(), String> {
        let subject = file.subject();
        let Some(folder) = &self.folder else {
            return Err(format!("{subject} cannot be saved: your computer names no folder for it."));
        };
        if self.blocked.contains(file) {
            file.move_aside(folder).map_err(|_| {
                let path = file.path(folder);
                format!("{subject} cannot be saved: {} could not be read, and it is not written over.", path.display())
            })?;
            self.blocked.retain(|other| other != file);
        }
        file.write(folder, text).map_err(|error| {
            let (folder, why) = (folder.display(), cause(&error));
            format!("{subject} could not be saved in {folder}: {why}. You can go on; Bedside keeps trying.")
        })
    }
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

/// Shows problems with saving as notices until they are solved.
fn poll(store: Res<Store>, mut notices: ResMut<Notices>) {
    let Ok(statuses) = store.statuses.lock() else { return };
    for SaveStatus { file, fault } in statuses.try_iter() {
        match fault {
            Some(fault) => notices.replace(Topic::Saving(file), fault),
            None => notices.withdraw(&Topic::Saving(file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::{env, fs, process};

    use super::*;
    use crate::app::saved_state::SavedState;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn fresh(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("bedside-keep-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn start(location: SaveLocation) -> Store {
        Store::start(location, || ())
    }

    fn in_folder(folder: &Path) -> SaveLocation {
        SaveLocation { folder: Some(folder.to_owned()), ..SaveLocation::default() }
    }

    /// The problem reported next.
    fn next(store: &Store) -> Option<String> {
        store.statuses.lock().expect("news").recv_timeout(DEADLINE).expect("there is news").fault
    }

    #[test]
    fn a_problem_with_saving_is_reported_once_in_plain_words_and_withdrawn_when_it_is_solved() {
        let folder = fresh("fault");
        let in_the_way = folder.join("settings.new");
        fs::create_dir_all(&in_the_way).expect("a folder");
        let store = start(in_folder(&folder));
        store.save_settings(Settings::default());
        let told = next(&store).expect("it cannot be saved");
        assert!(told.starts_with("Your settings could not be saved in "), "{told}");
        assert!(!told.contains("os error"), "{told}");
        store.save_settings(Settings { timers: true, ..Settings::default() });
        fs::remove_dir(in_the_way).expect("it is ours");
        // Nothing changes any more, but it is tried again all the same.
        assert_eq!(next(&store), None, "told once, and taken back");
        assert!(SavedState::read(&folder).settings.timers);
        drop(store);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn nothing_is_written_over_what_could_not_be_moved_out_of_the_way() {
        let folder = fresh("in-the-way");
        fs::write(folder.join("settings.ron"), "mine").expect("a file");
        let mut location = in_folder(&folder);
        location.blocked.push(StateFile::Settings);
        let aside: Vec<PathBuf> = (1..=100)
            .map(|number| if number == 1 { String::new() } else { format!("-{number}") })
            .map(|number| folder.join(format!("settings.unreadable{number}")))
            .collect();
        for path in &aside {
            fs::create_dir(path).expect("a folder in the way");
        }
        let store = start(location);
        store.save_settings(Settings::default());
        let told = next(&store).expect("it cannot be saved");
        assert!(told.starts_with("Your settings cannot be saved: "), "{told}");
        assert_eq!(fs::read(folder.join("settings.ron")).expect("it is there"), b"mine");
        fs::remove_dir(&aside[41]).expect("it is ours");
        assert_eq!(next(&store), None, "there is a name for it now");
        assert_eq!(fs::read(&aside[41]).expect("it is there"), b"mine");
        drop(store);
        fs::remove_dir_all(folder).expect("it is ours");
    }

    #[test]
    fn all_files_that_cannot_be_read_are_reported() {
        let folder = fresh("all");
        for name in ["settings.ron", "attempt.json", "played.json"] {
            fs::write(folder.join(name), "?").expect("a file");
        }
        let told: Vec<String> = SavedState::read(&folder).problems.into_iter().map(|(_, told)| told).collect();
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|told| told.contains("is now called")), "{told:?}");
        fs::remove_dir_all(folder).expect("it is ours");
    }
}
