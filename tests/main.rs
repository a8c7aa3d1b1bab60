//! Bedside's tests, from the outside.

#[cfg(feature = "cli")]
mod cli;
mod ron_grammar;
