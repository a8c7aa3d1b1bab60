//! RON text → a tolerant tree with spans, and diagnostics as data.

pub(crate) mod decoding;
pub(crate) mod diagnostics;
mod documentation;
pub mod limits;
mod span;
pub(crate) mod syntax;

pub use decoding::{EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation};
pub(crate) use diagnostics::suggest;
pub use diagnostics::{Diagnostic, Example, Note, Report, Rule, Severity};
pub use documentation::Documentation;
pub use span::{Position, Source, Span, Spanned};
pub use syntax::{Arena, Name, Node, Parsed, Value, parse};

/// The rules about how RON is written, about what values say, and about how much is read.
pub(crate) const SOURCE_RULES: [&[&Rule]; 6] = [
    syntax::rules::WHOLE_FILE_RULES,
    syntax::rules::PUNCTUATION_RULES,
    syntax::rules::VALUES_RULES,
    syntax::rules::TEXTS_RULES,
    decoding::rules::READING_RULES,
    &[&diagnostics::TOO_MANY_ERRORS],
];
