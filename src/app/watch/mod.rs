//! Hot reload: the paths of scenarios are watched and read again beside the window, which sleeps meanwhile.

#![allow(clippy::disallowed_methods, reason = "whether a burst of changes is over is a matter of time")]

mod glance;
mod settle;
mod sight;

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

use glance::{Glance, stamps};
use settle::{Settle, Sign};
use sight::Sight;

/// The library as it was read last, from a thread that reads it when something has changed.
#[derive(Resource, Debug)]
pub(super) struct Watch {
    asks: Sender<Told>,
    read: Mutex<Receiver<Reread>>,
}

/// The library, read again.
#[derive(Debug)]
pub(super) struct Reread {
    pub(super) library: Library,
    /// Whether somebody asked for it, and waits for an answer.
    pub(super) asked: bool,
}

/// What the thread is told.
enum Told {
    Event(notify::Result<notify::Event>),
    LookAgain,
    /// Whether the window has the keyboard.
    Focused(bool),
}

/// What is to be watched, and what has been read of it; taken when the window is there.
#[derive(Resource, Debug)]
pub(super) struct ToWatch {
    pub(super) paths: Vec<PathBuf>,
    pub(super) reader: Reader,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreStartup, begin);
    app.add_systems(First, attend.run_if(resource_exists::<Watch>));
}

/// Tells the thread when the window gets or loses the keyboard.
fn attend(watch: Res<Watch>, mut focus: MessageReader<WindowFocused>) {
    if let Some(now) = focus.read().last() {
        // Where the thread has ended, the window is closing.
        let _ = watch.asks.send(Told::Focused(now.focused));
    }
}

impl Watch {
    /// Asks for the library to be read again.
    pub(super) fn look_again(&self) {
        // Where the thread has ended, the window is closing.
        let _ = self.asks.send(Told::LookAgain);
    }

    /// The library, where it has been read again.
    pub(super) fn news(&self) -> Option<Reread> {
        let read = self.read.lock().ok()?;
        read.try_iter().reduce(|earlier, last| Reread { asked: earlier.asked || last.asked, ..last })
    }
}

/// Begins to watch on a thread of its own. Where there are no paths, there is nothing to watch.
fn begin(world: &mut World) {
    let Some(ToWatch { paths, mut reader }) = world.remove_resource() else { return };
    let Some(proxy) = world.get_resource::<EventLoopProxyWrapper>().map(|proxy| (**proxy).clone()) else { return };
    if paths.is_empty() {
        return;
    }
    let (asks, told) = mpsc::channel();
    let (sender, read) = mpsc::channel();
    let events = asks.clone();
    thread::spawn(move || {
        let handler = move |event| {
            // Where nobody listens any more, the window is closing.
            let _ = events.send(Told::Event(event));
        };
        let mut sight = Sight::new(&paths, handler);
        keep_watch(&told, &paths, |asked| {
            sight.renew();
            let read = Reread { library: reader.read(&paths), asked };
            sender.send(read).is_ok() && proxy.send_event(WinitUserEvent::WakeUp).is_ok()
        });
    });
    world.insert_resource(Watch { asks, read: Mutex::new(read) });
}

/// Calls `read` once at first, in case something has changed since the start, and after every burst
/// of changes, until it returns `false`. It is told whether somebody has asked for it.
fn keep_watch(told: &Receiver<Told>, paths: &[PathBuf], mut read: impl FnMut(bool) -> bool) {
    let began = Instant::now();
    let mut asked = false;
    let (mut settle, mut glance) = (Settle::default(), Glance::default());
    settle.note(Sign::Changed(PathBuf::new()), began.elapsed());
    loop {
        let now = began.elapsed();
        let heard = match [settle.due(now), glance.due(now)].into_iter().flatten().min() {
            None => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(wait) => told.recv_timeout(wait),
        };
        let now = began.elapsed();
        asked |= matches!(heard, Ok(Told::LookAgain));
        match heard {
            Ok(Told::Event(Ok(event))) => sight::signs(&event).into_iter().for_each(|sign| settle.note(sign, now)),
            // What was missed is found by looking.
            Ok(Told::Event(Err(_)) | Told::LookAgain) => settle.note(Sign::Changed(PathBuf::new()), now),
            Ok(Told::Focused(focused)) => glance.attend(focused, now),
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let is_due = |due: Option<Duration>| due.is_some_and(|wait| wait.is_zero());
                if is_due(glance.due(now)) && glance.look(stamps(paths), began.elapsed()) {
                    settle.note(Sign::Changed(PathBuf::new()), now);
                }
                let is_empty = |path: &Path| fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == 0);
                if is_due(settle.due(now)) && settle.over(now, is_empty) {
                    glance.note(stamps(paths));
                    if !read(std::mem::take(&mut asked)) {
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
    fn who_comes_back_to_the_window_sees_what_no_event_has_told() {
        let folder = std::env::temp_dir().join(format!("bedside-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (asks, told) = mpsc::channel();
        let mut reads = Vec::new();
        keep_watch(&told, std::slice::from_ref(&folder), |asked| {
            reads.push(asked);
            match reads.len() {
                1 => {
                    fs::write(folder.join("a.ron"), "()").expect("a file");
                    asks.send(Told::Focused(true)).expect("it is heard");
                }
                2 => asks.send(Told::LookAgain).expect("it is heard"),
                _ => {}
            }
            reads.len() < 3
        });
        assert_eq!(reads, [false, false, true], "only who asked waits for an answer");
        fs::remove_dir_all(&folder).expect("it is ours");
    }
}
