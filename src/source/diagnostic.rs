//! Diagnostics as data: what is wrong, where, and the way out. Rendered elsewhere, in one place.

use serde::Serialize;

use super::{Source, Span, rules};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, and something in it is probably not meant.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A second place that helps to understand the first.
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
    /// How bad it is.
    pub severity: Severity,
    /// A stable code such as `unknown-field`.
    pub code: &'static str,
    /// Where.
    pub span: Span,
    /// What is wrong, in an author's words.
    pub message: String,
    /// Other places that matter.
    pub notes: Vec<Note>,
    /// How to mend it.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Points at another place.
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

/// All that was found in one source text, in the order of the text.
#[derive(Clone, Debug)]
pub struct Report {
    /// The text.
    pub source: Source,
    /// What was found, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Sorts the diagnostics by place, then by code, and drops exact repeats.
    #[must_use]
    pub fn new(source: Source, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
        diagnostics.dedup();
        Self { source, diagnostics }
    }

    /// The report with more in it.
    #[must_use]
    pub fn with(self, more: Vec<Diagnostic>) -> Self {
        if more.is_empty() {
            return self;
        }
        let Self { source, mut diagnostics } = self;
        diagnostics.extend(more);
        Self::new(source, diagnostics)
    }

    /// The first `most` of them, and that there are more.
    #[must_use]
    pub(crate) fn at_most(mut self, most: usize) -> Self {
        if let Some(first_beyond) = self.diagnostics.get(most) {
            let at = Span::new(first_beyond.span.start(), first_beyond.span.start());
            self.diagnostics.truncate(most);
            let message = format!("There are more than {most} mistakes; the rest are not shown");
            self.diagnostics
                .push(rules::TOO_MANY_ERRORS.at(at, message).hint("mend those above first, then check again"));
        }
        self
    }

    /// Whether anything in it is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }
}
