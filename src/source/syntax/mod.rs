//! A text → a tolerant tree with spans, and what is wrong with how it is written.

mod arena;
mod attribute;
mod brackets;
mod errors;
mod group;
mod lex;
mod missing_opening;
mod number;
mod parse;
mod quotes;
pub(crate) mod rules;
mod text;
mod token;
mod tree;
mod values;

pub use arena::Arena;
pub use parse::{Parsed, parse};
pub use tree::{Name, Node, Value};
