//! The tokens of a text.

use crate::source::span::Span;

use super::tree::Value;

/// A kind of bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    Curly,
}

impl Bracket {
    pub(super) const fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    pub(super) const fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// A kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    /// A text in quotation marks, without escapes.
    PlainText,
    /// A text with escapes; its index among the literals.
    Text(u32),
    /// A literal that is not a text; its index among the literals.
    Literal(u32),
    /// Something unreadable that has been reported.
    Broken,
}

/// Whether a bare word was written with `r#`, and so never is `true`, `None` or `Some`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Yes,
    No,
}

impl Kind {
    /// Whether a value can begin with it.
    pub(super) const fn starts_value(self) -> bool {
        matches!(self, Self::Open(_) | Self::Word(_) | Self::Literal(_) | Self::Broken) || self.is_text()
    }

    /// Whether it is a text in quotation marks.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::PlainText | Self::Text(_))
    }
}

/// A token and its span. A long text has millions of them, so they are small.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

#[derive(Debug, Default)]
pub(super) struct Tokens<'a> {
    pub(super) list: Vec<Token>,
    /// The values of the literals, by their index.
    pub(super) literals: Vec<Value<'a>>,
}

impl<'a> Tokens<'a> {
    /// What a bare word or a text says; empty for other tokens. `text` is what they were read from.
    pub(super) fn says(&self, token: Token, text: &'a str) -> &'a str {
        let (before, after) = match token.kind {
            Kind::Word(Raw::Yes) => ("r#".len(), 0),
            Kind::Word(Raw::No) => (0, 0),
            Kind::PlainText => (1, 1),
            Kind::Text(_) => match self.literal(token.kind) {
                Value::Text(text) => return text,
                _ => return "",
            },
            _ => return "",
        };
        text.get(token.span.start() + before..token.span.end() - after).unwrap_or_default()
    }

    /// The value of a literal; a broken value for other tokens.
    pub(super) fn literal(&self, kind: Kind) -> Value<'a> {
        match kind {
            Kind::Text(index) | Kind::Literal(index) => self.literals.get(index as usize).copied(),
            _ => None,
        }
        .unwrap_or(Value::Broken)
    }
}
