//! The words and signs of a text, before they become a tree.

use super::{Span, Value};

/// A kind of bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    Curly,
}

impl Bracket {
    /// The sign that opens it.
    pub(super) const fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    /// The sign that closes it.
    pub(super) const fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// What a token is.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    Equals,
    Semicolon,
    Hash,
    Bang,
    /// A bare word.
    Word(Raw),
    /// A text in quotation marks that says just what stands between them.
    PlainText,
    // Boxed: a hostile text of a million commas should stay small.
    Literal(Box<Value<'a>>),
    /// Something unreadable that has been reported.
    Broken,
}

/// Whether a bare word was written with `r#`, and so never is `true`, `None` or `Some`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Yes,
    No,
}

impl Kind<'_> {
    /// Whether a value can begin with it.
    pub(super) const fn starts_value(&self) -> bool {
        matches!(self, Self::Open(_) | Self::Word(_) | Self::PlainText | Self::Literal(_) | Self::Broken)
    }

    /// Whether it is a text in quotation marks.
    pub(super) fn is_text(&self) -> bool {
        match self {
            Self::PlainText => true,
            Self::Literal(value) => matches!(**value, Value::Text(_)),
            _ => false,
        }
    }
}

/// A word or sign and where it stands.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) span: Span,
}

impl<'a> Token<'a> {
    /// What a bare word or a plain text says; `text` is what the token was read from.
    pub(super) fn says(&self, text: &'a str) -> &'a str {
        let (before, behind) = match self.kind {
            Kind::Word(Raw::Yes) => ("r#".len(), 0),
            Kind::PlainText => (1, 1),
            _ => (0, 0),
        };
        text.get(self.span.start() + before..self.span.end() - behind).unwrap_or_default()
    }
}
