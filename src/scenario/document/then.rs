//! Where a choice leads, as written.

use smallvec::{SmallVec, smallvec};

use crate::source::decoding::record::record;
use crate::source::decoding::{Id, Read, Reader, UnreadFields, WholeNumber, short};
use crate::source::{Documentation, EntryDocumentation, Kind, ListDocumentation, Part, Span, Spanned, suggest};
use crate::source::{Node, Value};

use super::ConditionDoc;

/// A scene, or `Resume`: back to where the conversation was going before an interruption.
#[derive(Clone, Debug)]
pub(crate) enum TargetDoc {
    Scene(Spanned<Id>),
    Resume(Span),
}

/// The branches of a choice, in order.
#[derive(Clone, Debug)]
pub(crate) struct ThenDoc {
    pub(crate) span: Span,
    pub(crate) branches: SmallVec<[BranchDoc; 1]>,
    /// Whether every branch could be read.
    pub(crate) whole: bool,
}

record! {
    /// One way that a choice may lead. Of a list of branches the first whose condition holds is taken. A branch
    /// has either `to` or `chance`.
    BranchDoc: "a branch" {
        /// When it is taken. The last branch of a list has none, so that there is always somewhere to go.
        ///
        /// Default: always
        ///
        /// ```ron
        /// when: AtLeast(agitation, 50),
        /// to: "stands",
        /// ```
        optional when: Box<ConditionDoc>,

        /// The scene it leads to; in an interruption also `Resume`.
        ///
        /// Default: the branch has `chance`
        ///
        /// ```ron
        /// to: "softens",
        /// ```
        optional to: TargetDoc,

        /// Scenes of which chance picks one, each with its weight from 1 to 1000: `(2, "mutters"), (1, "stands")`
        /// leads to `mutters` twice as often. The same seed gives the same chance again.
        ///
        /// Default: the branch has `to`
        ///
        /// ```ron
        /// chance: [(2, "mutters"), (1, "stands")],
        /// ```
        optional chance: Box<Spanned<Vec<WeightedDoc>>>,
    }
    otherwise {
        then: to,
        on: to,
        scene: to,
        condition: when,
    }
}

/// A target with its weight of chance.
#[derive(Clone, Debug)]
pub(crate) struct WeightedDoc {
    pub(crate) weight: WholeNumber<1, 1000>,
    pub(crate) to: TargetDoc,
}

impl TargetDoc {
    const RESUME: &'static str = "Resume";

    /// What authors read about targets that are no scene.
    const WAY_BACK: &'static ListDocumentation = &ListDocumentation {
        what: "a way back",
        documentation: Documentation::new(" A target that is no scene.\n"),
        entries: &[EntryDocumentation {
            name: Self::RESUME,
            written: Self::RESUME,
            documentation: Documentation::new(
                " Back to the scene that the conversation was going to when this one broke in. Only in a scene with\n \
                 [`breaks_in`](../scene/breaks_in.md).\n",
            ),
        }],
    };
}

impl Read for TargetDoc {
    const WHAT: &'static str = "a scene's id in quotes, or `Resume`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Word(word) if *word == Self::RESUME => Some(Self::Resume(node.span)),
            Value::Text(_) => Spanned::read(node, reader).map(Self::Scene),
            Value::Word(word) => {
                let hint = suggest::closest(word, [Self::RESUME])
                    .map_or_else(|| "put the scene's id in quotes: `\"…\"`".to_owned(), suggest::did_you_mean);
                reader.wrong_type(node, Self::WHAT, Some(&hint))
            }
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }

    fn kind() -> Kind {
        Kind { what: Self::WHAT.to_owned(), parts: vec![Part::Words(Self::WAY_BACK)] }
    }
}

impl Read for WeightedDoc {
    const WHAT: &'static str = "a weight and a scene, `(2, \"scene-id\")`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Tuple { name: None, items } if items.len() == 2 => {
                let weight = WholeNumber::read(&items[0], reader);
                let to = TargetDoc::read(&items[1], reader);
                Some(Self { weight: weight?, to: to? })
            }
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }
}

fn is_text(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Text(_))
}

/// How a list of scenes is written of which chance picks one.
fn as_chance(items: &[Node<'_>]) -> String {
    /// More scenes than this would only lengthen the hint.
    const MOST: usize = 4;
    let shown = |item: &Node<'_>| match item.value {
        Value::Text(id) => Some(format!("(1, \"{}\")", short(id))),
        _ => None,
    };
    let more = (items.len() > MOST).then(|| "…".to_owned());
    let all: Vec<String> = items.iter().take(MOST).filter_map(shown).chain(more).collect();
    format!("for chance to pick one, write `[(chance: [{}])]`", all.join(", "))
}

impl Read for ThenDoc {
    const WHAT: &'static str = "a scene's id, `Resume`, or a list of branches";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::List(items) if !items.is_empty() && items.iter().all(is_text) => {
                reader.wrong_type(node, "one scene, or branches in round brackets", Some(&as_chance(items)))
            }
            Value::List(_) => {
                let (branches, whole) = reader.checking_completeness(|reader| Vec::read(node, reader));
                Some(Self { span: node.span, branches: branches?.into(), whole })
            }
            Value::Text(_) | Value::Word(_) => {
                let to = TargetDoc::read(node, reader)?;
                let only = BranchDoc {
                    span: node.span,
                    unread: UnreadFields::default(),
                    when: None,
                    to: Some(to),
                    chance: None,
                };
                Some(Self { span: node.span, branches: smallvec![only], whole: true })
            }
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }

    fn kind() -> Kind {
        Kind {
            what: Self::WHAT.to_owned(),
            parts: vec![Part::Record(BranchDoc::DOCUMENTATION), Part::Words(TargetDoc::WAY_BACK)],
        }
    }
}

impl BranchDoc {
    /// Every target that it names.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &TargetDoc> {
        let weighted = self.chance.iter().flat_map(|chance| chance.value.iter().map(|one| &one.to));
        self.to.iter().chain(weighted)
    }
}
