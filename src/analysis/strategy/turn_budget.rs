//! How many plays a scenario gets: fewer where they are long, so that the time for a file has a bound.

use crate::scenario::Scenario;
use crate::session::Chance;

use super::play::{Event, play};
use super::{Chooser, Strategy};

/// About how many turns all plays of all strategies may have together.
const TURNS: u64 = 4_000_000;

/// The fewest plays of each strategy, however long: with fewer, a share of plays says nothing.
const FLOOR: u32 = 200;

/// So many plays of each strategy show how long they are.
const SAMPLE: u32 = 4;

/// How often each strategy is played: `plays` times or, where the plays of all strategies together would have more than
/// [`TURNS`] turns, as often as these allow, but not less than [`FLOOR`] times. It depends on the scenario alone.
pub(in crate::analysis) fn plays_within_budget(
    scenario: &Scenario,
    chooser: &Chooser<'_>,
    plays: u32,
    seed: u64,
) -> u32 {
    if plays <= FLOOR {
        return plays;
    }
    let turns: u64 = Strategy::ALL.into_iter().map(|strategy| turns_of(scenario, chooser, strategy, seed)).sum();
    let affordable = u64::from(SAMPLE) * TURNS / turns.max(1);
    u32::try_from(affordable).unwrap_or(u32::MAX).clamp(FLOOR, plays)
}

/// The turns of the first [`SAMPLE`] plays of a strategy; none where all its plays are the same, and so one is made.
fn turns_of(scenario: &Scenario, chooser: &Chooser<'_>, strategy: Strategy, seed: u64) -> u64 {
    let mut turns = 0;
    for number in 0..SAMPLE {
        let chance = Chance::from_seed(seed.wrapping_add(u64::from(number)));
        let played = play(scenario, chooser, strategy, chance, |_, event| {
            turns += u64::from(matches!(event, Event::Taken { .. }));
        });
        if !played.by_chance && !strategy.draws() {
            return 0;
        }
    }
    turns
}
