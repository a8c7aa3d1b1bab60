//! Bedside's tests, from the outside.

mod fixtures;
mod invented;
mod roads;
mod ron_grammar;
