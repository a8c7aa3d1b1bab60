//! Measures what loaded conversations and the exploring of all roads take of memory, counted by the
//! allocator, and how long the latter takes.

use std::alloc::{GlobalAlloc, Layout, System};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use bedside::analysis::{Effort, analyse};
use bedside::library::SCENARIOS;
use bedside::rubric::Rubric;
use bedside::scenario::Scenario;
use bedside_benches::bedside_play;
use bedside_benches::conversation::Conversation;
use bedside_benches::measured::{Memory, Roads, keep};
use bedside_benches::{SIZES, YARN_MOST, ink, plain_ron, yarn};

/// The most states that are looked at.
const MOST_STATES: u32 = 30_000_000;

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
    keep("memory", &all);
    keep("roads", &roads(&rubric));
}

/// The shipped scenarios, and the conversation at several lengths, without and with a condition that
/// sees understanding.
fn roads(rubric: &Arc<Rubric>) -> Vec<Roads> {
    let shipped = SCENARIOS.iter().map(|&(name, text)| (name.to_owned(), text.to_owned()));
    let generated = [20, 200, 2_000].into_iter().flat_map(|decisions| {
        let plain = bedside_play::text(&Conversation::of(decisions));
        let sees = plain.replace("met: Below(agitation, 30)", "met: AtLeast(understanding, 50)");
        [
            (format!("{decisions} decisions"), plain),
            (format!("{decisions} decisions, a condition sees understanding"), sees),
        ]
    });
    shipped.chain(generated).map(|(name, text)| explore(name, &bedside_play::load(&text, rubric))).collect()
}

fn explore(name: String, scenario: &Scenario) -> Roads {
    let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let go_on = |_| true;
    let effort = Effort { states: MOST_STATES, plays: 100, ..Effort::usual(threads, &go_on) };
    let before = HELD.load(Relaxed);
    PEAK.store(before, Relaxed);
    let began = Instant::now();
    let analysis = analyse(scenario, &effort);
    let seconds = began.elapsed().as_secs_f64();
    let peak = PEAK.load(Relaxed) - before;
    Roads { name, states: analysis.states, complete: analysis.complete, seconds, peak }
}

fn measure<T>(player: &str, decisions: usize, text: usize, load: impl FnOnce() -> T) -> Memory {
    let before = HELD.load(Relaxed);
    PEAK.store(before, Relaxed);
    let loaded = load();
    let (kept, peak) = (HELD.load(Relaxed) - before, PEAK.load(Relaxed) - before);
    drop(loaded);
    Memory { player: player.to_owned(), decisions, text, kept, peak }
}
