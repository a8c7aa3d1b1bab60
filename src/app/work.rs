//! Long sums beside the window: the exact bounds of the scores, and what other choices would have led to.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::analysis::{Chance, Limits, Roads, WhatIf, what_if};
use crate::debrief::Bounds;
use crate::session::{Luck, Session};

/// What was found out about the roads of one conversation.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) bounds: Bounds,
    pub(super) what_if: Vec<WhatIf>,
}

/// The sum under way.
#[derive(Resource, Debug)]
pub(super) struct Work<T: Send + 'static> {
    under_way: Option<Mutex<Receiver<Result<T, String>>>>,
}

impl<T: Send + 'static> Default for Work<T> {
    fn default() -> Self {
        Self { under_way: None }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Work<Found>>();
}

impl<T: Send + 'static> Work<T> {
    /// Begins a sum; an earlier one's result is then dropped.
    pub(super) fn begin(
        &mut self,
        proxy: &EventLoopProxyWrapper,
        find_out: impl FnOnce() -> Result<T, String> + Send + 'static,
    ) {
        let (sender, receiver) = mpsc::channel();
        let proxy = (**proxy).clone();
        thread::spawn(move || {
            // Where nobody waits any more, the trainee has gone on.
            let _ = sender.send(find_out());
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        });
        self.under_way = Some(Mutex::new(receiver));
    }

    /// Whether a sum is under way, or its result has not been taken yet.
    pub(super) const fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// The result, once, when it is there; or why there is none.
    pub(super) fn result(&mut self) -> Option<Result<T, String>> {
        let received = self.under_way.as_ref()?.lock().ok()?.try_recv();
        match received {
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.under_way = None;
                Some(Err("the sum broke off".to_owned()))
            }
            Ok(result) => {
                self.under_way = None;
                Some(result)
            }
        }
    }
}

/// What is to be found out about the roads of one conversation.
///
/// # Errors
/// Why it cannot be.
pub(super) fn find_out(session: &Session) -> Result<Found, String> {
    let luck = Luck::from_seed(session.transcript().seed);
    let roads =
        Roads::explore(session.scenario(), Chance::Seed(luck), Limits::default()).map_err(|error| error.to_string())?;
    let what_if = what_if(session, &roads).map_err(|error| error.to_string())?;
    let bounds = roads.bounds().map_err(|error| error.to_string())?;
    Ok(Found { bounds, what_if })
}
