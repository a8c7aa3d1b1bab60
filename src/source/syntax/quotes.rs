//! String literals, and recovery from the many mistakes that are made with quotation marks.

use crate::sentence::capitalised;
use crate::source::diagnostics::Diagnostic;
use crate::source::span::Span;

use super::lex::{Lexer, is_space, is_word_character, is_word_start, run};
use super::rules;
use super::text::{self, Encoding};
use super::tree::Value;

const ESCAPE_QUOTE: &str = "write \\\" for a quotation mark inside a text";

/// Reads a text that begins with a straight quotation mark.
pub(super) fn text(lexer: &mut Lexer<'_, '_>) {
    let read = text::quoted(lexer.text, lexer.at + 1, Encoding::Characters);
    let Some(read) = read else { return unclosed(lexer) };
    let after = lexer.text.get(read.end..).unwrap_or_default();
    if is_followed_by_prose(after) {
        return ended_too_early(lexer, read.end);
    }
    if let Some((span, why)) = read.bad {
        lexer.errors.report(
            rules::BAD_ESCAPE
                .at(span, capitalised(why))
                .hint("write two backslashes, `\\\\`, for a backslash inside a text"),
        );
    }
    match read.escaped {
        None => lexer.plain_text(read.end),
        // The bytes are UTF-8: the text is, and `\x` is read as whole characters.
        Some(bytes) => lexer.literal(Value::Text(lexer.arena.text(&String::from_utf8_lossy(&bytes))), read.end),
    }
}

/// Whether words follow a closed text, where none may: then its quotation marks are not where its author meant
/// them.
fn is_followed_by_prose(after: &str) -> bool {
    let adjacent = |c: char| is_word_character(c) || "\"'.?!-%&*$\u{2018}\u{2019}\u{201C}\u{201D}\u{2026}".contains(c);
    if after.starts_with(adjacent) {
        return true;
    }
    let after = after.trim_start_matches([' ', '\t']);
    if !after.starts_with(is_word_start) {
        return false;
    }
    let word = run(after, |c| is_word_character(c) || c == '-');
    let next = after.get(word.len()..).unwrap_or_default().trim_start_matches([' ', '\t']).chars().next();
    !next.is_none_or(|next| is_space(next) || ":=([{,;)]}/".contains(next))
}

/// Whether a text could end before `after`.
fn can_end(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t', '\r']);
    after.is_empty() || after.starts_with([',', ')', ']', '}', ':', ';', '\n'])
}

/// Whether `after`, on a new line, looks like RON rather than prose.
fn is_structure(after: &str, before: &str) -> bool {
    let after = after.trim_start_matches(is_space);
    if after.is_empty() || after.starts_with([')', ']', '}', '(', '[', '{']) || after.starts_with("//") {
        return true;
    }
    let word = run(after, |c| is_word_character(c) || c == '-');
    let colon =
        after.get(word.len()..).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with([':', '=']));
    (!word.is_empty() && colon) || (after.starts_with('"') && before.trim_end().ends_with([',', '[', '(', '{', ':']))
}

/// Reads a text without any closing quotation mark in the file, as far as it most likely goes.
fn unclosed(lexer: &mut Lexer<'_, '_>) {
    let inside = lexer.text.get(lexer.at + 1..).unwrap_or_default();
    if curly_end(lexer, inside) {
        return;
    }
    let line = run(inside, |c| c != '\n');
    let after = inside.get(line.len()..).unwrap_or_default();
    let error = missing_end(lexer.at);
    if is_structure(after, line) {
        lexer.errors.report(error);
        let length = without_closers(line);
        take(lexer, line, length, length);
    } else {
        lexer.errors.report_hiding(error);
        take(lexer, line, line.len(), line.len());
        lexer.stop();
    }
}

fn missing_end(at: usize) -> Diagnostic {
    rules::UNCLOSED_TEXT
        .at(Span::new(at, at + 1), "The text that begins here is never closed")
        .hint("put a quotation mark, \", where the text ends")
}

/// Takes the start of `inside` as the text and continues after `length` bytes of it.
fn take<'a>(lexer: &mut Lexer<'a, '_>, inside: &'a str, content: usize, length: usize) {
    let end = lexer.at + 1 + length;
    lexer.literal(Value::Text(inside.get(..content).unwrap_or_default()), end);
}

/// Reads a text that was opened with a straight mark and closed with a curly one on the same line; `false` if it was
/// not.
fn curly_end<'a>(lexer: &mut Lexer<'a, '_>, inside: &'a str) -> bool {
    let line = run(inside, |c| c != '\n' && c != '"');
    let found = line
        .match_indices(['\u{201D}', '\u{201C}', '\u{BB}'])
        .find(|(at, mark)| inside.get(at + mark.len()..).is_some_and(can_end));
    let Some((at, mark)) = found else { return false };
    let start = lexer.at + 1 + at;
    curly(lexer, Span::new(start, start + mark.len()));
    take(lexer, inside, at, at + mark.len());
    true
}

fn curly(lexer: &mut Lexer<'_, '_>, span: Span) {
    lexer.errors.report_first(
        rules::TYPOGRAPHIC_QUOTES
            .at(span, "Texts stand between straight quotation marks, not curly ones")
            .hint("write \" in place of \u{201C} and \u{201D}; turn off smart quotes in your editor"),
    );
}

/// Reads a text whose second quotation mark, just before `end`, cannot be where it ends.
fn ended_too_early(lexer: &mut Lexer<'_, '_>, end: usize) {
    let start = lexer.at;
    let inside = lexer.text.get(start + 1..).unwrap_or_default();
    if curly_end(lexer, inside) {
        return;
    }
    let content = inside.get(..(end - start).saturating_sub(2)).unwrap_or_default();
    let line = run(content, |c| c != '\n');
    let after = inside.get(line.len()..).unwrap_or_default();
    if line.len() < content.len() && is_structure(after, line) {
        lexer.errors.report(missing_end(start));
        let length = without_closers(line);
        return take(lexer, line, length, length);
    }
    if let Some(comma) = before_next_field(content) {
        lexer.errors.report(missing_end(start));
        return take(lexer, content, comma, comma);
    }
    let quote = Span::new(end - 1, end);
    lexer.errors.report(
        rules::INNER_QUOTES
            .at(quote, "This quotation mark ends the text, yet the text seems to go on")
            .note(Span::new(start, start + 1), "the text begins here")
            .hint(ESCAPE_QUOTE)
            .hint("if the text should have ended earlier, put its closing quotation mark there"),
    );
    let length = likely_end(inside, content.len());
    take(lexer, inside, length, (length + 1).min(inside.len()));
}

/// Where a text most likely ends that has quotation marks inside, the first of them at `first`. Those come in
/// pairs, so the closing mark is the third, the fifth and so on.
fn likely_end(inside: &str, first: usize) -> usize {
    let line = first + run(inside.get(first..).unwrap_or_default(), |c| c != '\n').len();
    let marks = inside.get(..line).unwrap_or_default().match_indices('"').filter(|(at, _)| *at >= first);
    let ends = |at: usize| inside.get(at + 1..).is_some_and(can_end);
    let mut other = None;
    for (number, (at, _)) in marks.enumerate() {
        if ends(at) && number > 0 {
            if number % 2 == 0 {
                return at;
            }
            other = other.or(Some(at));
        }
    }
    other.unwrap_or(line)
}

/// The comma in `… , name: ` at the end of a text: what follows is the next field's text.
fn before_next_field(content: &str) -> Option<usize> {
    let name = content.trim_end().strip_suffix(':')?.trim_end();
    let before = name.trim_end_matches(is_word_character);
    let comma = before.trim_end().strip_suffix(',')?;
    (before.len() < name.len()).then_some(comma.len())
}

/// The length of a line without the comma and the closing brackets at its end that are not part
/// of the text.
fn without_closers(line: &str) -> usize {
    let surplus = |open: char, close: char| line.matches(close).count().saturating_sub(line.matches(open).count());
    let mut surplus = [(')', surplus('(', ')')), (']', surplus('[', ']')), ('}', surplus('{', '}'))];
    let mut length = line.len();
    for (at, c) in line.char_indices().rev() {
        let bracket = surplus.iter_mut().find(|(close, remaining)| *close == c && *remaining > 0);
        match bracket {
            Some((_, remaining)) => *remaining -= 1,
            None if c == ',' || is_space(c) => {}
            None => break,
        }
        length = at;
    }
    length
}

/// Whether it is a typographic quotation mark, such as word processors insert.
pub(super) fn is_typographic(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2039}' | '\u{203A}')
}

/// Reads a text that begins with a typographic quotation mark.
pub(super) fn typographic(lexer: &mut Lexer<'_, '_>) {
    let rest = lexer.rest();
    let line = run(rest, |c| c != '\n');
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let mut marks = line.match_indices(|c| is_typographic(c) || c == '"').filter(|(at, _)| *at >= first);
    let end = marks.find(|(at, mark)| rest.get(at + mark.len()..).is_some_and(can_end));
    let (content, end) = end.map_or((line.len(), line.len()), |(at, mark)| (at, at + mark.len()));
    let span = Span::new(lexer.at, lexer.at + first);
    curly(lexer, span);
    let content = rest.get(first..content).unwrap_or_default();
    lexer.literal(Value::Text(content), span.start() + end);
}

/// Reads what begins with a single quotation mark and is not one character.
pub(super) fn single(lexer: &mut Lexer<'_, '_>) {
    let rest = lexer.rest();
    let inside = rest.get(1..).unwrap_or_default();
    let line = run(inside, |c| c != '\n');
    let end = line.match_indices('\'').map(|(at, _)| at).find(|at| inside.get(at + 1..).is_some_and(can_end));
    let span = Span::new(lexer.at, lexer.at + 1);
    lexer.errors.report(
        rules::SINGLE_QUOTES
            .at(span, "Texts stand between double quotation marks")
            .hint("write \" at the start and at the end of the text, in place of '"),
    );
    let length = end.unwrap_or_else(|| without_closers(line));
    take(lexer, inside, length, length + usize::from(end.is_some()));
}
