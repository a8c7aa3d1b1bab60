//! Spans and positions in a source text.

use arcstr::ArcStr;

/// A range of bytes in a source text, `start..end`.
///
/// A long text has millions of them, and none longer than 16 MiB is read: 32 bits are enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes `start..end`; numbers beyond 32 bits count as the largest of these.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The first byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Its first byte: the bracket or quotation mark that something begins with.
    pub(crate) fn opening(self) -> Self {
        Self { start: self.start, end: self.end.min(self.start.saturating_add(1)) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[allow(clippy::cast_possible_truncation, reason = "what is beyond 32 bits has been looked at")]
const fn narrow(byte: usize) -> u32 {
    if byte > u32::MAX as usize { u32::MAX } else { byte as u32 }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A named text, and where its lines begin.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: ArcStr,
    line_starts: Vec<usize>,
}

/// A line and a column in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Source {
    /// `name` is shown in messages, and is most often the path. A byte order mark, which some editors put at the start
    /// of a file, is no part of the text.
    pub fn new(name: impl Into<String>, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let text = ArcStr::from(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, line_starts }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, to be shared by values that keep parts of it.
    pub(crate) const fn shared_text(&self) -> &ArcStr {
        &self.text
    }

    /// The line of a byte, from 1; the last line for a byte beyond the text's end.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= byte.min(self.text.len()))
    }

    /// The position of a byte; that of the text's end for a byte beyond it.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.line(byte);
        let start = self.line_starts[line - 1];
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Source};

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let source = Source::new("a.ron", "ab\né?\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(3), Position { line: 2, column: 1 });
        assert_eq!(source.position(5), Position { line: 2, column: 2 });
        assert_eq!(source.position(999), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_byte_order_mark_moves_nothing() {
        let source = Source::new("a.ron", "\u{FEFF}ab\n");
        assert_eq!(source.text(), "ab\n");
        assert_eq!(source.position(1), Position { line: 1, column: 2 });
    }
}
