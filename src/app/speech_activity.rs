//! Whether a line is being read aloud: the room tone is silent meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bevy::prelude::Resource;

/// Counts the lines being read aloud.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct SpeechActivity(Arc<AtomicUsize>);

/// A line counts as being read until this is dropped.
#[derive(Debug)]
pub(super) struct SpeechGuard(Arc<AtomicUsize>);

impl SpeechActivity {
    /// Begins reading a line. One that is just being stopped may still count.
    pub(super) fn begin(&self) -> SpeechGuard {
        self.0.fetch_add(1, Ordering::Relaxed);
        SpeechGuard(self.0.clone())
    }

    pub(super) fn is_active(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

impl Drop for SpeechGuard {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
