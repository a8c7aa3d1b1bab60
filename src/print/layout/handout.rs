//! A handout laid out for paper.

use crate::group::{Handout, Item, Section};
use crate::print::{Column, Depth, Element, PrintDocument, Run, RunKind, Table};

use super::labelled;

pub(in crate::print) fn lay_out_handout(handout: &Handout) -> PrintDocument {
    let mut elements = vec![Element::Heading(Depth::One, handout.title.clone())];
    elements.extend(handout.content_note.clone().map(Element::Notice));
    elements.extend(handout.sections.iter().flat_map(section));
    PrintDocument {
        title: handout.title.clone(),
        about: handout.about.clone(),
        elements,
        appendix: Vec::new(),
        footer: handout.origin.clone(),
    }
}

fn section(section: &Section) -> Vec<Element> {
    let heading = Element::Heading(Depth::Two, section.heading.clone());
    std::iter::once(heading).chain(section.items.iter().map(item)).collect()
}

fn item(item: &Item) -> Element {
    match item {
        Item::Text(text) => Element::plain(text),
        Item::Labelled(label, text) => Element::Text(labelled(label, text)),
        Item::List(items) => {
            Element::List(items.iter().map(|text| vec![Run { kind: RunKind::Plain, text: text.clone() }]).collect())
        }
        Item::Table { caption, columns, rows } => Element::Table(Table {
            caption: caption.clone(),
            columns: columns.iter().map(|&(head, share)| Column::text(head, share)).collect(),
            rows: rows.clone(),
        }),
        Item::Lines(label, lines) => Element::BlankLines { label: (*label).to_owned(), lines: *lines },
    }
}
