//! What is kept of attempts, what is made of it later, and what of it leaves the machine.

mod comment;
pub mod database;
pub mod export;
mod folder;
mod ids;
mod outcome;
mod players;
mod room_decision;
#[cfg(test)]
mod samples;

pub use comment::{Comment, SaidBy};
pub use folder::{VARIABLE, data_folder};
pub use ids::{AttemptId, NotAnId, PersonId, SessionId};
pub use outcome::{DecisionMade, EndingMet, MomentAnswered, Occasion, Outcome, Played, SurveyItem};
pub use players::{Player, is_playing};
pub use room_decision::RoomDecision;

pub use jiff::Timestamp;
