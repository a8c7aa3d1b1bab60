//! Bedside's tests, from the outside.

#[cfg(feature = "cli")]
mod cli;
mod fixtures;
mod roads;
mod ron_grammar;
