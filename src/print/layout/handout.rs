//! A handout laid out for paper.

use crate::group::{Handout, Item, Section, Votes, VotesRow};
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
        Item::Subheading(text) => Element::Heading(Depth::Three, text.clone()),
        Item::Notice(text) => Element::Notice(text.clone()),
        Item::Quote { whose, words } => Element::Quote { whose: whose.clone(), words: words.clone() },
        Item::Votes(votes) => Element::Card(self::votes(votes).into()),
        Item::Lines(label, lines) => Element::BlankLines { label: (*label).to_owned(), lines: *lines },
    }
}

/// The votes as a table, without a column for a vote that was not held.
fn votes(votes: &Votes) -> [Element; 2] {
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    let mut columns = vec![Column::text("Option", 3), Column::text("What is said or done", 22)];
    let held = |count: &dyn Fn(&VotesRow) -> Option<u32>| votes.rows.iter().any(|row| count(row).is_some());
    columns.extend(held(&|row| row.before).then(|| Column::numbers("Before", 3)));
    columns.extend(held(&|row| row.after).then(|| Column::numbers("After", 3)));
    columns.push(Column::text("Taken", 3));
    let rows = votes.rows.iter().map(|row| {
        let taken = if row.taken { "taken" } else { "" };
        let counts = [row.before, row.after].into_iter().filter_map(number);
        let words = [row.letter.to_string(), row.label.clone()];
        words.into_iter().chain(counts).chain([taken.to_owned()]).collect()
    });
    let table = Table { caption: votes.caption.clone(), columns, rows: rows.collect() };
    [Element::Table(table), Element::plain(&votes.moved)]
}
