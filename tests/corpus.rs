//! The small corpus of fuzzing as regression tests: each input through the function that its target runs.

use std::path::PathBuf;

use crate::properties::{self, Depth};
use crate::support;

/// The inputs of a target, including those that once failed, by path.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = support::root().join("fuzz/corpus-small").join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).expect("it can be read"))).collect()
}

/// Runs every input; returns how many there are, and how many reached full depth.
fn run(target: &str, holds: fn(&[u8], &std::sync::Arc<bedside::rubric::Rubric>) -> Depth) -> (usize, usize) {
    let inputs = inputs(target);
    let mut through = 0;
    for (path, input) in &inputs {
        let held = std::panic::catch_unwind(|| holds(input, support::rubric()));
        let depth = held.unwrap_or_else(|_| panic!("{} breaks a property", path.display()));
        through += usize::from(depth == Depth::Full);
    }
    (inputs.len(), through)
}

#[test]
fn any_file_is_read_or_has_mistakes() {
    let (all, through) = run("load", properties::load);
    assert!(through > 0 && through < all, "{through} of {all} are scenarios");
}

#[test]
fn any_conversation_can_be_played_again_and_debriefed() {
    let (all, through) = run("play", properties::play);
    assert!(through * 2 > all, "{through} of {all} are played");
}

#[test]
fn any_plan_is_run_or_has_mistakes() {
    let (all, through) = run("plan", properties::plan);
    assert!(through > 0 && through < all, "{through} of {all} are plans");
}

#[test]
fn any_small_scenario_has_all_its_roads_explored_or_too_many() {
    let (all, through) = run("analysis", properties::analysis);
    assert!(through * 2 > all, "{through} of {all} are explored");
}
