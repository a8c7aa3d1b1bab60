//! Diagnostics as data: what is wrong, where, and how to mend it. Rendered elsewhere.

use crate::source::span::Span;

use super::{Rule, Severity};

/// A secondary span that helps to understand the primary one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One thing that is wrong in a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it breaks.
    pub rule: &'static Rule,
    /// Where.
    pub span: Span,
    /// What is wrong, in an author's words.
    pub message: String,
    /// Secondary spans.
    pub notes: Vec<Note>,
    /// How to mend it.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Whether the file cannot be used because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }

    /// Adds a secondary span.
    #[must_use]
    pub fn note(mut self, span: Span, message: impl Into<String>) -> Self {
        self.notes.push(Note { span, message: message.into() });
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a hint where there is one.
    #[must_use]
    pub fn hints(mut self, hints: impl IntoIterator<Item = String>) -> Self {
        self.hints.extend(hints);
        self
    }
}
