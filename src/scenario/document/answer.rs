//! What the patient does and says at once when a choice is taken, as written.

use crate::source::decoding::record::record;
use crate::source::decoding::{Read, Reader, UnreadFields, Word};
use crate::source::{Kind, Part, Span, Spanned};
use crate::source::{Node, Value};

use super::{LineDoc, TextDoc, VariantDoc};

/// An answer, in full or as the patient's words alone.
#[derive(Clone, Debug)]
pub(crate) struct AnswerDoc {
    pub(crate) span: Span,
    pub(crate) parts: AnswerPartsDoc,
}

record! {
    /// What happens and is said at once when a choice has been taken, before the scene that follows, whatever scene
    /// that is: an ending and an interruption too. Conditions see how the patient feels afterwards. It has
    /// `narration`, `patient` or `lines`.
    AnswerPartsDoc: "an answer" {
        /// What happens and can be seen. It may vary.
        ///
        /// Default: nothing is told
        ///
        /// ```ron
        /// narration: "He lets go of the door frame.",
        /// ```
        optional narration: TextDoc,

        /// What the patient says. It may vary. Where several people speak, use `lines` in its place.
        ///
        /// Default: the patient says nothing
        ///
        /// ```ron
        /// patient: [(when: AtLeast(trust, 50), say: "Thank you."), (say: "If you say so.")],
        /// ```
        optional patient: TextDoc,

        /// What is said where several people speak, in order.
        ///
        /// Default: only the patient speaks
        ///
        /// ```ron
        /// lines: [(who: "mary", say: "You see?"), (say: "I see nothing, Mary.")],
        /// ```
        optional lines: Spanned<Vec<LineDoc>>,

        /// A mood from [the catalogue of moods](../catalogues/moods.md), acted out for a moment before that of the
        /// scene that follows.
        ///
        /// Default: their feelings alone
        ///
        /// ```ron
        /// mood: relieved,
        /// ```
        optional mood: Spanned<Word>,
    }
    otherwise {
        say: patient,
        says: patient,
        text: patient,
        act: narration,
    }
}

impl Read for AnswerDoc {
    const WHAT: &'static str = "what the patient says, or an answer in full, `(narration: …, patient: …)`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let varies = |item: &Node<'_>| matches!(item.value, Value::Fields { .. } | Value::Text(_));
        let parts = match &node.value {
            Value::Text(_) => Some(AnswerPartsDoc::spoken(node.span, TextDoc::read(node, reader)?)),
            Value::List(items) if items.iter().all(varies) => {
                Some(AnswerPartsDoc::spoken(node.span, TextDoc::read(node, reader)?))
            }
            Value::Fields { .. } | Value::Unit => AnswerPartsDoc::read(node, reader),
            _ => return reader.wrong_type(node, Self::WHAT, node.quotes_hint()),
        };
        Some(Self { span: node.span, parts: parts? })
    }

    fn kind() -> Kind {
        let parts = vec![Part::Record(AnswerPartsDoc::DOCUMENTATION), Part::Record(VariantDoc::DOCUMENTATION)];
        Kind { what: Self::WHAT.to_owned(), parts }
    }
}

impl AnswerPartsDoc {
    /// The patient's words alone.
    fn spoken(span: Span, words: TextDoc) -> Self {
        Self { span, unread: UnreadFields::default(), narration: None, patient: Some(words), lines: None, mood: None }
    }
}
