//! Bedside's tests, from the outside.

<<<<<<< HEAD
mod fixtures;
mod roads;
=======
#[cfg(feature = "cli")]
mod cli;
>>>>>>> cli
mod ron_grammar;
