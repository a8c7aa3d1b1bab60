//! The results of simple strategies and simulated trainees: whether a scenario is a good test.

mod appearance;
mod choosing;
mod names;
mod play;
mod report;
mod results;
mod tally;
mod verdict;

pub(super) use choosing::Chooser;
pub use names::Strategy;
pub(super) use play::{Event, play};
pub use report::{EndingShare, MeanFeelings, MeanScore, MeanScores, StrategyResult};
pub(super) use results::results_while;
pub use results::{PLAYS, results, results_on};
pub use verdict::{Unfair, knows_nothing_passes, out_of_order, unfair};
