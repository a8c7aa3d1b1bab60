//! How the decisions of one scenario work as items of a test: difficulty, discrimination, reliability, and what to look at.
//!
//! An item is a scene with a decision; its score is the share of the points that could be gained there, over all the times
//! that an attempt met it, in thousandths. Only people's first attempts that came to an end count: who plays again has been
//! told the key. Every sum is one of integers, so that the order of the attempts changes nothing.

mod finding;
mod pairs;
mod statistics;
mod summing;
mod tally;
#[cfg(test)]
mod tests;
mod thirds;
mod with_rest;

pub use finding::{Finding, Reason};
pub use statistics::{Disagreed, EndingCount, Item, ItemStatistics, OptionTaken, Standing};
pub use tally::ItemTally;
pub use thirds::Third;
pub use with_rest::Correlation;

/// A scene is on the common trunk where at least this many of a hundred attempts met it.
pub const TRUNK: u64 = 90;

/// Below so many attempts nothing is told.
pub const HIDDEN_BELOW: u64 = 30;

/// Below so many attempts figures are called unstable, and there is no finding.
pub const UNSTABLE_BELOW: u64 = 100;
