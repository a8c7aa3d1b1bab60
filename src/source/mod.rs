//! RON text → a tolerant tree with spans, and diagnostics as data.

mod diagnostic;
mod span;
pub(crate) mod words;

pub use diagnostic::{Diagnostic, Note, Report, Severity};
pub use span::{Place, Source, Span, Spanned};
