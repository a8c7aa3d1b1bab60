//! The picture in the window: the people of a scenario and the place they are in.
//!
//! How they look is up to [`crate::picture`], which does not depend on Bevy: [`Mood`] → picture → one mesh for each
//! figure, [`Room`] → picture → one mesh for each layer. This module reads its own components and resources and never
//! reaches into a session. It draws only when something has changed, and requests frames while a face moves.

#![allow(
    clippy::needless_pass_by_value,
    clippy::type_complexity,
    reason = "systems take their parameters by value, and queries spell out what they ask for"
)]

mod blink;
mod damage;
mod extra_frame;
mod figure;
mod figures;
mod mesh;
mod motion;
mod order;
mod part;
mod room;
mod view;

use bevy::prelude::*;

pub use crate::picture::company::Standing;
pub use crate::picture::face::{Expression, Mood, SceneMood, describe, expression};
pub use figure::{Figure, FromLeft};
pub use motion::ReducedMotion;
pub use order::PictureSystems;
pub use part::{AimCamera, PicturePart};
pub use room::Room;
pub use view::{PICTURE_LAYER, PictureArea, PictureCamera, PictureVisible};

/// Adds the picture. It shows nothing until a [`PictureArea`] is set and a [`Figure`] is spawned.
pub fn plugin(app: &mut App) {
    app.configure_sets(Update, (PictureSystems::Animate, PictureSystems::Arrange, PictureSystems::Draw).chain());
    app.add_plugins((
        mesh::plugin,
        view::plugin,
        part::plugin,
        room::plugin,
        figures::plugin,
        extra_frame::plugin,
        motion::plugin,
        blink::plugin,
    ));
}
