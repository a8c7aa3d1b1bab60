//! Feelings → what face and body show. Numbers only: nothing is drawn here, and nothing depends on Bevy.

mod action_units;
mod describe;
mod expression;
mod mood;
mod portrait_state;
pub mod presets;

pub use action_units::{ActionUnits, Body, Expression};
pub use describe::describe;
pub use expression::{expression, of_scene_mood, with_blink};
pub use mood::{Mood, SceneMood};
pub use portrait_state::PortraitState;
