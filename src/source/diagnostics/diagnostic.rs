//! Diagnostics as data: what is wrong, where, and how to mend it.

use crate::source::span::Span;

use super::{Rule, Severity};

/// A secondary span that helps to understand the primary one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One thing that is wrong in a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    pub span: Span,
    /// What is wrong, in an author's words.
    pub message: String,
    /// Secondary spans.
    pub notes: Vec<Note>,
    /// How to mend it.
    pub hints: Vec<String>,
    /// What may have caused it, and is told before it wherever it stands.
    pub cause: Option<Span>,
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

    /// Adds a hint on how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Has it told after what may have caused it.
    #[must_use]
    pub(crate) fn caused_by(mut self, cause: Option<Span>) -> Self {
        self.cause = cause;
        self
    }

    /// Where it is told among all: where it stands, but not before its cause.
    #[must_use]
    pub fn place(&self) -> Span {
        self.cause.map_or(self.span, |cause| self.span.max(cause))
    }

    /// Adds any number of hints.
    #[must_use]
    pub fn hints(mut self, hints: impl IntoIterator<Item = String>) -> Self {
        self.hints.extend(hints);
        self
    }
}
