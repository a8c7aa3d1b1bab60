//! What is kept of attempts, what is made of it later, and what of it leaves the machine.

pub mod database;
mod ids;
mod outcome;
mod players;

pub use ids::{AttemptId, NotAnId, PersonId};
pub use outcome::{DecisionMade, EndingMet, MomentAnswered, Occasion, Outcome, Played, SurveyItem};

pub use players::{Player, is_playing};

pub use jiff::Timestamp;
