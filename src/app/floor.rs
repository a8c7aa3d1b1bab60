//! Who is to be heard: while a line is read aloud, the place is silent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bevy::prelude::Resource;

/// Says whether somebody speaks.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Floor(Arc<AtomicUsize>);

/// Somebody speaks, until this is dropped.
#[derive(Debug)]
pub(super) struct Held(Arc<AtomicUsize>);

impl Floor {
    /// Takes the floor. A line that is just being stopped may still hold it too.
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
