//! Diagnostics as data, for editors and for a scenario author's own checks.

use serde::Serialize;

use crate::source::{Diagnostic, Position, Report, Severity, Source, Span};

use super::Notice;

/// The position of something: lines and columns from 1, columns in characters, the end one past the last.
#[derive(Debug, Serialize)]
struct JsonSpan {
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Debug, Serialize)]
struct JsonNote<'a> {
    #[serde(flatten)]
    position: JsonSpan,
    message: &'a str,
}

/// A diagnostic or notice as data. A notice has a file but no position in it.
#[derive(Debug, Serialize)]
pub struct JsonDiagnostic<'a> {
    severity: Severity,
    /// Whether it fails the check although it is a warning.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    denied: bool,
    code: &'a str,
    file: String,
    #[serde(flatten)]
    position: JsonSpan,
    message: &'a str,
    notes: Vec<JsonNote<'a>>,
    hints: &'a [String],
}

impl JsonDiagnostic<'_> {
    /// The same diagnostic where warnings fail the check.
    #[must_use]
    pub fn with_warnings_denied(self) -> Self {
        Self { denied: self.severity == Severity::Warning, ..self }
    }
}

/// Every diagnostic of a report, in the report's order.
pub fn report_as_json(report: &Report) -> impl Iterator<Item = JsonDiagnostic<'_>> {
    report.diagnostics.iter().map(|diagnostic| diagnostic_as_json(&report.source, diagnostic))
}

#[must_use]
pub fn notice_as_json(notice: &Notice) -> JsonDiagnostic<'_> {
    JsonDiagnostic {
        severity: notice.rule.severity,
        denied: false,
        code: notice.rule.code,
        file: notice.path.display().to_string(),
        position: JsonSpan { line: None, column: None, end_line: None, end_column: None },
        message: &notice.message,
        notes: Vec::new(),
        hints: &notice.hints,
    }
}

fn diagnostic_as_json<'a>(source: &'a Source, diagnostic: &'a Diagnostic) -> JsonDiagnostic<'a> {
    let notes =
        diagnostic.notes.iter().map(|note| JsonNote { position: position(source, note.span), message: &note.message });
    JsonDiagnostic {
        severity: diagnostic.rule.severity,
        denied: false,
        code: diagnostic.rule.code,
        file: source.name().to_owned(),
        position: position(source, diagnostic.span),
        message: &diagnostic.message,
        notes: notes.collect(),
        hints: &diagnostic.hints,
    }
}

fn position(source: &Source, span: Span) -> JsonSpan {
    let Position { line, column } = source.position(span.start());
    let end = source.position(span.end().max(span.start()));
    JsonSpan { line: Some(line), column: Some(column), end_line: Some(end.line), end_column: Some(end.column) }
}
