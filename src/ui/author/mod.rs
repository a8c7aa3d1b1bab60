//! The author's screens: the findings in files, and the scenario as a graph.

mod arrow_keys;
mod badges;
mod camera;
mod canvas;
mod choices;
mod facts;
pub mod findings;
mod frame_memory;
mod lines;
mod measures;
mod model;
mod opening;
mod paint;
pub mod panel;
mod passage;
mod scene;
mod screen;
mod search;
mod shares;

pub use camera::Camera;
pub use model::{Author, AuthorAction, Known, View};
pub use screen::show;
pub use search::found;
