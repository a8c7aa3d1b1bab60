//! Feelings → what a face and a body show. Knows no Bevy and draws nothing.

mod action_units;
mod describe;
mod expression;
mod mood;
mod state;
pub mod states;

pub use action_units::{ActionUnits, Body, Expression};
pub use describe::describe;
pub use expression::{expression, of_scene_mood, with_blink};
pub use mood::{Mood, SceneMood};
pub use state::State;
