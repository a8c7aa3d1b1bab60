//! Diagnostics that cascade from a syntax error.

use crate::source::diagnostics::Diagnostic;
use crate::source::span::Source;

/// `found` without the diagnostics on a line with a syntax error: most often such a diagnostic reports the same
/// mistake again, and otherwise the next check finds it.
pub(crate) fn without_cascades(source: &Source, syntax: &[Diagnostic], found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let line = |diagnostic: &Diagnostic| source.line(diagnostic.span.start());
    let error_lines: std::collections::BTreeSet<usize> = syntax.iter().map(line).collect();
    found.into_iter().filter(|diagnostic| !error_lines.contains(&line(diagnostic))).collect()
}
