//! A handout in parts that each fit on the projector.

use crate::group::{Handout, Item, Section};

/// How many lines of text a part has room for, below its heading.
const ROOM: usize = 16;
/// How many letters a line has room for across the whole page.
const LINE: usize = 105;
/// The share of the width, in percent, for the words of an option beside its votes.
const OPTION: usize = 55;

/// The parts of a handout, in order: its sections, and where one has too much for the projector, several of the same
/// heading.
#[must_use]
pub fn slides(handout: &Handout) -> Vec<Section> {
    handout.sections.iter().flat_map(in_parts).collect()
}

fn in_parts(section: &Section) -> Vec<Section> {
    let mut parts: Vec<Vec<Item>> = vec![Vec::new()];
    let mut filled = 0;
    let mut items = section.items.iter().flat_map(pieces).peekable();
    while let Some(item) = items.next() {
        let mut needed = lines(&item);
        if matches!(item, Item::Subheading(_)) {
            // A heading stays with what it heads.
            needed += items.peek().map_or(0, lines);
        }
        if filled > 0 && filled + needed > ROOM {
            parts.push(Vec::new());
            filled = 0;
        }
        filled += lines(&item);
        if let Some(part) = parts.last_mut() {
            part.push(item);
        }
    }
    let count = parts.len();
    let titled = |(index, items): (usize, Vec<Item>)| {
        let heading = &section.heading;
        let heading = if count > 1 { format!("{heading} ({} of {count})", index + 1) } else { heading.clone() };
        Section { heading, items }
    };
    parts.into_iter().enumerate().map(titled).collect()
}

/// Whether a part has room for larger type.
pub(super) fn is_short(part: &Section) -> bool {
    part.items.iter().map(lines).sum::<usize>() * 2 <= ROOM
}

/// An item, taken apart where it is too long for one part.
fn pieces(item: &Item) -> Vec<Item> {
    match item {
        Item::List(all) if lines(item) > ROOM => all.iter().map(|one| Item::List(vec![one.clone()])).collect(),
        Item::Table { caption, columns, rows } if lines(item) > ROOM => {
            let most = rows.len().div_ceil(lines(item).div_ceil(ROOM)).max(1);
            let some = rows.chunks(most);
            some.map(|rows| Item::Table { caption: caption.clone(), columns: columns.clone(), rows: rows.to_vec() })
                .collect()
        }
        other => vec![other.clone()],
    }
}

/// How many lines an item takes, with the space around it.
fn lines(item: &Item) -> usize {
    match item {
        Item::Text(text) => across(text, LINE),
        Item::Labelled(label, text) => {
            across(label, LINE).max((label.chars().count() + text.chars().count()).div_ceil(LINE))
        }
        Item::List(all) => all.iter().map(|one| across(one, LINE)).sum(),
        Item::Subheading(_) => 2,
        Item::Notice(notice) => across(notice, LINE) + 2,
        Item::Quote { words, .. } => across(words, LINE) + 1,
        Item::Table { columns, rows, .. } => {
            let all: usize = columns.iter().map(|&(_, share)| usize::from(share)).sum();
            let cell =
                |(cell, &(_, share)): (&String, &(&str, u8))| across(cell, LINE * usize::from(share) / all.max(1));
            let row = |row: &Vec<String>| row.iter().zip(columns).map(cell).max().unwrap_or(1);
            1 + rows.iter().map(row).sum::<usize>()
        }
        Item::Votes(votes) => {
            let rows: usize = votes.rows.iter().map(|row| across(&row.label, LINE * OPTION / 100)).sum();
            4 + rows + across(&votes.moved, LINE)
        }
        Item::Lines(..) => 1,
    }
}

/// How many lines a text takes where a line has room for so many letters.
fn across(text: &str, line: usize) -> usize {
    text.chars().count().div_ceil(line.max(8)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(items: Vec<Item>) -> Section {
        Section { heading: "Votes".to_owned(), items }
    }

    #[test]
    fn a_section_that_fits_stays_whole_and_a_long_one_is_told_in_numbered_parts() {
        let line = || Item::Text("a line".to_owned());
        assert_eq!(in_parts(&section(vec![line(); ROOM])), [section(vec![line(); ROOM])]);
        let parts = in_parts(&section(vec![line(); ROOM + 1]));
        assert_eq!(parts.iter().map(|part| part.items.len()).collect::<Vec<_>>(), [ROOM, 1]);
        assert_eq!(parts[1].heading, "Votes (2 of 2)");
    }

    #[test]
    fn a_heading_is_not_left_behind_by_what_it_heads() {
        let mut items = vec![Item::Text("a line".to_owned()); ROOM - 2];
        items.push(Item::Subheading("Turn 3".to_owned()));
        items.push(Item::Text("what it heads".to_owned()));
        let parts = in_parts(&section(items));
        assert!(matches!(parts[1].items[..], [Item::Subheading(_), Item::Text(_)]), "{parts:?}");
    }

    #[test]
    fn nothing_is_lost_from_a_list_that_is_taken_apart() {
        let all: Vec<String> = (0..50).map(|number| format!("word {number}")).collect();
        let parts = in_parts(&section(vec![Item::List(all.clone())]));
        let told = parts.iter().flat_map(|part| &part.items).flat_map(|item| match item {
            Item::List(some) => some.clone(),
            other => panic!("{other:?}"),
        });
        assert_eq!(told.collect::<Vec<_>>(), all);
    }
}
