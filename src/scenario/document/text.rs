//! A text that may vary, as written.

use smallvec::{SmallVec, smallvec};

use crate::shared::SharedText;
use crate::source::decoding::record::record;
use crate::source::decoding::{Read, Reader, UnreadFields};
use crate::source::{Kind, Part, Span};
use crate::source::{Node, Value};

use super::ConditionDoc;

/// A text: its variants in order.
#[derive(Clone, Debug)]
pub(crate) struct TextDoc {
    pub(crate) span: Span,
    pub(crate) variants: SmallVec<[VariantDoc; 1]>,
    /// Whether every variant could be read.
    pub(crate) whole: bool,
}

record! {
    /// One way to say a text that varies. Of a list of variants the first whose condition holds is taken.
    VariantDoc: "a variant" {
        /// When it applies. The last variant of a list has none, so that there is always something to say.
        ///
        /// Default: always
        ///
        /// ```ron
        /// when: AtLeast(agitation, 60),
        /// ```
        optional when: Box<ConditionDoc>,

        /// The text, or a list of texts of which chance picks one.
        ///
        /// ```ron
        /// say: ["Two hours.", "It's been two hours."],
        /// ```
        required say: WordingsDoc,
    }
    otherwise {
        patient: say,
        text: say,
        condition: when,
    }
}

/// One wording, or several of which chance picks one.
#[derive(Clone, Debug)]
pub(crate) struct WordingsDoc {
    pub(crate) span: Span,
    pub(crate) wordings: SmallVec<[SharedText; 1]>,
    /// Whether every wording could be read.
    pub(crate) whole: bool,
}

impl Read for WordingsDoc {
    const WHAT: &'static str = "a text, or a list of texts";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let (wordings, whole) = reader.checking_completeness(|reader| match &node.value {
            Value::List(_) => Vec::read(node, reader).map(SmallVec::from),
            _ => SharedText::read(node, reader).map(|text| smallvec![text]),
        });
        Some(Self { span: node.span, wordings: wordings?, whole })
    }
}

impl Read for TextDoc {
    const WHAT: &'static str = "a text, a list of texts, or a list of variants `(when: …, say: …)`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let varies = |item: &Node<'_>| matches!(item.value, Value::Fields { .. });
        if let Value::List(items) = &node.value
            && items.iter().any(varies)
        {
            let (variants, whole) = reader.checking_completeness(|reader| Vec::read(node, reader));
            return Some(Self { span: node.span, variants: variants?.into(), whole });
        }
        if !matches!(node.value, Value::Text(_) | Value::List(_)) {
            return reader.wrong_type(node, Self::WHAT, node.quotes_hint());
        }
        let (say, whole) = reader.checking_completeness(|reader| WordingsDoc::read(node, reader));
        let always = VariantDoc { span: node.span, unread: UnreadFields::default(), when: None, say };
        Some(Self { span: node.span, variants: smallvec![always], whole })
    }

    fn kind() -> Kind {
        Kind { what: Self::WHAT.to_owned(), parts: vec![Part::Record(VariantDoc::DOCUMENTATION)] }
    }
}
