//! Tells of what happens in a session, on a thread of its own.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::watch;

use super::addresses::has_address;
use super::desk::Desk;

/// For how long changes are gathered before they are told: a room of phones votes within seconds.
const GATHER: Duration = Duration::from_millis(100);
/// How often it is looked whether this computer still has the address.
const LOOK: Duration = Duration::from_secs(2);

/// Tells of changes until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    stop: watch::Sender<bool>,
    gone: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watcher {
    /// Calls `tell` after each change of the session, and when the address that phones come in at goes or comes back.
    ///
    /// # Errors
    /// Where the system starts no thread for it.
    pub fn start(desk: &Desk, address: Option<IpAddr>, tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (stop, stopped) = watch::channel(false);
        let gone = Arc::new(AtomicBool::new(false));
        let (changes, known) = (desk.changes(), Arc::clone(&gone));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        let watching = move || runtime.block_on(watch(changes, stopped, address, &known, tell));
        let thread = std::thread::Builder::new().name("watcher".to_owned()).spawn(watching)?;
        Ok(Self { stop, gone, thread: Some(thread) })
    }

    /// Whether this computer does not have the address any more.
    #[must_use]
    pub fn address_is_gone(&self) -> bool {
        self.gone.load(Ordering::Relaxed)
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn watch(
    mut changes: watch::Receiver<u64>,
    mut stopped: watch::Receiver<bool>,
    address: Option<IpAddr>,
    gone: &AtomicBool,
    tell: impl Fn(),
) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            happened = changes.changed() => {
                if happened.is_err() {
                    return;
                }
                tell();
                tokio::time::sleep(GATHER).await;
            }
            _ = look.tick(), if address.is_some() => {
                let is_gone = address.is_some_and(|address| !has_address(address));
                if gone.swap(is_gone, Ordering::Relaxed) != is_gone {
                    tell();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::sync::mpsc;

    use super::*;
    use crate::group::{Agenda, GroupSession, Steer};
    use crate::library::Library;
    use crate::session::Chance;

    const DEADLINE: Duration = Duration::from_secs(20);

    fn desk() -> Desk {
        let scenario = Arc::clone(&Library::open(&[]).entries[0].scenario);
        Desk::unrecorded(GroupSession::begin(scenario, Chance::from_seed(1), Agenda::HOUR))
    }

    #[test]
    fn every_change_is_told_and_none_after_it_is_dropped() {
        let (tell, told) = mpsc::channel();
        let desk = desk();
        let watcher = Watcher::start(&desk, None, move || _ = tell.send(())).expect("a thread");
        desk.steer(Steer::Next).expect("the prebrief");
        told.recv_timeout(DEADLINE).expect("the step is told");
        drop(watcher);
        desk.steer(Steer::Undo).expect("the lobby");
        while told.recv_timeout(DEADLINE).is_ok() {}
    }

    #[test]
    fn an_address_that_this_computer_does_not_have_is_told_as_gone() {
        let (tell, told) = mpsc::channel();
        // Reserved for documentation: RFC 5737.
        let nowhere = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
        let desk = desk();
        let watcher = Watcher::start(&desk, Some(nowhere), move || _ = tell.send(())).expect("a thread");
        told.recv_timeout(DEADLINE).expect("it is told");
        assert!(watcher.address_is_gone());
    }
}
