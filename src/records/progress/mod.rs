//! One person's progress: a small state into which attempts are folded one by one, and what is told of it.
//!
//! The state can be stored (it is plain data) and is kept up to date by adding each finished attempt once, so that it is
//! there at once however many attempts there are: for what ships some tens of kilobytes. A state of another form is worked out
//! anew. All of it is exact, in whatever
//! order the attempts are added: first, latest and best scores, counts, and the sums of each month are those that the
//! attempts themselves give. Means are rounded half up when they are told.

mod aims;
mod baseline;
mod behaviours;
mod due;
mod months;
mod next;
mod spaced;
mod standing;
mod state;
#[cfg(test)]
mod tests;
mod told;

pub use aims::{AimChange, Aimed, Aims};
pub use baseline::{Baseline, GainOn};
pub use behaviours::{BehaviourStanding, ShownAgain, ThenAndNow};
pub use due::date_in;
pub use months::{MonthMeans, MonthTold};
pub use next::{Coming, Next, Shelved, TWINS, Why, twin_of};
pub use spaced::DISTANCES;
pub use standing::{Heights, ScenarioStanding, StrategyStanding, VersionStanding};
pub use state::Progress;
pub use told::{BelowTarget, ProgressAsked, ProgressTold};
