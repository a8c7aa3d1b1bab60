//! Bedside's tests, from the outside.

mod bad_files;
#[cfg(feature = "cli")]
mod cli;
mod invented;
mod plans;
#[cfg(feature = "files")]
mod reader;
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
