//! What authors see: what was found in their files, and the scenario as a graph.

mod camera;
mod canvas;
mod facts;
pub mod findings;
mod lines;
mod opening;
mod paint;
pub mod panel;
mod pills;
mod scene;
mod screen;
mod search;
mod ways;

pub use camera::Camera;
pub use screen::{Author, AuthorAction, Known, View, show};
pub use search::found;
