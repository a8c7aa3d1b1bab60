//! The tag tree: what the parts of the page are to a screen reader.

use std::num::NonZero;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use super::LANGUAGE;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its level and its text.
    Heading(u16, String),
    Paragraph,
    Quote,
    List,
    Item,
    Label,
    Body,
    Table,
    Caption,
    /// The heading rows of a table.
    Head,
    /// The other rows of a table.
    Rows,
    Row,
    /// A column heading.
    OfColumn,
    /// A row heading.
    OfRow,
    Cell,
    /// With its text alternative.
    Diagram(String),
}

/// A part's index in the tree.
pub(super) type Part = usize;

#[derive(Clone, Debug)]
enum Child {
    Part(Part),
    /// An item, by its number.
    Drawn(usize),
}

/// The tree while it is being built.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    parts: Vec<(Kind, Vec<Child>)>,
    top: Vec<Part>,
    drawn: usize,
}

impl Tree {
    /// Adds a part below another, or at the top level.
    pub(super) fn add(&mut self, below: Option<Part>, kind: Kind) -> Part {
        let part = self.parts.len();
        self.parts.push((kind, Vec::new()));
        match below {
            Some(below) => self.parts[below].1.push(Child::Part(part)),
            None => self.top.push(part),
        }
        part
    }

    /// Adds an item to a part; returns the item's number.
    pub(super) fn draw(&mut self, part: Part) -> usize {
        let number = self.drawn;
        self.drawn += 1;
        self.parts[part].1.push(Child::Drawn(number));
        number
    }

    /// The finished tree, with the identifiers of the items that were drawn.
    pub(super) fn tagged(&self, drawn: &[(usize, Identifier)]) -> TagTree {
        let mut by_number = vec![None; self.drawn];
        for &(number, identifier) in drawn {
            by_number[number] = Some(identifier);
        }
        let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
        self.top.iter().for_each(|&part| tree.push(self.group(part, &by_number)));
        tree
    }

    fn group(&self, part: Part, drawn: &[Option<Identifier>]) -> TagGroup {
        let (kind, children) = &self.parts[part];
        let node = |child: &Child| match child {
            Child::Part(part) => Some(Node::from(self.group(*part, drawn))),
            Child::Drawn(number) => drawn[*number].map(Node::from),
        };
        TagGroup::with_children(kind.tag(), children.iter().filter_map(node).collect())
    }
}

impl Kind {
    fn tag(&self) -> TagKind {
        match self {
            Self::Heading(level, title) => {
                Tag::Hn(NonZero::new(*level).unwrap_or(NonZero::<u16>::MIN), Some(title.clone())).into()
            }
            Self::Paragraph => Tag::P.into(),
            Self::Quote => Tag::BlockQuote.into(),
            Self::List => Tag::L(ListNumbering::Disc).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::Caption => Tag::Caption.into(),
            Self::Head => Tag::THead.into(),
            Self::Rows => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::OfColumn => Tag::TH(TableHeaderScope::Column).into(),
            Self::OfRow => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
            Self::Diagram(words) => Tag::Figure(Some(words.clone())).into(),
        }
    }
}
