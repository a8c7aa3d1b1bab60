//! What is kept of attempts, what is made of it later, and what of it leaves the machine.

mod comment;
pub mod database;
mod day;
pub mod export;
mod folder;
mod group_record;
mod histogram;
mod ids;
pub mod items;
mod measure;
mod outcome;
pub mod past;
mod people;
mod players;
pub mod progress;
mod real;
pub mod record_store;
pub mod report;
mod room_decision;
#[cfg(test)]
mod samples;
pub mod saved_attempt;
#[cfg(any(test, feature = "simulated"))]
pub mod simulated;
pub mod small_file;
mod spreadsheet;
pub mod store;
mod suppression;
pub mod taking_up;
mod who;

pub use comment::{Comment, SaidBy};
pub use day::{DAY, DAY_AND_TIME};
pub use folder::{RECORDINGS, VARIABLE, data_folder};
pub use group_record::GroupRecord;
pub use histogram::Spread;
pub use ids::{AttemptId, NotAnId, PersonId, SessionId};
pub use measure::Measure;
pub use outcome::{DecisionMade, EndingMet, MomentAnswered, Occasion, Outcome, Played, SurveyItem};
pub use people::{FEWER_THAN_FIVE, HELD_BACK, LEAST_PEOPLE, Shown};
pub use players::{Player, is_playing};
pub use room_decision::RoomDecision;
pub use who::{Meant, WhoPlays};

pub use jiff::Timestamp;
