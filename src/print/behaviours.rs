//! What was done well, by name.

use std::collections::BTreeMap;

use super::{Block, Depth, Kept};

/// The behaviours that count for something, and how often each was shown.
pub(super) fn to_build_on(kept: &Kept<'_>) -> Vec<Block> {
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let behaviours = kept.debrief.turns.iter().flat_map(|turn| &turn.behaviours);
    for behaviour in behaviours.filter(|one| one.weights.sum() > 0) {
        *shown.entry(&behaviour.label).or_default() += 1;
    }
    if shown.is_empty() {
        return Vec::new();
    }
    let times = |times: usize| if times == 1 { String::new() } else { format!(" ({times} times)") };
    let told: Vec<String> = shown.into_iter().map(|(label, count)| format!("{label}{}", times(count))).collect();
    vec![
        Block::Heading(Depth::Two, "What you can build on".to_owned()),
        Block::text(format!("You showed these: {}.", told.join("; "))),
    ]
}
