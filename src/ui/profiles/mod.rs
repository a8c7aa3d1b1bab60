//! Whoever practises on this computer: who it is now, and what may be done with what is kept of them.

mod chooser;
mod own;
mod sending;

pub use chooser::{Chooser, ChooserAction, Person, show as show_chooser};
pub use own::{OwnAction, OwnProfile, show as show_own};
