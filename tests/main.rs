//! Bedside's tests, from the outside.

mod bad_files;
mod ron_grammar;
mod support;
