//! An allocator that counts the bytes in use, and their peak.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The system's allocator, and how many bytes it has given out.
pub struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "an allocator cannot be written without; every call goes on to the system's")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(held, Relaxed);
        // SAFETY: the caller's promise is handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller's promise is handed on.
        unsafe { System.dealloc(memory, layout) }
    }
}

impl Counting {
    /// Begins to look for the most that is held; returns what is held now, in bytes.
    #[must_use]
    pub fn begin() -> usize {
        let held = HELD.load(Relaxed);
        PEAK.store(held, Relaxed);
        held
    }

    /// What is held now beyond `before`, and the most that was, in bytes.
    #[must_use]
    pub fn since(before: usize) -> (usize, usize) {
        (HELD.load(Relaxed).saturating_sub(before), PEAK.load(Relaxed).saturating_sub(before))
    }
}
