//! The part of a group's debrief that the projector shows, as phones show it.

use std::fmt::Write as _;

use crate::group::{Item, Section, Votes, VotesRow};
use crate::hash::ContentHash;
use crate::markup::escaped;

/// The characters of a hash that tell one part from another.
const TOLD_APART: usize = 16;

/// A part of a group's debrief as phones show it: text and markup, and nothing in the text is obeyed.
#[derive(Clone, Debug)]
pub(super) struct ShownPart {
    pub(super) section: Section,
    /// Another for another part, also in a room that was closed and taken up again.
    pub(super) key: String,
    pub(super) main: String,
}

impl ShownPart {
    pub(super) fn of(section: &Section) -> Self {
        let items: String = section.items.iter().map(item).collect();
        let main = format!("<h1 tabindex=\"-1\">{}</h1><div class=\"part\">{items}</div>", escaped(&section.heading));
        let key = ContentHash::of([main.as_str()]).to_string().chars().take(TOLD_APART).collect();
        Self { section: section.clone(), key, main }
    }
}

fn item(item: &Item) -> String {
    match item {
        Item::Text(text) => paragraph(text),
        Item::Labelled(label, text) => {
            format!("<p><span class=\"who\">{}</span> {}</p>", escaped(label), escaped(text))
        }
        Item::List(all) => {
            let all = all.iter().fold(String::new(), |mut list, one| {
                let _ = write!(list, "<li>{}</li>", escaped(one));
                list
            });
            format!("<ul>{all}</ul>")
        }
        Item::Subheading(title) => format!("<h2>{}</h2>", escaped(title)),
        Item::Notice(notice) => format!("<p class=\"notice\">{}</p>", escaped(notice)),
        Item::Quote { whose, words } => {
            format!("<p class=\"who\">{}</p><blockquote>{}</blockquote>", escaped(whose), paragraph(words))
        }
        Item::Table { caption, columns, rows } => {
            let heads: Vec<&str> = columns.iter().map(|&(head, _)| head).collect();
            table(caption, &heads, rows)
        }
        Item::Votes(votes) => self::votes(votes),
        Item::Lines(label, _) => paragraph(label),
    }
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escaped(text))
}

/// A table of texts; the first cell of a row is what the row is about. The roles say what a browser would not tell any more
/// where a narrow page lays the cells below each other, each after the head of its column.
fn table(caption: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = format!(
        "<table role=\"table\"><caption role=\"caption\">{}</caption><thead role=\"rowgroup\"><tr role=\"row\">",
        escaped(caption)
    );
    for head in heads {
        let _ = write!(out, "<th role=\"columnheader\" scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead><tbody role=\"rowgroup\">");
    for row in rows {
        out.push_str("<tr role=\"row\">");
        for (column, (head, cell)) in heads.iter().zip(row).enumerate() {
            let (head, cell) = (escaped(head), escaped(cell));
            let _ = match column {
                0 => write!(out, "<th role=\"rowheader\" scope=\"row\" data-head=\"{head}\">{cell}</th>"),
                _ => write!(out, "<td role=\"cell\" data-head=\"{head}\">{cell}</td>"),
            };
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

/// The votes as a table, without a column for a vote that was not held.
fn votes(votes: &Votes) -> String {
    let held = |count: fn(&VotesRow) -> Option<u32>| votes.rows.iter().any(|row| count(row).is_some());
    let before = held(|row| row.before).then_some("Before");
    let after = held(|row| row.after).then_some("After");
    let heads: Vec<&str> = std::iter::once("Option").chain(before).chain(after).collect();
    let row = |row: &VotesRow| {
        let taken = if row.taken { " (taken)" } else { "" };
        let option = format!("{}. {}{taken}", row.letter, row.label);
        let counts = [row.before, row.after].into_iter().flatten().map(|count| count.to_string());
        std::iter::once(option).chain(counts).collect()
    };
    let rows: Vec<Vec<String>> = votes.rows.iter().map(row).collect();
    table(&votes.caption, &heads, &rows) + &paragraph(&votes.moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(items: Vec<Item>) -> String {
        ShownPart::of(&Section { heading: "What <i>happened</i>".to_owned(), items }).main
    }

    #[test]
    fn what_a_part_says_is_text_and_its_heading_can_be_focused() {
        let hostile = "<script>alert(1)</script>".to_owned();
        let items = vec![
            Item::Text(hostile.clone()),
            Item::Labelled(hostile.clone(), hostile.clone()),
            Item::List(vec![hostile.clone()]),
            Item::Subheading(hostile.clone()),
            Item::Notice(hostile.clone()),
            Item::Quote { whose: hostile.clone(), words: hostile.clone() },
            Item::Table { caption: hostile.clone(), columns: vec![("Turn", 1)], rows: vec![vec![hostile.clone()]] },
        ];
        let main = shown(items);
        assert!(main.starts_with("<h1 tabindex=\"-1\">What &lt;i&gt;happened&lt;/i&gt;</h1>"), "{main}");
        assert!(!main.contains("<script") && main.matches("&lt;script&gt;").count() == 10, "{main}");
    }

    #[test]
    fn a_table_is_one_for_who_hears_it_and_its_cells_know_their_column() {
        let columns = vec![("Turn", 1), ("Points", 2)];
        let rows = vec![vec!["1".to_owned(), "4\nof 5".to_owned()]];
        let main = shown(vec![Item::Table { caption: "Points".to_owned(), columns, rows }]);
        for markup in [
            "<caption role=\"caption\">Points</caption>",
            "<th role=\"columnheader\" scope=\"col\">Turn</th>",
            "<th role=\"rowheader\" scope=\"row\" data-head=\"Turn\">1</th>",
            "<td role=\"cell\" data-head=\"Points\">4\nof 5</td>",
        ] {
            assert!(main.contains(markup), "{markup}: {main}");
        }
    }

    #[test]
    fn votes_have_a_column_for_each_that_was_held() {
        let row = |letter, before, taken| VotesRow { letter, label: "Wait.".to_owned(), before, after: None, taken };
        let rows = vec![row('A', Some(3), false), row('B', Some(5), true)];
        let main = shown(vec![Item::Votes(Votes { caption: "Turn 1".to_owned(), rows, moved: "So.".to_owned() })]);
        assert!(main.contains(">B. Wait. (taken)</th><td role=\"cell\" data-head=\"Before\">5</td></tr>"), "{main}");
        assert!(!main.contains("After") && main.contains("<p>So.</p>"), "{main}");
    }

    #[test]
    fn another_part_has_another_key() {
        let key = |text: &str| {
            ShownPart::of(&Section { heading: String::new(), items: vec![Item::Text(text.to_owned())] }).key
        };
        assert_eq!(key("one"), key("one"));
        assert_ne!(key("one"), key("other"));
    }
}
