//! RON text → a tolerant tree with spans, and diagnostics as data.

mod attribute;
mod brackets;
mod code;
pub(crate) mod decode;
mod diagnostic;
mod faults;
mod group;
mod lex;
pub mod limits;
mod number;
mod parse;
mod quotes;
pub(crate) mod reading_code;
pub(crate) mod record;
pub(crate) mod rule;
mod span;
pub(crate) mod suggest;
mod text;
mod token;
pub(crate) mod tree;
pub(crate) mod words;

pub use code::SYNTAX_CODES;
pub use diagnostic::{Diagnostic, Note, Report, Severity};
pub use parse::{Parsed, parse};
pub use reading_code::READING_CODES;
pub use rule::{Example, Rule};
pub use span::{Place, Source, Span, Spanned};
pub use tree::{Name, Node, Value};
