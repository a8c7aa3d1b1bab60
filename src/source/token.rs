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
pub(super) enum Kind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    Equals,
    Semicolon,
    Hash,
    Bang,
    Word(Box<Word>),
    // Boxed, as is `Word`: a hostile text of a million commas should stay small.
    Literal(Box<Value>),
    /// Something unreadable that has been reported.
    Broken,
}

/// A bare word.
#[derive(Debug)]
pub(super) struct Word {
    /// The word, without `r#`.
    pub(super) text: String,
    /// Whether it was written with `r#`, and so never is `true`, `None` or `Some`.
    pub(super) raw: bool,
}

impl Kind {
    /// Whether a value can begin with it.
    pub(super) const fn starts_value(&self) -> bool {
        matches!(self, Self::Open(_) | Self::Word(_) | Self::Literal(_) | Self::Broken)
    }
}

/// A word or sign and where it stands.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}
