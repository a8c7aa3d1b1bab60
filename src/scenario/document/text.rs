//! A text that may vary, as written.

use crate::source::Span;
use crate::source::decode::{Read, Reader};
use crate::source::record::record;
use crate::source::tree::{Node, Value};

use super::ConditionDoc;

/// A text: its variants in order.
#[derive(Clone, Debug)]
pub(crate) struct TextDoc {
    pub(crate) span: Span,
    pub(crate) variants: Vec<VariantDoc>,
}

record! {
    /// A wording, or several, and when they apply.
    VariantDoc: "a variant of a text" {
        optional when: ConditionDoc,
        required say: WordingsDoc,
    }
}

/// One wording, or several for chance to pick from.
#[derive(Clone, Debug)]
pub(crate) struct WordingsDoc(pub(crate) Vec<String>);

impl Read for WordingsDoc {
    const WHAT: &'static str = "a text, or a list of texts";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::read(node, reader).map(Self),
            _ => String::read(node, reader).map(|text| Self(vec![text])),
        }
    }
}

impl Read for TextDoc {
    const WHAT: &'static str = "a text, a list of texts, or a list of variants `(when: …, say: …)`";

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let always = |say: Option<WordingsDoc>| VariantDoc { span: node.span, when: None, say };
        let variants = match &node.value {
            Value::Text(_) => vec![always(WordingsDoc::read(node, reader))],
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Fields { .. })) => {
                Vec::read(node, reader)?
            }
            Value::List(_) => vec![always(WordingsDoc::read(node, reader))],
            _ => return reader.wrong_type(node, Self::WHAT, None),
        };
        Some(Self { span: node.span, variants })
    }
}
