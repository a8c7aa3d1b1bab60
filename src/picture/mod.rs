//! The picture: how people and places look, and how feelings show in face and body.
//!
//! Data flows one way: [`Mood`](face::Mood) → [`face`] → [`portrait`] → [`shapes`]; a place and an hour → [`backdrop`]
//! → [`shapes`]. All of it is pure functions, independent of any window: the app turns their pictures into meshes, the
//! command line into image files.

pub mod backdrop;
pub mod company;
pub mod face;
pub mod portrait;
pub mod shapes;
