//! The tolerant tree of a RON text, with spans. It borrows what it can from the text, and the rest from an
//! [`Arena`](super::Arena).

use crate::source::span::Span;

/// A value and where it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node<'a> {
    /// Its name and its brackets included.
    pub span: Span,
    pub value: Value<'a>,
}

/// A name: of a field, or before a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name, without the `r#` of a raw one.
    pub text: &'a str,
    pub span: Span,
}

/// A value as parsed, before it is decoded into anything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// `()`
    Unit,
    /// `true` or `false`
    Bool(bool),
    /// `'a'`
    Char(char),
    /// `12`, `-0x1F`, `1_000u32`, `b'a'`
    Integer(i64),
    /// A whole number too large for [`Value::Integer`]; beyond 64 bits it is [`Value::Float`], as in `ron`.
    Large(u64),
    /// `1.5`, `1e3`, `inf`, `NaN`
    Float(f64),
    /// `"…"` or `r#"…"#`
    Text(&'a str),
    /// `b"…"` or `br#"…"#`
    Bytes(&'a [u8]),
    /// A bare word, such as `Foundation` or `None`.
    Word(&'a str),
    /// `[a, b]`
    List(&'a [Node<'a>]),
    /// `{k: v}`; repeated keys are kept, in order.
    Map(&'a [(Node<'a>, Node<'a>)]),
    /// `(a, b)` or `Name(a, b)`; also `Name()`, and `Some(x)` under the name `Some`.
    Tuple {
        /// The name before the bracket.
        name: Option<&'a Name<'a>>,
        items: &'a [Node<'a>],
    },
    /// `(a: 1)` or `Name(a: 1)`; repeated fields are kept, in order.
    Fields {
        /// The name before the bracket.
        name: Option<&'a Name<'a>>,
        fields: &'a [(Name<'a>, Node<'a>)],
    },
    /// Something stood here, or should have, that could not be read; it has been reported.
    Broken,
}
