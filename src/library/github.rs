//! Diagnostics as the workflow commands of GitHub Actions, which mark them beside the changed lines.

use std::fmt::Write as _;

use crate::source::{Diagnostic, Position, Report, Rule, Source};

use super::{Notice, visible};

/// Every diagnostic of a report, one per line.
#[must_use]
pub fn report_as_commands(report: &Report) -> String {
    report.diagnostics.iter().map(|diagnostic| command_of(&report.source, diagnostic)).collect()
}

/// A notice, on a line of its own. It has a file but no position in it.
#[must_use]
pub fn notice_as_command(notice: &Notice) -> String {
    let file = notice.path.display().to_string();
    command(notice.rule, &property(&file), &said(&notice.message, &[], &notice.hints))
}

/// Why a step fails, on a line of its own, where no command for a file says so.
#[must_use]
pub fn failure_as_command(why: &str) -> String {
    format!("::error::{}\n", data(why))
}

fn command_of(source: &Source, diagnostic: &Diagnostic) -> String {
    let Position { line, column } = source.position(diagnostic.span.start());
    let end = source.position(diagnostic.span.end().max(diagnostic.span.start()));
    let mut position = format!("{},line={line}", property(source.name()));
    // Columns count only where the span begins and ends on one line: otherwise GitHub drops them and warns.
    if end.line == line {
        let _ = write!(position, ",col={column},endLine={line},endColumn={}", end.column);
    } else {
        let _ = write!(position, ",endLine={}", end.line);
    }
    let notes: Vec<String> = diagnostic
        .notes
        .iter()
        .map(|note| format!("note: line {}: {}", source.position(note.span.start()).line, note.message))
        .collect();
    command(diagnostic.rule, &position, &said(&diagnostic.message, &notes, &diagnostic.hints))
}

fn command(rule: &Rule, position: &str, message: &str) -> String {
    format!("::{} file={position},title={}::{message}\n", rule.severity.word(), property(rule.code))
}

/// The message, notes and hints, one per line.
fn said(message: &str, notes: &[String], hints: &[String]) -> String {
    let hints = hints.iter().map(|hint| format!("help: {hint}"));
    let lines = std::iter::once(message.to_owned()).chain(notes.iter().cloned()).chain(hints);
    lines.map(|line| data(&line)).collect::<Vec<_>>().join("%0A")
}

/// A text escaped for the part of a command after `::`.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// A text escaped for a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::rules::files::OTHER_FILE_NAME;
    use crate::source::{Report, Source, Span};

    use super::report_as_commands;

    fn commands(text: &str, span: Span, message: &str) -> String {
        let found = OTHER_FILE_NAME.at(span, message).hint("take it out");
        report_as_commands(&Report::new(Source::new("a, b: 100%.ron", text), vec![found]))
    }

    #[test]
    fn signs_that_github_would_obey_are_escaped() {
        let command = commands("(a)", Span::new(1, 2), "50% of `a`\nand ::error::");
        let expected = "::warning file=a%2C b%3A 100%25.ron,line=1,col=2,endLine=1,endColumn=3,title=other-file-name\
                        ::50%25 of `a`\u{240a}and ::error::%0Ahelp: take it out\n";
        assert_eq!(command, expected);
    }

    #[test]
    fn columns_are_left_out_where_it_spans_lines() {
        let command = commands("(\n)", Span::new(0, 3), "here");
        assert!(command.contains(",line=1,endLine=2,title="), "{command}");
    }
}
