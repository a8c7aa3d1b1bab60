//! Programs of the system that are run as children beside the window, until they are over or not wanted any more.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

/// Work with a program, on a thread of its own. Dropped, it is stopped.
#[derive(Debug)]
pub(super) struct Running {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Begins. The work has to end when what it is given is closed.
    pub(super) fn start(work: impl FnOnce(&Receiver<()>) + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel();
        let thread = thread::spawn(move || work(&stopped));
        Self { stop: Some(stop), thread: Some(thread) }
    }

    /// Stops it, and waits until it has stopped.
    pub(super) fn end(mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // What went wrong on the thread has been told there.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    /// Tells the thread, and does not wait for it.
    fn drop(&mut self) {
        self.stop = None;
        self.thread = None;
    }
}

/// Waits until the child is over, or kills it when it is not wanted any more: then there is no exit status. `wanted`
/// is asked again and again, and takes its time to answer.
pub(super) fn wait(child: &mut Child, mut wanted: impl FnMut() -> bool) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if !wanted() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
    }
}

/// Whether a program can be found where the system looks for programs.
pub(super) fn is_there(program: &Path) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    let there = |folder: PathBuf| {
        let file = folder.join(program);
        file.is_file() || file.with_extension("exe").is_file()
    };
    env::split_paths(&folders).any(there)
}

/// What stands in the way of a program. It comes from other threads, and is told once.
#[derive(Debug)]
pub(super) struct Trouble {
    now: Option<String>,
    tell: Sender<String>,
    told: Mutex<Receiver<String>>,
}

impl Default for Trouble {
    fn default() -> Self {
        let (tell, told) = mpsc::channel();
        Self { now: None, tell, told: Mutex::new(told) }
    }
}

impl Trouble {
    /// What it is, if there is any.
    pub(super) fn now(&self) -> Option<&str> {
        self.now.as_deref()
    }

    /// This is what was found, or nothing.
    pub(super) fn found(&mut self, now: Option<String>) {
        self.now = now;
    }

    /// Takes in what came from other threads; returns it where it is new.
    pub(super) fn poll(&mut self) -> Option<String> {
        let told = self.told.lock().ok().and_then(|told| told.try_iter().last())?;
        let new = self.now.as_ref() != Some(&told);
        self.now = Some(told.clone());
        new.then_some(told)
    }

    /// Tells of trouble from another thread, and wakes the window for it.
    pub(super) fn teller(&self, proxy: &EventLoopProxyWrapper) -> impl FnOnce(String) + Send + 'static {
        let (tell, proxy) = (self.tell.clone(), (**proxy).clone());
        move |trouble| {
            // Where nobody listens any more, the window is closing.
            let _ = tell.send(trouble);
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }
}
