//! All diagnostics of one source text.

use crate::source::span::{Source, Span};

use super::Diagnostic;
use super::rule::rule;

rule! {
    /// More mistakes than are shown at once.
    ///
    /// ## Why it matters
    /// The first 1,000 are shown, of which 50 of syntax. Mend those first: many of the others may be
    /// their echo.
    ///
    /// ## Before
    /// ```ron the scenario, 60 times
    /// title = "Two hours in",
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// title: "Two hours in",
    /// ```
    pub(crate) TOO_MANY_ERRORS = "too-many-errors", Error;
}

/// Says that there are more mistakes than are shown.
pub(crate) fn too_many_errors(at: usize, message: impl Into<String>) -> Diagnostic {
    TOO_MANY_ERRORS.at(Span::new(at, at), message).hint("mend those above first, then check again")
}

/// All diagnostics of one source text.
#[derive(Clone, Debug)]
pub struct Report {
    pub source: Source,
    /// In the order of the text, but each after what may have caused it.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Sorts the diagnostics by their places, then by code, and drops exact duplicates.
    #[must_use]
    pub fn new(source: Source, mut diagnostics: Vec<Diagnostic>) -> Self {
        let key = |it: &Diagnostic| (it.place(), it.cause.is_some(), it.span, it.rule.code);
        diagnostics.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
        diagnostics.dedup();
        Self { source, diagnostics }
    }

    /// Adds diagnostics, and sorts them in.
    #[must_use]
    pub fn with(self, more: Vec<Diagnostic>) -> Self {
        if more.is_empty() {
            return self;
        }
        let Self { source, mut diagnostics } = self;
        diagnostics.extend(more);
        Self::new(source, diagnostics)
    }

    /// Keeps the first `most` diagnostics; if there were more, a last one says so.
    #[must_use]
    pub(crate) fn at_most(mut self, most: usize) -> Self {
        if let Some(first_beyond) = self.diagnostics.get(most) {
            let at = first_beyond.span.start();
            self.diagnostics.truncate(most);
            let message = format!("There are more than {most} mistakes; the rest are not shown");
            self.diagnostics.push(too_many_errors(at, message));
        }
        self
    }

    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}
