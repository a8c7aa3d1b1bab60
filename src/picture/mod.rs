//! The stage as pictures: how people and places look, and what a feeling shows of itself.
//!
//! Data flows one way: [`Mood`](face::Mood) → [`face`] → [`portrait`] → [`shapes`]; a place and an hour → [`backdrop`]
//! → [`shapes`]. Pure functions that know no window: the app paints their pictures on meshes, the command line into
//! files.

pub mod backdrop;
pub mod face;
pub mod portrait;
pub mod shapes;
