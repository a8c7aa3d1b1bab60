//! Diagnostics that cascade from a syntax error.

use crate::source::diagnostics::Diagnostic;
use crate::source::span::Source;

/// What was found in a text beside its syntax errors, without what is on a line with one of them: most often
/// that is the same mistake once more, and otherwise it is found by the next check.
pub(crate) fn without_cascades(source: &Source, syntax: &[Diagnostic], found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let line = |diagnostic: &Diagnostic| source.line(diagnostic.span.start());
    let error_lines: std::collections::BTreeSet<usize> = syntax.iter().map(line).collect();
    found.into_iter().filter(|diagnostic| !error_lines.contains(&line(diagnostic))).collect()
}
