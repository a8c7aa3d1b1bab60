//! How the endings are shared out, and how near they are.

use std::collections::BTreeMap;

use super::super::strategy::{Strategy, StrategyResult};
use super::measure::{Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;
use super::stakes::KindsAhead;

/// The largest share of an ending in the plays of an equal mix of trainees, and how many endings have a share worth
/// counting.
pub(super) fn one_ending(measuring: &Measuring<'_>, results: &[StrategyResult]) -> Measure {
    let limits = measuring.limits.endings;
    let mix: Vec<&StrategyResult> = results.iter().filter(|result| Strategy::MIX.contains(&result.strategy)).collect();
    let mut shares: BTreeMap<&str, f64> = BTreeMap::new();
    for result in &mix {
        for ending in &result.endings {
            *shares.entry(&ending.scene).or_default() += ending.share;
        }
    }
    let each = f64::from(u8::try_from(Strategy::MIX.len()).unwrap_or(u8::MAX));
    let shares: Vec<f64> = shares.into_values().map(|share| share / each).collect();
    let largest = shares.iter().copied().fold(0.0, f64::max);
    let counted = shares.iter().filter(|share| **share * 100.0 >= f64::from(limits.from)).count();
    let quantities = vec![
        Quantity::share(
            "The largest share of one ending in the plays of random, developing and expert trainees together",
            largest,
            QuantityLimit::AtMost(limits.one_at_most.into()),
        ),
        Quantity::count(
            format!("Endings with a share of {} % or more", limits.from),
            counted,
            QuantityLimit::AtLeast(limits.at_least),
        ),
    ];
    measuring.measure(MeasureKind::OneEnding, if mix.is_empty() { Vec::new() } else { quantities }, Vec::new())
}

/// The turns to the nearest ending, if any was reached.
pub(super) fn no_early_door(measuring: &Measuring<'_>, turns: Option<u16>, complete: bool) -> Measure {
    let limit = QuantityLimit::AtMost(measuring.limits.early_door.into());
    let quantities = turns.map(|turns| Quantity::count("Turns to the nearest ending", turns.into(), limit));
    measuring.measure(MeasureKind::NoEarlyDoor, quantities.into_iter().collect(), Vec::new()).unless_less(complete)
}

/// The kinds of ending that can still be reached near the end of the best road, if that is known.
pub(super) fn no_stakes_left(measuring: &Measuring<'_>, ahead: Option<KindsAhead>) -> Measure {
    let limits = measuring.limits.stakes;
    let quantities = ahead.map(|KindsAhead { kinds, or_more }| {
        let what = format!("Kinds of ending still ahead on the best road, {} decisions from its end", limits.decisions);
        Quantity::count_so_far(what, kinds, or_more, QuantityLimit::AtLeast(limits.kinds))
    });
    let all_counted = ahead.is_none_or(|ahead| !ahead.or_more);
    measuring.measure(MeasureKind::NoStakesLeft, quantities.into_iter().collect(), Vec::new()).unless_less(all_counted)
}
