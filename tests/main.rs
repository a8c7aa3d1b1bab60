//! Bedside's tests, from the outside.

mod ron_grammar;
