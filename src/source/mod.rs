//! RON text → a tolerant tree with spans, and diagnostics as data.

mod arena;
mod attribute;
mod brackets;
pub(crate) mod decode;
mod diagnostic;
mod documentation;
mod faults;
mod group;
mod lex;
pub mod limits;
mod number;
mod parse;
mod quotes;
pub(crate) mod record;
pub(crate) mod rule;
pub(crate) mod rules;
mod span;
mod stream;
pub(crate) mod suggest;
mod text;
mod token;
pub(crate) mod tree;
pub(crate) mod words;

pub use arena::Arena;
pub use diagnostic::{Diagnostic, Note, Report, Severity};
pub use documentation::{
    Documentation, EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation,
};
pub use parse::{Parsed, parse};
pub use rule::{Example, Rule};
pub(crate) use rules::SOURCE_RULES;
pub use span::{Position, Source, Span, Spanned};
pub(crate) use stream::parse_in_parts;
pub use tree::{Name, Node, Value};
