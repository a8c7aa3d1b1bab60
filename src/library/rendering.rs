//! Diagnostics for people to read: the one place that renders them, for the terminal and the window.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::source::{Diagnostic, Place, Report, Severity, Source, Span};

use super::Notice;
use super::visible::{sign, visible_start};

/// How many diagnostics of one text are rendered; the rest are counted.
pub const MAX_RENDERED: usize = 100;

/// How many characters of a message or hint are rendered.
const MAX_MESSAGE: usize = 1000;

/// How many characters of a source line are rendered to either side of the marked spot's start.
const CONTEXT: usize = 200;

/// How many notes and hints of one diagnostic are rendered.
const MAX_NOTES: usize = 20;

/// How rendered diagnostics look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Text alone, for a pipe or the window.
    Plain,
    /// With the colours of a terminal of so many columns; strip them where they are not wanted.
    Coloured {
        /// The terminal's width.
        columns: usize,
    },
}

impl Look {
    fn renderer(self) -> Renderer {
        match self {
            Self::Plain => Renderer::plain(),
            Self::Coloured { columns } => Renderer::styled().term_width(columns),
        }
    }
}

/// Every diagnostic of a report as text, each followed by an empty line; empty where nothing was found.
#[must_use]
pub fn render_report(report: &Report, look: Look) -> String {
    let mut rendered = String::new();
    for diagnostic in report.diagnostics.iter().take(MAX_RENDERED) {
        rendered.push_str(&render_diagnostic(&report.source, diagnostic, look));
        rendered.push_str("\n\n");
    }
    let more = report.diagnostics.len().saturating_sub(MAX_RENDERED);
    if more > 0 {
        rendered.push_str(&format!("\u{2026} and {more} more in {}\n\n", visible_start(report.source.name(), MAX_MESSAGE)));
    }
    rendered
}

/// A notice as text, followed by an empty line.
#[must_use]
pub fn render_notice(notice: &Notice, look: Look) -> String {
    let mut group = Level::ERROR
        .primary_title(readable(&notice.message))
        .id(notice.code)
        .element(Origin::path(readable(&notice.path.display().to_string())));
    for hint in notice.hints.iter().take(MAX_NOTES) {
        group = group.element(Level::HELP.message(readable(hint)));
    }
    format!("{}\n\n", look.renderer().render(&[group]))
}

/// One diagnostic: what is wrong and its code, where, the marked line, other places, the ways out.
fn render_diagnostic(source: &Source, diagnostic: &Diagnostic, look: Look) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(readable(&diagnostic.message)).id(diagnostic.code);
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
    look.renderer().render(&groups)
}

fn readable(text: &str) -> String {
    visible_start(text, MAX_MESSAGE)
}

/// The line that a span begins on, cut around the spot where it is long, ready to print.
struct Excerpt {
    origin: String,
    place: Place,
    line: String,
    /// What to mark, in bytes of `line`.
    marked: std::ops::Range<usize>,
}

impl Excerpt {
    fn around(source: &Source, span: Span) -> Self {
        let text = source.text();
        let start = text.floor_char_boundary(span.start);
        let (before, after) = text.split_at(start);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let length = after.floor_char_boundary(span.end.saturating_sub(start));
        let (spot, after) = after.split_at(length);
        let mut line = tail(before, CONTEXT);
        let from = line.len();
        line.push_str(&visible_start(spot, CONTEXT));
        let to = line.len();
        line.push_str(&visible_start(after, CONTEXT));
        Self { origin: readable(source.name()), place: source.place(start), line, marked: from..to }
    }

    fn show_in(self, group: Group<'_>, kind: AnnotationKind) -> Group<'_> {
        let annotation = kind.span(self.marked);
        let origin = Origin::path(self.origin).line(self.place.line).char_column(self.place.column);
        group.element(origin).element(Snippet::source(self.line).line_start(self.place.line).annotation(annotation))
    }
}

/// The last `most` characters, visible.
fn tail(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most) {
        Some((cut, dropped)) => {
            let kept = &text[cut + dropped.len_utf8()..];
            std::iter::once('\u{2026}').chain(kept.chars().map(sign)).collect()
        }
        None => text.chars().map(sign).collect(),
    }
}
