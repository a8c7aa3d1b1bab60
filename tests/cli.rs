//! The terminal, as a user or a script meets it.

mod bad_input;
mod check;
mod explain;
pub(crate) mod harness;
mod list;
mod play;
mod road;
