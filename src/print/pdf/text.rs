//! Text broken into lines.

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::print::Colour;

use super::fonts::{Face, Fonts, Shaped};

/// The text size of paragraphs, in points.
pub(super) const BODY: f32 = 9.5;
/// The text size of notes, tables and the footer: nothing is smaller.
pub(super) const SMALL: f32 = 9.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) colour: Colour,
}

/// A part of a line in one style.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) shaped: Shaped,
    pub(super) style: Style,
    /// The offset from the beginning of the line.
    pub(super) x: f32,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) segments: Vec<Segment>,
    /// Without trailing space.
    pub(super) width: f32,
}

/// A word with the space after it.
#[derive(Clone, Debug)]
struct Piece {
    style: Style,
    word: String,
    space: String,
    width: f32,
    space_width: f32,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.space_width.into()
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Breaks texts, one after the other, into lines of at most `width`.
pub(super) fn lines(fonts: &mut Fonts, texts: &[(Style, &str)], width: f32) -> Vec<Row> {
    let mut rows = Vec::new();
    for paragraph in paragraphs(fonts, texts) {
        let fitting: Vec<Piece> = paragraph.into_iter().flat_map(|piece| narrow(fonts, piece, width)).collect();
        rows.extend(wrap_first_fit(&fitting, &[width.into()]).into_iter().map(|line| row(fonts, line)));
    }
    rows
}

/// The words of each paragraph: a line break in a text begins a new paragraph.
fn paragraphs(fonts: &mut Fonts, texts: &[(Style, &str)]) -> Vec<Vec<Piece>> {
    let mut paragraphs = vec![Vec::new()];
    for &(style, text) in texts {
        let text = fonts.known(text);
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            let words = WordSeparator::UnicodeBreakProperties.find_words(line);
            let pieces: Vec<Piece> = words.map(|word| piece(fonts, style, word.word, word.whitespace)).collect();
            if let Some(last) = paragraphs.last_mut() {
                last.extend(pieces);
            }
        }
    }
    paragraphs
}

fn piece(fonts: &Fonts, style: Style, word: &str, space: &str) -> Piece {
    let width = |text: &str| fonts.shape(style.face, text.to_owned()).width * style.size;
    Piece { style, width: width(word), space_width: width(space), word: word.to_owned(), space: space.to_owned() }
}

/// Splits a word that is wider than the line into parts that fit.
fn narrow(fonts: &Fonts, whole: Piece, width: f32) -> Vec<Piece> {
    if whole.width <= width {
        return vec![whole];
    }
    let mut parts: Vec<Piece> = Vec::new();
    let mut part = String::new();
    let mut reached = 0.0;
    for c in whole.word.chars() {
        let wide = fonts.shape(whole.style.face, c.to_string()).width * whole.style.size;
        if reached + wide > width && !part.is_empty() {
            parts.push(piece(fonts, whole.style, &std::mem::take(&mut part), ""));
            reached = 0.0;
        }
        part.push(c);
        reached += wide;
    }
    parts.push(piece(fonts, whole.style, &part, &whole.space));
    parts
}

/// Joins the words of a line; neighbours of one style are shaped together.
fn row(fonts: &Fonts, line: &[Piece]) -> Row {
    let mut row = Row::default();
    let mut x = 0.0;
    for alike in line.chunk_by(|one, other| one.style == other.style) {
        let Some(style) = alike.first().map(|piece| piece.style) else { continue };
        let text: String = alike.iter().flat_map(|piece| [piece.word.as_str(), piece.space.as_str()]).collect();
        let shaped = fonts.shape(style.face, text);
        let width = shaped.width * style.size;
        row.segments.push(Segment { shaped, style, x });
        x += width;
    }
    row.width = x - line.last().map_or(0.0, |last| last.space_width);
    row
}
