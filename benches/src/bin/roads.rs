//! Measures how fast all roads are explored, and the memory it takes, counted by the allocator.

use std::num::NonZero;
use std::sync::Arc;
use std::time::Instant;

use bedside::analysis::{Effort, analyse};
use bedside::library::SCENARIOS;
use bedside::scenario::Scenario;
use bedside_benches::counting::Counting;
use bedside_benches::measured::{Roads, keep_roads};
use bedside_benches::{bedside_play, crossing};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// More than the largest of them has.
const STATES: u32 = 60_000_000;

fn main() {
    let rubric = bedside_play::rubric();
    let mut all = Vec::new();
    for (file, text) in SCENARIOS {
        let name = file.trim_end_matches(".ron").to_owned();
        all.push(measure(name, &bedside_play::load(text, &rubric)));
    }
    for (decisions, seen) in crossing::SIZES {
        let name = format!("{decisions} decisions, {}", seen.words());
        all.push(measure(name, &bedside_play::load(&crossing::text(decisions, seen), &rubric)));
    }
    keep_roads(&all);
    for one in all {
        println!("{one:?}");
    }
}

fn measure(name: String, scenario: &Arc<Scenario>) -> Roads {
    let cores = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let before = Counting::begin();
    let (states, on_one) = look(scenario, NonZero::<usize>::MIN);
    let (_, peak) = Counting::since(before);
    let (_, on_all) = look(scenario, cores);
    Roads { name, states, on_one, on_all, cores: cores.get(), peak }
}

/// The states, and the seconds it took.
fn look(scenario: &Scenario, threads: NonZero<usize>) -> (u64, f64) {
    let effort = Effort { states: STATES, ..Effort::usual(threads, &|_| true) };
    let began = Instant::now();
    let analysis = analyse(scenario, &effort);
    let seconds = began.elapsed().as_secs_f64();
    assert!(analysis.complete, "every state was looked at");
    (analysis.states, seconds)
}
