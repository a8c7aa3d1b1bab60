//! Hot reload: watches the scenarios' paths and reads them again on another thread, while the window sleeps.

#![allow(clippy::disallowed_methods, reason = "whether a burst of changes is over is a matter of time")]

mod debounce;
mod file_poll;
mod folder_watcher;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::window::WindowFocused;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::library::{Library, Reader};

use debounce::{Debounce, FileChange};
use file_poll::{FilePoll, stamps};
use folder_watcher::FolderWatcher;

/// The watching thread, as the app sees it.
#[derive(Resource, Debug)]
pub(super) struct Watch {
    messages: Sender<Message>,
    read: Mutex<Receiver<Reread>>,
}

/// The library after a reload.
#[derive(Debug)]
pub(super) struct Reread {
    pub(super) library: Library,
    /// Whether the user requested it and expects an answer.
    pub(super) requested: bool,
}

/// A message to the watching thread.
enum Message {
    Event(notify::Result<notify::Event>),
    Reload,
    /// Whether the window has the keyboard focus.
    Focused(bool),
}

/// What to watch, and the reader that has read it once; consumed at startup.
#[derive(Resource, Debug)]
pub(super) struct WatchConfig {
    pub(super) paths: Vec<PathBuf>,
    pub(super) reader: Reader,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, start);
    app.add_systems(First, send_focus.run_if(resource_exists::<Watch>));
}

/// Forwards focus changes to the thread.
fn send_focus(watch: Res<Watch>, mut focus: MessageReader<WindowFocused>) {
    if let Some(now) = focus.read().last() {
        // This fails only when the thread has ended because the window is closing.
        let _ = watch.messages.send(Message::Focused(now.focused));
    }
}

impl Watch {
    /// Requests a reload.
    pub(super) fn reload(&self) {
        // This fails only when the thread has ended because the window is closing.
        let _ = self.messages.send(Message::Reload);
    }

    /// The latest library, if it was read again since the last call.
    pub(super) fn latest(&self) -> Option<Reread> {
        let read = self.read.lock().ok()?;
        read.try_iter().reduce(|earlier, last| Reread { requested: earlier.requested || last.requested, ..last })
    }
}

/// Starts the watching thread, if there are any paths to watch.
fn start(world: &mut World) {
    let Some(WatchConfig { paths, mut reader }) = world.remove_resource() else { return };
    let Some(proxy) = world.get_resource::<EventLoopProxyWrapper>().map(|proxy| (**proxy).clone()) else { return };
    if paths.is_empty() {
        return;
    }
    let (messages, received) = mpsc::channel();
    let (sender, read) = mpsc::channel();
    let events = messages.clone();
    thread::spawn(move || {
        let handler = move |event| {
            // This fails only when the window is closing.
            let _ = events.send(Message::Event(event));
        };
        let mut watcher = FolderWatcher::new(&paths, handler);
        run_watch(&received, &paths, |requested| {
            watcher.rewatch();
            let read = Reread { library: reader.read(&paths), requested };
            sender.send(read).is_ok() && proxy.send_event(WinitUserEvent::WakeUp).is_ok()
        });
    });
    world.insert_resource(Watch { messages, read: Mutex::new(read) });
}

/// Calls `read` once at first, in case something has changed since startup, and after every burst of changes, until it
/// returns `false`. Its argument says whether the user requested the reload.
fn run_watch(received: &Receiver<Message>, paths: &[PathBuf], mut read: impl FnMut(bool) -> bool) {
    let began = Instant::now();
    let mut requested = false;
    let (mut debounce, mut poll) = (Debounce::default(), FilePoll::default());
    debounce.record(FileChange::Changed(PathBuf::new()), began.elapsed());
    loop {
        let now = began.elapsed();
        let message = match [debounce.due(now), poll.due(now)].into_iter().flatten().min() {
            None => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(wait) => received.recv_timeout(wait),
        };
        let now = began.elapsed();
        requested |= matches!(message, Ok(Message::Reload));
        match message {
            Ok(Message::Event(Ok(event))) => {
                for change in folder_watcher::changes_of(&event) {
                    debounce.record(change, now);
                }
            }
            // The watcher may have missed something, so everything is read again.
            Ok(Message::Event(Err(_)) | Message::Reload) => debounce.record(FileChange::Changed(PathBuf::new()), now),
            Ok(Message::Focused(focused)) => poll.focus_changed(focused, now),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let is_due = |due: Option<Duration>| due.is_some_and(|wait| wait.is_zero());
                if is_due(poll.due(now)) && poll.update(stamps(paths), began.elapsed()) {
                    debounce.record(FileChange::Changed(PathBuf::new()), now);
                }
                let is_empty = |path: &Path| fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == 0);
                if is_due(debounce.due(now)) && debounce.finish(now, is_empty) {
                    poll.set_baseline(stamps(paths));
                    if !read(std::mem::take(&mut requested)) {
                        return;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_without_an_event_is_seen_when_the_window_gets_the_focus() {
        let folder = std::env::temp_dir().join(format!("bedside-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (messages, received) = mpsc::channel();
        let mut reads = Vec::new();
        run_watch(&received, std::slice::from_ref(&folder), |requested| {
            reads.push(requested);
            match reads.len() {
                1 => {
                    fs::write(folder.join("a.ron"), "()").expect("a file");
                    messages.send(Message::Focused(true)).expect("it is heard");
                }
                2 => messages.send(Message::Reload).expect("it is heard"),
                _ => {}
            }
            reads.len() < 3
        });
        assert_eq!(reads, [false, false, true], "only who asked waits for an answer");
        fs::remove_dir_all(&folder).expect("it is ours");
    }
}
