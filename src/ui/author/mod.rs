//! What authors see: what was found in their files, and the scenario as a graph.

pub mod bench;
mod camera;
mod canvas;
pub mod findings;
mod opening;
mod paint;
mod scene;
mod screen;
mod search;
mod taken;

pub use camera::Camera;
pub use screen::{Author, AuthorAction, Known, View, show};
pub use search::found;
pub use taken::RoadTaken;
