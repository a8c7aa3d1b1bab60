//! Words without quotes, from fixed lists.

use crate::shared::SharedText;
use crate::source::diagnostics::suggest;
use crate::source::syntax::{Node, Value};

use super::words::Words;
use super::{Kind, Part, Read, Reader, rules, short};

/// A word without quotes, to be looked up in a catalogue later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word(pub(crate) SharedText);

impl Word {
    /// Reads the word; `what` says in messages what should be written.
    fn read_as<'a>(node: &Node<'a>, what: impl Fn() -> String, reader: &mut Reader) -> Option<&'a str> {
        let hint = match &node.value {
            Value::Word(word) => return Some(word),
            Value::Text(text) if reader.takes_for_word(node) => return Some(text),
            Value::Text(text) => Some(format!("leave the quotes out: `{}`", short(&text.replace(['-', ' '], "_")))),
            _ => None,
        };
        reader.wrong_type(node, &what(), hint.as_deref())
    }
}

impl Read for Word {
    const WHAT: &'static str = "a word without quotes";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        Self::read_as(node, || Self::WHAT.to_owned(), reader).map(|word| Self(reader.shared(word)))
    }
}

/// A word of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OneOf<W>(pub(crate) W);

impl<W: Words> OneOf<W> {
    fn what() -> String {
        format!("{}, {}", W::WHAT, Word::WHAT)
    }
}

impl<W: Words> Read for OneOf<W> {
    const WHAT: &'static str = W::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let word = Word::read_as(node, Self::what, reader)?;
        let found = W::ALL.iter().find(|(known, _)| *known == word);
        if found.is_none() {
            let hint = suggest::hint(word, W::ALL.iter().map(|(known, _)| *known));
            let message = format!("`{}` is not {}", short(word), W::WHAT);
            reader.report(rules::UNKNOWN_WORD.at(node.span, message).hints(hint));
        }
        found.map(|(_, value)| Self(*value))
    }

    fn kind() -> Kind {
        Kind { what: Self::what(), parts: vec![Part::Words(W::DOCUMENTATION)] }
    }
}
