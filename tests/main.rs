//! Bedside's tests, from the outside.

mod bad_files;
mod charts;
#[cfg(feature = "cli")]
mod cli;
mod invented;
mod plans;
mod roads;
mod ron_grammar;
mod scoring;
mod support;
mod turns;
#[cfg(feature = "view-tests")]
mod views;
mod walks;
#[cfg(feature = "app")]
mod window;
