//! The scenario as a picture: scenes, what leads from one to another, and where to draw them.
//!
//! [`Chart::draw`] makes it from a resolved scenario and, where it is known, what no road reaches. Shells draw it (the
//! author's view) or write it out ([`write_dot`], [`write_mermaid`], [`write_svg`]).
//!
//! Choices that lead from one scene to the same next one share a [`Link`]: one line, and one label with a row for each
//! of them. Each row is an [`Edge`], with its [`Effect`]. What only interruptions lead to stands apart from the rest;
//! where a line would have to cross over to it, or lead back to its own scene, the line ends in a small node that names
//! the scene.

mod area;
mod build;
mod condition;
mod effect;
mod layout;
mod parts;
mod reach;
mod strand;
mod taken;
mod words;
mod write;

pub use area::{Area, Point};
pub use condition::{gate_words as gate_in_words, words as condition_in_words};
pub use effect::Effect;
pub use parts::{Chart, Edge, Link, Node, NodeKind, Odds};
pub use reach::{Reach, Unreached};
pub use strand::Strand;
pub use taken::{gate_taken_in_words, way_taken_in_words};
pub use words::{BACK, PADDING, ROW};
pub use write::{write_dot, write_mermaid, write_svg};
