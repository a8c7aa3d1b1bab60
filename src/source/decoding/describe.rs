//! Describes values of a tree in an author's words.

use crate::source::span::Span;
use crate::source::syntax::{Node, Value};

/// A text in an author's words.
pub(super) const A_TEXT: &str = "a text in quotes";

impl Node<'_> {
    /// The value inside `Some(…)`, which an author may write or leave out.
    pub(crate) fn unwrapped(&self) -> &Self {
        match &self.value {
            Value::Tuple { name: Some(name), items } if name.text == "Some" && items.len() == 1 => &items[0],
            _ => self,
        }
    }

    /// The span of its first character: its name's, its opening bracket or its quotation mark.
    pub(crate) fn opening(&self) -> Span {
        self.span.opening()
    }

    /// The hint for a bare word where a text belongs; `None` for all other values.
    pub(crate) fn quotes_hint(&self) -> Option<&'static str> {
        matches!(self.value, Value::Word(_)).then_some("put it in quotes: `\"…\"`")
    }

    /// The value in an author's words.
    pub(crate) fn description(&self) -> String {
        match &self.value {
            Value::Unit => "`()`, with nothing in it".to_owned(),
            Value::Bool(value) => format!("`{value}`"),
            Value::Char(_) => "a single character".to_owned(),
            Value::Integer(value) => format!("the number {value}"),
            Value::Large(value) => format!("the number {value}"),
            Value::Float(value) if value.fract() != 0.0 => "a number with a fraction".to_owned(),
            Value::Float(_) => "a number that is not whole".to_owned(),
            Value::Text(_) => A_TEXT.to_owned(),
            Value::Bytes(_) => "bytes".to_owned(),
            Value::Word(word) => format!("the word `{}`", short(word)),
            Value::List(_) => "a list `[ … ]`".to_owned(),
            Value::Map(_) => "a map `{ … }`".to_owned(),
            Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => {
                format!("`{}( … )`", short(name.text))
            }
            Value::Tuple { name: None, .. } => "`( … )` without field names".to_owned(),
            Value::Fields { name: None, .. } => "`( … )` with fields".to_owned(),
            Value::Broken => "something that cannot be read".to_owned(),
        }
    }
}

/// The word, cut to a length that fits into a message.
pub(crate) fn short(word: &str) -> String {
    const MAX: usize = 60;
    if word.chars().nth(MAX).is_none() {
        return word.to_owned();
    }
    word.chars().take(MAX).chain(['…']).collect()
}
