//! Vector shapes → triangles: outlines, ribbons, pictures and their tessellation. Independent of Bevy.

mod clip;
mod colour;
mod outline;
mod picture;
mod ribbon;
mod simplify;
mod strip;
mod triangles;

pub use colour::Colour;
pub use outline::{Outline, curve, mirrored};
pub use picture::{Paint, Picture, Shape};
pub use ribbon::ribbon;
pub use triangles::{GLOW_RINGS, Triangles, tessellate};
