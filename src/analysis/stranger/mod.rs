//! Strangers to the scene: what can be found in a scenario without understanding a word of it.

mod giveaway;
mod learnt_stranger;
mod meeting;
mod teachers;

pub(super) use giveaway::giveaways;
pub use giveaway::{Direction, SurfaceGiveaway};
pub use learnt_stranger::LearntStranger;
pub use meeting::{Found, StrangerResult};
pub use teachers::Teachers;
