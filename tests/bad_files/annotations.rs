//! The diagnostics that a bad file expects, and those found in it.

use bedside::source::{Report, Severity};

/// A diagnostic that a file expects.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) severity: Severity,
    pub(crate) code: String,
    pub(crate) line: usize,
    pub(crate) columns: Option<(usize, usize)>,
    pub(crate) part: Option<String>,
}

/// A diagnostic that was found, by line.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) line: usize,
    pub(crate) columns: (usize, usize),
    /// The message and the hints.
    pub(crate) message: String,
}

impl Found {
    /// The diagnostics of a report, in the order of the text.
    pub(crate) fn of(report: &Report) -> Vec<Self> {
        let position = |byte| report.source.position(byte);
        let found = report.diagnostics.iter().map(|it| Self {
            severity: it.rule.severity,
            code: it.rule.code,
            line: position(it.span.start()).line,
            columns: (position(it.span.start()).column, position(it.span.end()).column - 1),
            message: [&it.message].into_iter().chain(&it.hints).cloned().collect::<Vec<_>>().join("\n"),
        });
        let mut found: Vec<Self> = found.collect();
        found.sort_by_key(|it| (it.line, it.columns.0));
        found
    }
}

impl Expected {
    /// Whether `found` is the expected diagnostic.
    pub(crate) fn fits(&self, found: &Found) -> bool {
        self.severity == found.severity
            && self.code == found.code
            && self.line == found.line
            && self.columns.is_none_or(|columns| columns == found.columns)
            && self.part.as_ref().is_none_or(|part| found.message.contains(part))
    }
}

/// The diagnostics that a text expects, in the order in which they are found.
#[track_caller]
pub(crate) fn expected(text: &str) -> Vec<Expected> {
    let lines: Vec<&str> = text.lines().collect();
    let mut all: Vec<Expected> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some((_, annotation)) = line.split_once("//~") {
            let next = (index + 1..lines.len()).find(|&next| !lines[next].contains("//~")).unwrap_or(lines.len());
            all.push(read(annotation, next + 1));
        }
    }
    all.sort_by_key(|expected| (expected.line, expected.columns.map_or(0, |(first, _)| first)));
    all
}

#[track_caller]
fn read(annotation: &str, next: usize) -> Expected {
    let (position, rest) = annotation.split_once(' ').expect("a space after `//~`");
    let number = |digits: &str| digits.parse::<usize>().unwrap_or_else(|_| panic!("{annotation}"));
    let line = match position.split_at_checked(1) {
        Some(("+", lines)) => next - 1 + number(lines),
        Some(("@", line)) => number(line),
        _ => next,
    };
    let (facts, part) =
        rest.split_once(": ").map_or((rest, None), |(facts, part)| (facts, Some(part.trim().to_owned())));
    let words: Vec<&str> = facts.split_whitespace().collect();
    let [severity, code, columns @ ..] = words.as_slice() else { panic!("{annotation}") };
    let columns = columns.first().map(|columns| {
        let (first, last) = columns.split_once('-').unwrap_or((columns, columns));
        (number(first), number(last))
    });
    let severity = match *severity {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        _ => panic!("{annotation}"),
    };
    Expected { severity, code: (*code).to_owned(), line, columns, part }
}
