//! What authors see: what was found in their files, and the scenario as a graph.

mod between_frames;
mod camera;
mod canvas;
mod facts;
pub mod findings;
mod lines;
mod model;
mod opening;
mod paint;
pub mod panel;
mod pills;
mod scene;
mod screen;
mod search;
mod ways;

pub use camera::Camera;
pub use model::{Author, AuthorAction, Known, View};
pub use screen::show;
pub use search::found;
