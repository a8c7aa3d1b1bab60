//! Who is to be heard: while a line is read aloud, the place is silent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bevy::prelude::Resource;

/// Says whether somebody speaks.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct SpeechActivity(Arc<AtomicUsize>);

/// Somebody speaks, until this is dropped.
#[derive(Debug)]
pub(super) struct SpeechGuard(Arc<AtomicUsize>);

impl SpeechActivity {
    /// Takes the speech_activity. A line that is just being stopped may still hold it too.
    pub(super) fn begin(&self) -> SpeechGuard {
        self.0.fetch_add(1, Ordering::Relaxed);
        SpeechGuard(self.0.clone())
    }

    /// Whether anybody speaks.
    pub(super) fn is_active(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

impl Drop for SpeechGuard {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
