//! Bedside's tests, from the outside.

mod fixtures;
mod roads;
mod ron_grammar;
