//! The tolerant tree: what a RON text says, and where it says it. It borrows from the text what stands
//! there as it is.

use std::borrow::Cow;

use super::Span;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Where, with its name and its brackets.
    pub span: Span,
    /// What.
    pub value: Value<'a>,
}

/// A name: of a field, or before a bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name, without the `r#` of a raw one.
    pub text: Cow<'a, str>,
    /// Where.
    pub span: Span,
}

/// What stands in a text, before anyone asks what it should be.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `()`
    Unit,
    /// `true` or `false`
    Bool(bool),
    /// `'a'`
    Char(char),
    /// `12`, `-0x1F`, `1_000u32`, `b'a'`; whole numbers beyond 64 bits are [`Value::Float`], as in `ron`.
    Integer(i128),
    /// `1.5`, `1e3`, `inf`, `NaN`
    Float(f64),
    /// `"…"` or `r#"…"#`
    Text(Cow<'a, str>),
    /// `b"…"` or `br#"…"#`
    Bytes(Vec<u8>),
    /// A bare word, such as `Foundation` or `None`.
    Word(&'a str),
    /// `[a, b]`
    List(Vec<Node<'a>>),
    /// `{k: v}`; repeated keys are kept, in order.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// `(a, b)` or `Name(a, b)`; also `Name()`, and `Some(x)` under the name `Some`.
    Tuple {
        /// What stands before the bracket.
        name: Option<Name<'a>>,
        /// What stands inside.
        items: Vec<Node<'a>>,
    },
    /// `(a: 1)` or `Name(a: 1)`; repeated fields are kept, in order.
    Fields {
        /// What stands before the bracket.
        name: Option<Name<'a>>,
        /// What stands inside.
        fields: Vec<(Name<'a>, Node<'a>)>,
    },
    /// Something stood here, or should have, that could not be read; it has been reported.
    Broken,
}
