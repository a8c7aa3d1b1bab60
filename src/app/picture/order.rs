//! The order of drawing the picture.

use bevy::prelude::*;

/// The steps of drawing the picture, in order, all in `Update`.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureSystems {
    /// Faces move on towards the expressions of their moods.
    Animate,
    /// The camera follows its area of the window, and figures are placed side by side.
    Arrange,
    /// Meshes that have changed are replaced.
    Draw,
}
