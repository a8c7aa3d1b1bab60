//! Mistakes that are reported twice: as a syntax error, and again by what reads the tree.

use std::collections::BTreeSet;

use crate::source::diagnostics::Diagnostic;
use crate::source::span::{Source, Span};

/// The syntax errors of a text, and what is known of how far they reach.
#[derive(Debug, Default)]
pub(crate) struct SyntaxFindings {
    pub(crate) errors: Vec<Diagnostic>,
    /// See [`Parsed::doubtful_from`](crate::source::Parsed::doubtful_from).
    pub(crate) doubtful_from: Option<usize>,
    /// The words of [`Reader::into_diagnostics`](super::Reader::into_diagnostics).
    pub(crate) unquoted_words: Vec<Span>,
}

impl SyntaxFindings {
    /// Leaves each mistake reported once:
    ///
    /// - What was found after a bracket that is not closed most often follows from that.
    /// - A word that its list does not have says more than that it needs quotation marks.
    /// - What was found on a line with a syntax error most often reports the same mistake again, and otherwise the next
    ///   check finds it.
    pub(crate) fn tell_once(&mut self, source: &Source, found: &mut Vec<Diagnostic>) {
        if let Some(byte) = self.doubtful_from {
            found.retain(|diagnostic| diagnostic.span.start() < byte);
        }
        let unknown = |word: &Span| found.iter().any(|diagnostic| diagnostic.span == *word);
        self.unquoted_words.retain(unknown);
        self.errors.retain(|error| !self.unquoted_words.contains(&error.span));
        let line = |diagnostic: &Diagnostic| source.line(diagnostic.span.start());
        let error_lines: BTreeSet<usize> = self.errors.iter().map(line).collect();
        found.retain(|diagnostic| !error_lines.contains(&line(diagnostic)));
    }
}
