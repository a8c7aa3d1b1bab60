//! Which sound is heard: while a line is read aloud, it has the audio focus and the room tone is silent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bevy::prelude::Resource;

/// Whether somebody speaks.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct AudioFocus(Arc<AtomicUsize>);

/// The audio focus, until this is dropped.
#[derive(Debug)]
pub(super) struct Held(Arc<AtomicUsize>);

impl AudioFocus {
    /// Takes the audio focus. A line that is just being stopped may still hold it too.
    pub(super) fn take(&self) -> Held {
        self.0.fetch_add(1, Ordering::Relaxed);
        Held(self.0.clone())
    }

    /// Whether anybody speaks.
    pub(super) fn is_taken(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
