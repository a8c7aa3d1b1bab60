//! Diagnostics as text for people: the one place that renders them, for the terminal and the window.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::source::{Diagnostic, Position, Report, Severity, Source, Span};

use super::Notice;
use super::visible::{sign, visible_start};

/// The most diagnostics of one file that are rendered; the rest are counted.
pub const MAX_RENDERED: usize = 100;

/// The most characters of a message or hint that are rendered.
const MAX_MESSAGE: usize = 1000;

/// The most characters of a source line that are given to the renderer on either side of a span; it shows as many of
/// them as the width allows.
const CONTEXT: usize = 1000;

/// The most notes and hints of one diagnostic that are rendered.
const MAX_NOTES: usize = 20;

/// How rendered diagnostics are styled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenderStyle {
    /// Text alone, for a pipe.
    Plain,
    /// Text alone whose marked lines are cut to fit, for the window.
    Within { columns: usize },
    /// With terminal colours; strip them where they are not wanted.
    Coloured { columns: usize },
}

impl RenderStyle {
    fn renderer(self) -> Renderer {
        match self {
            Self::Plain => Renderer::plain(),
            Self::Within { columns } => Renderer::plain().term_width(columns),
            Self::Coloured { columns } => Renderer::styled().term_width(columns),
        }
    }
}

/// Every diagnostic of a report as text, each followed by an empty line; empty where nothing was found.
#[must_use]
pub fn render_report(report: &Report, style: RenderStyle) -> String {
    let mut rendered = String::new();
    for diagnostic in render_each(report, style) {
        rendered.push_str(&diagnostic);
        rendered.push_str("\n\n");
    }
    let more = report.diagnostics.len().saturating_sub(MAX_RENDERED);
    if more > 0 {
        let name = readable(report.source.name());
        rendered.push_str(&["\u{2026} and ", &more.to_string(), " more in ", &name, "\n\n"].concat());
    }
    rendered
}

/// The diagnostics of a report one by one, in their order, as many as are rendered.
pub fn render_each(report: &Report, style: RenderStyle) -> impl Iterator<Item = String> {
    report.diagnostics.iter().take(MAX_RENDERED).map(move |one| render_diagnostic(&report.source, one, style))
}

/// A notice as text, followed by an empty line.
#[must_use]
pub fn render_notice(notice: &Notice, style: RenderStyle) -> String {
    let mut group = Level::ERROR
        .primary_title(readable(&notice.message))
        .id(notice.rule.code)
        .element(Origin::path(readable(&notice.path.display().to_string())));
    for hint in notice.hints.iter().take(MAX_NOTES) {
        group = group.element(Level::HELP.message(readable(hint)));
    }
    format!("{}\n\n", style.renderer().render(&[group]))
}

/// One diagnostic: the message and its code, the position, the marked line, notes and hints.
fn render_diagnostic(source: &Source, diagnostic: &Diagnostic, style: RenderStyle) -> String {
    let level = match diagnostic.rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(readable(&diagnostic.message)).id(diagnostic.rule.code);
    let mark = |span, group, kind| Excerpt::around(source, span).show_in(group, kind);
    let mut groups = vec![mark(diagnostic.span, Group::with_title(title), AnnotationKind::Primary)];
    for note in diagnostic.notes.iter().take(MAX_NOTES) {
        let title = Level::NOTE.secondary_title(readable(&note.message));
        groups.push(mark(note.span, Group::with_title(title), AnnotationKind::Context));
    }
    if let Some(mut last) = groups.pop() {
        for hint in diagnostic.hints.iter().take(MAX_NOTES) {
            last = last.element(Level::HELP.message(readable(hint)));
        }
        groups.push(last);
    }
    style.renderer().render(&groups)
}

fn readable(text: &str) -> String {
    visible_start(text, MAX_MESSAGE)
}

/// The line on which a span begins, cut around the span where it is very long, ready to print.
struct Excerpt {
    name: String,
    position: Position,
    line: String,
    /// Whether the beginning of the line is cut off, so that the renderer cannot count columns.
    cut: bool,
    /// The range to mark, in bytes of `line`.
    marked: std::ops::Range<usize>,
}

impl Excerpt {
    fn around(source: &Source, span: Span) -> Self {
        let text = source.text();
        let start = text.floor_char_boundary(span.start());
        let (before, after) = text.split_at(start);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let length = after.floor_char_boundary(span.end().saturating_sub(start));
        let (spot, after) = after.split_at(length);
        let (mut line, cut) = visible_end(before, CONTEXT);
        let from = line.len();
        line.push_str(&visible_start(spot, CONTEXT));
        let to = line.len();
        line.push_str(&visible_start(after, CONTEXT));
        Self { name: readable(source.name()), position: source.position(start), line, cut, marked: from..to }
    }

    fn show_in(self, group: Group<'_>, kind: AnnotationKind) -> Group<'_> {
        let Position { line, column } = self.position;
        let snippet = Snippet::source(self.line).line_start(line).annotation(kind.span(self.marked));
        if self.cut {
            group.element(Origin::path(self.name).line(line).char_column(column)).element(snippet)
        } else {
            group.element(snippet.path(self.name))
        }
    }
}

/// The last `most` characters made visible, and whether others before them were cut off.
fn visible_end(text: &str, most: usize) -> (String, bool) {
    match text.char_indices().rev().nth(most) {
        Some((last, dropped)) => {
            let kept = text.get(last + dropped.len_utf8()..).unwrap_or_default();
            (std::iter::once('\u{2026}').chain(kept.chars().map(sign)).collect(), true)
        }
        None => (text.chars().map(sign).collect(), false),
    }
}

#[cfg(test)]
mod tests {
    use crate::source::decoding::rules::DUPLICATE_FIELD;
    use crate::source::{Diagnostic, Report, Source, Span};

    use super::{MAX_RENDERED, RenderStyle, render_report};

    fn error(span: Span, message: &str) -> Diagnostic {
        DUPLICATE_FIELD.at(span, message)
    }

    fn rendered(text: &str, diagnostics: Vec<Diagnostic>) -> String {
        render_report(&Report::new(Source::new("a.ron", text), diagnostics), RenderStyle::Plain)
    }

    #[test]
    fn a_diagnostic_shows_place_line_notes_and_hints() {
        let text = "(\n\t\u{e9}: \"x\",\n\u{e9}: 2)";
        let again = error(Span::new(12, 14), "`\u{e9}` stands here again")
            .note(Span::new(3, 5), "first here")
            .hint("take one away");
        let expected = "\
error[duplicate-field]: `\u{e9}` stands here again
 --> a.ron:3:1
  |
3 | \u{e9}: 2)
  | ^
  |
note: first here
 --> a.ron:2:2
  |
2 |  \u{e9}: \"x\",
  |  -
  = help: take one away

";
        assert_eq!(rendered(text, vec![again]), expected);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_signs() {
        let text = "a\u{1b}[2J\u{9b}b";
        let shown = rendered(text, vec![error(Span::new(0, 1), "\u{1b}[31m").hint("\u{1b}[0m")]);
        assert!(!shown.contains(['\u{1b}', '\u{9b}']), "{shown}");
        assert!(shown.contains("a\u{241b}[2J\u{fffd}b"), "{shown}");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_spot_and_its_column_stays_right() {
        let text = format!("{}!{}", "x".repeat(1_000_000), "y".repeat(1_000_000));
        let shown = rendered(&text, vec![error(Span::new(1_000_000, 1_000_001), "here")]);
        assert!(shown.contains("a.ron:1:1000001"), "{shown}");
        assert!(shown.contains("x!y"), "{shown}");
        assert!(shown.len() < 1000, "{shown}");
    }

    #[test]
    fn a_marked_line_is_cut_to_the_columns_there_are() {
        let text = format!(
            "(id: \"c0\", say: \"{}\", shows: [jargon], why: \"Short.\", then: \"on\")",
            "so and so ".repeat(20)
        );
        let start = text.find("jargon").expect("it is there");
        let at = Span::new(start, start + 6);
        let report = Report::new(Source::new("a.ron", text), vec![error(at, "here")]);
        for columns in [70, 44, 30] {
            let shown = render_report(&report, RenderStyle::Within { columns });
            assert!(shown.contains("[jargon]"), "{shown}");
            let marked = shown.lines().filter(|line| line.contains('|'));
            assert!(marked.map(|line| line.chars().count()).max().is_some_and(|widest| widest <= columns), "{shown}");
        }
    }

    #[test]
    fn spans_beyond_the_text_or_over_many_lines_are_rendered() {
        let long = error(Span::new(0, 999), "all of it");
        let beyond = error(Span::new(999, 1000), "behind it");
        let shown = rendered("(\n\u{e9}\n", vec![long, beyond]);
        assert!(shown.contains("a.ron:1:1") && shown.contains("a.ron:3:1"), "{shown}");
    }

    #[test]
    fn beyond_a_bound_diagnostics_are_counted() {
        let many = (0..MAX_RENDERED + 5).map(|at| error(Span::new(at, at), "here"));
        let shown = rendered(&" ".repeat(200), many.collect());
        assert!(shown.ends_with("\u{2026} and 5 more in a.ron\n\n"), "{shown}");
    }
}
