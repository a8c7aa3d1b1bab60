//! Text → tokens, without white space and comments.

use crate::source::diagnostics::Rule;
use crate::source::limits::MAX_VALUES;
use crate::source::span::Span;

use super::errors::{STRAY_HINT, SyntaxErrors};
use super::number::number;
use super::quotes;
use super::rules;
use super::text::{self, Encoding, Escaped};
use super::token::{Bracket, Kind, Raw, Token, Tokens};
use super::{Arena, Value};

/// Reads tokens one after the other.
pub(super) struct Lexer<'a, 'f> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) errors: &'f mut SyntaxErrors<'a>,
    pub(super) arena: &'a Arena,
    tokens: Tokens<'a>,
}

/// The tokens of a text. Where lexing cannot go on, they end there and `errors` is incomplete.
pub(super) fn lex<'a>(text: &'a str, arena: &'a Arena, errors: &mut SyntaxErrors<'a>) -> Tokens<'a> {
    let mut lexer = Lexer { text, at: 0, errors, arena, tokens: Tokens::default() };
    while !lexer.errors.is_full() && lexer.skip_space() {
        lexer.token();
    }
    lexer.tokens
}

/// Whether it can begin a word. Stands in for Unicode's `XID_Start`, which `ron` uses.
#[inline]
pub(super) fn is_word_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether it can continue a word. Stands in for Unicode's `XID_Continue`, which `ron` uses.
#[inline]
pub(super) fn is_word_character(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// Whether it can continue a raw word.
fn is_raw_character(c: char) -> bool {
    is_word_character(c) || matches!(c, '.' | '+' | '-')
}

/// The longest start of `text` whose characters all match.
#[inline]
pub(super) fn run(text: &str, matches: impl Fn(char) -> bool) -> &str {
    // Nearly all of a text is ASCII, whose bytes are its characters.
    let plain = text.bytes().position(|byte| !byte.is_ascii() || !matches(char::from(byte))).unwrap_or(text.len());
    let rest = text.get(plain..).unwrap_or_default();
    let more = match rest.as_bytes().first() {
        Some(byte) if !byte.is_ascii() => rest.find(|c| !matches(c)).unwrap_or(rest.len()),
        _ => 0,
    };
    text.get(..plain + more).unwrap_or_default()
}

/// What `ron` counts as white space.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// Invisible characters that RON does not count as white space.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

impl<'a> Lexer<'a, '_> {
    /// What has not been read yet.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Stops reading here.
    pub(super) fn stop(&mut self) {
        self.at = self.text.len();
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let span = Span::new(self.at, self.at + length);
        self.at = span.end();
        self.tokens.list.push(Token { kind, span });
    }

    /// Adds a literal from the lexer's position to `end`. Each is a value, so lexing stops where there are too many:
    /// more of them would only fill memory.
    pub(super) fn literal(&mut self, value: Value<'a>, end: usize) {
        let index = u32::try_from(self.tokens.literals.len()).unwrap_or(u32::MAX);
        self.tokens.literals.push(value);
        let kind = if matches!(value, Value::Text(_)) { Kind::Text(index) } else { Kind::Literal(index) };
        self.push(kind, end - self.at);
        if self.tokens.literals.len() > MAX_VALUES {
            self.errors.too_many_values(Span::new(end, end));
            self.stop();
        }
    }

    /// Adds a text without escapes, from the lexer's position to `end`.
    pub(super) fn plain_text(&mut self, end: usize) {
        self.push(Kind::PlainText, end - self.at);
    }

    /// Reports `length` bytes from here and makes a broken token of them.
    fn broken(&mut self, rule: &'static Rule, length: usize, message: impl Into<String>, hint: &str) {
        self.errors.report(rule.at(Span::new(self.at, self.at + length), message).hint(hint));
        self.push(Kind::Broken, length);
    }

    /// Skips white space and comments, and returns whether something follows.
    fn skip_space(&mut self) -> bool {
        loop {
            self.at += run(self.rest(), is_space).len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment();
            } else if let Some(c) = rest.chars().next().filter(|&c| is_invisible(c)) {
                let message = format!("An invisible character stands here (U+{:04X})", u32::from(c));
                let span = Span::new(self.at, self.at + c.len_utf8());
                self.errors.report_first(
                    rules::INVISIBLE_CHARACTER
                        .at(span, message)
                        .hint("delete it and type an ordinary space; such characters come with pasted text"),
                );
                self.at = span.end();
            } else {
                return !rest.is_empty();
            }
        }
    }

    fn block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
            } else if let Some(c) = rest.chars().next() {
                self.at += c.len_utf8();
            } else {
                let message = "This comment is never closed";
                self.errors.report_hiding(
                    rules::UNCLOSED_COMMENT
                        .at(Span::new(start, start + 2), message)
                        .hint("write `*/` where the comment ends; a `/*` inside it needs a `*/` of its own"),
                );
            }
            if depth == 0 || self.rest().is_empty() && !self.errors.complete() {
                return;
            }
        }
    }

    fn token(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return };
        let kind = match first {
            '(' => Kind::Open(Bracket::Round),
            ')' => Kind::Close(Bracket::Round),
            '[' => Kind::Open(Bracket::Square),
            ']' => Kind::Close(Bracket::Square),
            '{' => Kind::Open(Bracket::Curly),
            '}' => Kind::Close(Bracket::Curly),
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '=' => Kind::Equals,
            ';' => Kind::Semicolon,
            '#' => Kind::Hash,
            '!' => Kind::Bang,
            '"' => return quotes::text(self),
            '\'' => return self.character(),
            '0'..='9' | '+' | '-' | '.' => return self.number(),
            'b' if rest.starts_with("b'") => return self.byte(),
            'b' if rest.starts_with("b\"") => return self.bytes(),
            'b' if ["br\"", "br#"].iter().any(|start| rest.starts_with(start)) => return self.raw(2),
            'r' if ["r\"", "r#\"", "r##"].iter().any(|start| rest.starts_with(start)) => return self.raw(1),
            _ if is_word_start(first) => return self.word(),
            _ if quotes::is_typographic(first) => return quotes::typographic(self),
            _ => {
                let message = format!("`{first}` means nothing here");
                return self.broken(&rules::STRAY_CHARACTER, first.len_utf8(), message, STRAY_HINT);
            }
        };
        self.push(kind, first.len_utf8());
    }

    fn word(&mut self) {
        let rest = self.rest();
        let raw = rest.strip_prefix("r#").map(|rest| run(rest, is_raw_character)).filter(|word| !word.is_empty());
        if let Some(word) = raw {
            return self.push(Kind::Word(Raw::Yes), 2 + word.len());
        }
        let word = run(rest, is_word_character);
        let longer_by = run(rest.get(word.len()..).unwrap_or_default(), is_raw_character).len();
        let longer = rest.get(..word.len() + longer_by).unwrap_or_default();
        let range = rest.get(word.len()..).is_some_and(|after| after.starts_with(".."));
        if longer.len() == word.len() || range {
            return self.push(Kind::Word(Raw::No), word.len());
        }
        let end = self.at + longer.len();
        let error = rules::MISSING_QUOTES
            .at(Span::new(self.at, end), format!("`{longer}` is not one word"))
            .hint(format!("if it is a text or an id, put it in quotation marks: \"{longer}\""));
        let joined = longer.replace('-', "_");
        let is_word = joined.starts_with(is_word_start) && joined.chars().all(is_word_character);
        let other = is_word.then(|| format!("if it is a word of a list, join its parts by underscores: `{joined}`"));
        self.errors.report(error.hints(other));
        self.literal(Value::Text(longer), end);
    }

    fn number(&mut self) {
        let rest = self.rest();
        let read = number(rest).filter(|_| !rest.starts_with(".."));
        let length = read.as_ref().map_or(0, |(_, length)| *length);
        let all = run(rest.get(length..).unwrap_or_default(), is_raw_character).len() + length;
        let written = rest.get(..all).unwrap_or_default();
        if rest.get(length..).is_some_and(|after| after.starts_with("..")) {
            return self.broken(&rules::RANGE, all, "Ranges are not used here", "write the numbers one by one");
        }
        match read {
            Some((value, length)) if length == all => self.literal(value, self.at + length),
            _ => {
                let message = format!("`{written}` is not a number that can be read");
                let hint = format!("write a plain number such as 12 or 0.5; if it is a text, write \"{written}\"");
                self.broken(&rules::BAD_NUMBER, all.max(1), message, &hint);
            }
        }
    }

    /// Reads a character in single quotation marks.
    fn character(&mut self) {
        let inside = self.rest().get(1..).unwrap_or_default();
        match one_character(inside, Encoding::Characters) {
            Some((Escaped::Character(c), length)) => self.literal(Value::Char(c), self.at + length + 2),
            Some((Escaped::Byte(byte), length)) => self.literal(Value::Char(byte.into()), self.at + length + 2),
            None => quotes::single(self),
        }
    }

    fn byte(&mut self) {
        let inside = self.rest().get(2..).unwrap_or_default();
        let byte = one_character(inside, Encoding::Bytes).and_then(|(read, length)| match read {
            Escaped::Byte(byte) => Some((byte, length)),
            Escaped::Character(c) if !inside.starts_with('\\') => {
                u8::try_from(c).ok().filter(u8::is_ascii).map(|byte| (byte, length))
            }
            Escaped::Character(_) => None,
        });
        match byte {
            Some((byte, length)) => self.literal(Value::Integer(byte.into()), self.at + length + 3),
            None => self.broken(&rules::SYNTAX, 2, "This byte cannot be read", "write a plain number"),
        }
    }

    fn bytes(&mut self) {
        let Some(read) = text::quoted(self.text, self.at + 2, Encoding::Bytes) else {
            return self.unclosed(2);
        };
        if let Some((span, why)) = read.bad {
            self.errors.report(rules::BAD_ESCAPE.at(span, why).hint("write `\\\\` for a backslash"));
        }
        let plain = self.text.get(self.at + 2..read.end - 1).unwrap_or_default().as_bytes();
        let bytes = read.escaped.map_or(plain, |bytes| self.arena.list(&bytes));
        self.literal(Value::Bytes(bytes), read.end);
    }

    /// Reads a raw text, whose prefix has 1 letter (`r`), or raw bytes, whose prefix has 2 (`br`).
    fn raw(&mut self, letters: usize) {
        match text::raw(self.text, self.at + letters) {
            Ok((content, end)) => {
                let content = self.text.get(content.start()..content.end()).unwrap_or_default();
                let value = if letters == 2 { Value::Bytes(content.as_bytes()) } else { Value::Text(content) };
                self.literal(value, end);
            }
            Err(true) => self.unclosed(letters),
            Err(false) => {
                let length = letters + run(self.rest().get(letters..).unwrap_or_default(), |c| c == '#').len();
                let hint = "a raw text is written r#\"…\"#";
                self.broken(&rules::STRAY_CHARACTER, length, "These signs mean nothing here", hint);
            }
        }
    }

    /// Reports a raw text or bytes without an end, and stops.
    fn unclosed(&mut self, length: usize) {
        let message = "This raw text is never closed";
        self.errors.report_hiding(
            rules::UNCLOSED_TEXT
                .at(Span::new(self.at, self.at + length), message)
                .hint("close it with a quotation mark and as many `#` as it was opened with"),
        );
        self.push(Kind::Broken, length);
        self.stop();
    }
}

/// The character or escape at the start and its length; `None` unless a single quotation mark follows it.
fn one_character(inside: &str, encoding: Encoding) -> Option<(Escaped, usize)> {
    let first = inside.chars().next()?;
    let (read, length) = if first == '\\' {
        let (read, length) = text::escape(inside.get(1..)?, encoding).ok()?;
        // A character literal cannot be written as several `\x`.
        (
            read,
            Some(length + 1)
                .filter(|_| !(encoding == Encoding::Characters && inside.starts_with("\\x") && length > 3))?,
        )
    } else {
        (Escaped::Character(first), first.len_utf8())
    };
    inside.get(length..)?.starts_with('\'').then_some((read, length))
}
