//! The stage: the people of a scenario and the place they are in, drawn from parameters.
//!
//! What they look like is the business of [`crate::picture`], which knows no Bevy: [`Mood`] → picture → one mesh a
//! person, [`Room`] → picture → one mesh a layer. The stage reads what is set on it and never reaches into a session.
//! It draws only when something has changed, and asks for its own frames while a face moves.

#![allow(
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    reason = "systems take their parameters by value, and queries spell out what they ask for"
)]

mod blink;
mod canvas;
mod damage;
mod late;
mod motion;
mod part;
mod people;
mod room;
mod view;

use bevy::prelude::*;

pub use crate::picture::face::{Expression, Mood, SceneMood, describe, expression};
pub use motion::ReducedMotion;
pub use part::{AimCamera, PicturePart};
pub use people::{Figure, Speaker};
pub use room::Room;
pub use view::{PictureArea, PictureCamera, PictureVisible, STAGE_LAYER};

/// The order in which the stage works, all in `Update`.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureSystems {
    /// Faces move on towards what their moods ask for.
    Move,
    /// The camera follows its rectangle and the people take their places.
    Place,
    /// What has changed is drawn again.
    Draw,
}

/// Adds the stage. It shows nothing until a [`PictureArea`] is set and a [`Figure`] is spawned.
pub fn plugin(app: &mut App) {
    app.configure_sets(Update, (PictureSystems::Move, PictureSystems::Place, PictureSystems::Draw).chain());
    app.add_plugins((
        canvas::plugin,
        view::plugin,
        part::plugin,
        room::plugin,
        people::plugin,
        late::plugin,
        motion::plugin,
        blink::plugin,
    ));
}
