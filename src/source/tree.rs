//! The tolerant tree: what a RON text says, and where it says it.

use super::Span;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where, with its name and its brackets.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// A name: of a field, or before a bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name, without the `r#` of a raw one.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// What stands in a text, before anyone asks what it should be.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
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
    Text(String),
    /// `b"…"` or `br#"…"#`
    Bytes(Vec<u8>),
    /// A bare word, such as `Foundation` or `None`.
    Word(String),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{k: v}`; repeated keys are kept, in order.
    Map(Vec<(Node, Node)>),
    /// `(a, b)` or `Name(a, b)`; also `Name()`, and `Some(x)` under the name `Some`.
    Tuple {
        /// What stands before the bracket.
        name: Option<Name>,
        /// What stands inside.
        items: Vec<Node>,
    },
    /// `(a: 1)` or `Name(a: 1)`; repeated fields are kept, in order.
    Fields {
        /// What stands before the bracket.
        name: Option<Name>,
        /// What stands inside.
        fields: Vec<(Name, Node)>,
    },
    /// Something stood here, or should have, that could not be read; it has been reported.
    Broken,
}
