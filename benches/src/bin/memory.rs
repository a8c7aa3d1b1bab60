//! Measures what loaded conversations take of memory, counted by the allocator.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use bedside_benches::bedside_play;
use bedside_benches::conversation::Conversation;
use bedside_benches::measured::{Memory, keep_memory};
use bedside_benches::{SIZES, YARN_MOST, ink, plain_ron, yarn};

/// The system's allocator, and how many bytes it has given out.
struct Counting;

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

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let rubric = bedside_play::rubric();
    let mut all = Vec::new();
    for size in SIZES {
        let conversation = Conversation::of(size);
        let text = bedside_play::text(&conversation);
        all.push(measure("bedside", size, text.len(), || bedside_play::load(&text, &rubric)));
        all.push(measure("ron", size, text.len(), || plain_ron::read(&text)));
        let json = ink::json(&conversation);
        all.push(measure("bladeink", size, json.len(), || ink::load(&json)));
        if size <= YARN_MOST {
            let compilation = yarn::compile(&conversation);
            all.push(measure("yarnspinner", size, text.len(), || yarn::load(&compilation)));
        }
    }
    keep_memory(&all);
    for one in all {
        println!("{one:?}");
    }
}

fn measure<T>(player: &str, decisions: usize, text: usize, load: impl FnOnce() -> T) -> Memory {
    let before = HELD.load(Relaxed);
    PEAK.store(before, Relaxed);
    let loaded = load();
    let (kept, peak) = (HELD.load(Relaxed) - before, PEAK.load(Relaxed) - before);
    drop(loaded);
    Memory { player: player.to_owned(), decisions, text, kept, peak }
}
