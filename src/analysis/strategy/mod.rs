//! The results of simple strategies and simulated trainees: whether a scenario is a good test.

mod choosing;
mod names;
mod play;
mod report;
mod results;
mod tally;
mod turn_budget;
mod verdict;

pub(super) use choosing::Chooser;
pub use names::Strategy;
pub(super) use play::{Event, play};
pub use report::{EndingShare, MeanFeelings, MeanScore, MeanScores, StrategyResult};
pub use results::{PLAYS, results, results_on};
pub(super) use results::{Playing, results_of};
pub(super) use turn_budget::plays_within_budget;
pub use verdict::{Unfair, found_by, guesses_that_score, out_of_order, strangers_that_pass, unfair};
