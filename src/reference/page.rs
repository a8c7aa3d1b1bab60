//! The pages of the reference in Markdown, with links between them.

use std::fmt::Write as _;

use crate::rubric::Rubric;
use crate::sentence::capitalised;
use crate::source::{EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation};

use super::{Format, catalogue, hyphenated, slug};

/// A page of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands below the reference's folder: `scene/cue.md`.
    pub path: String,
    /// Its Markdown.
    pub text: String,
}

/// Every page: one for each field, word list and condition, one for each record with its fields, and one
/// above all of them. Links assume that all but the last stand one folder deep.
#[must_use]
pub fn pages(rubric: &Rubric) -> Vec<Page> {
    let format = Format::of_scenarios();
    let mut pages = vec![page("README.md".to_owned(), &contents(&format))];
    for record in &format.records {
        pages.push(page(format!("{}/README.md", slug(record.what)), &of_record(record, &format)));
        for field in record.fields {
            pages.push(page(format!("{}/{}.md", slug(record.what), field.name), &of_field(record, field)));
        }
    }
    for list in &format.words {
        pages.push(page(format!("words/{}.md", slug(list.what)), &of_words(list)));
    }
    for list in &format.shapes {
        pages.push(page(format!("{}/README.md", slug(list.what)), &of_shapes(list)));
        for entry in list.entries {
            pages.push(page(format!("{}/{}.md", slug(list.what), hyphenated(entry.name)), &of_shape(list, entry)));
        }
    }
    pages.extend(catalogue::pages(rubric));
    pages
}

/// A page, which says where it comes from.
pub(super) fn page(path: String, text: &str) -> Page {
    let from = "<!-- Made from the code. Change it there, then: BEDSIDE_WRITE=1 cargo test --no-default-features reference -->";
    Page { path, text: format!("{from}\n\n{text}") }
}

fn contents(format: &Format) -> String {
    let mut text = "# The scenario format, field by field\n\n\
        `bedside check` reads a file by the declarations that these pages are made from. To learn the format, \
        begin with [the author's guide](../../authoring.md); for all of it at a glance, see \
        [the overview](../../scenario-format.md).\n\n## Records\n\n| | fields |\n|---|---|\n"
        .to_owned();
    for record in &format.records {
        let folder = slug(record.what);
        let fields = record.fields.iter().map(|field| format!("[`{}`]({folder}/{}.md)", field.name, field.name));
        let _ = writeln!(text, "| [{}]({folder}/README.md) | {} |", record.what, fields.collect::<Vec<_>>().join(", "));
    }
    for list in &format.shapes {
        let folder = slug(list.what);
        let entries = list.entries.iter().map(|it| format!("[`{}`]({folder}/{}.md)", it.name, hyphenated(it.name)));
        let _ = writeln!(text, "| [{}]({folder}/README.md) | {} |", list.what, entries.collect::<Vec<_>>().join(", "));
    }
    text.push_str("\n## Words\n\n| | words |\n|---|---|\n");
    for list in &format.words {
        let _ = writeln!(text, "| [{}](words/{}.md) | {} |", list.what, slug(list.what), words_of(list));
    }
    text.push_str("\n## Catalogues\n\n[Behaviours](catalogues/behaviours.md), [strategies](catalogues/strategies.md), [moods](catalogues/moods.md)\n");
    text
}

fn of_record(record: &RecordDocumentation, format: &Format) -> String {
    let mut text = format!("# {}\n\n{}\n\n", capitalised(record.what), record.documentation.meaning());
    let places = format.places_of(record);
    if !places.is_empty() {
        let places = places.iter().map(|(outer, field)| {
            format!("[`{field}`](../{}/{field}.md) of {}", slug(outer.what), link(outer.what, Place::Record))
        });
        let _ = writeln!(text, "It stands in {}.\n", places.collect::<Vec<_>>().join(", "));
    }
    text.push_str("| field | what to write | if left out | meaning |\n|---|---|---|---|\n");
    for field in record.fields {
        let kind = linked((field.kind)());
        let (name, meaning) = (field.name, cell(&field.documentation.summary()));
        let _ = writeln!(text, "| [`{name}`]({name}.md) | {} | {} | {meaning} |", cell(&kind), cell(left_out(field)));
    }
    text + FOOT
}

fn of_field(record: &RecordDocumentation, field: &FieldDocumentation) -> String {
    let mut text = format!("# `{}`, a field of {}\n\n", field.name, record.what);
    let kind = (field.kind)();
    let words: Vec<&ListDocumentation> = kind
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Words(list) => Some(*list),
            _ => None,
        })
        .collect();
    let _ = writeln!(text, "{}\n", field.documentation.meaning());
    let _ = writeln!(text, "| | |\n|---|---|\n| what to write | {} |", cell(&linked(kind)));
    for list in words {
        let _ = writeln!(text, "| the words | {} |", words_of(list));
    }
    let _ = writeln!(text, "| if left out | {} |", cell(left_out(field)));
    if let Some(example) = field.documentation.example() {
        let _ = writeln!(text, "\n## Example\n\n```ron\n{example}```");
    }
    let _ = writeln!(text, "\n[All fields of {}](README.md) · [The whole format](../README.md)", record.what);
    text
}

fn of_words(list: &ListDocumentation) -> String {
    let about = list.documentation.meaning();
    let mut text = format!(
        "# {}\n\n{about} One of these words, without quotes.\n\n| word | meaning |\n|---|---|\n",
        capitalised(list.what)
    );
    for entry in list.entries {
        let _ = writeln!(text, "| `{}` | {} |", entry.name, cell(&entry.documentation.summary()));
    }
    text + FOOT
}

fn of_shapes(list: &ListDocumentation) -> String {
    let about = list.documentation.meaning();
    let mut text = format!("# {}\n\n{about}\n\n| written | holds when |\n|---|---|\n", capitalised(list.what));
    for entry in list.entries {
        let meaning = cell(&entry.documentation.summary());
        let _ = writeln!(text, "| [`{}`]({}.md) | {meaning} |", entry.written, hyphenated(entry.name));
    }
    text + FOOT
}

fn of_shape(list: &ListDocumentation, entry: &EntryDocumentation) -> String {
    format!(
        "# `{}`, {}\n\n{}\n\n## Example\n\n```ron\n{}\n```\n\n[All conditions](README.md) · [The whole format](../README.md)\n",
        entry.name,
        list.what,
        entry.documentation.meaning(),
        entry.written
    )
}

const FOOT: &str = "\n[The whole format](../README.md)\n";

/// What counts where a field is left out.
fn left_out(field: &FieldDocumentation) -> &'static str {
    if field.required { "it must be there" } else { field.documentation.default().unwrap_or("nothing") }
}

fn words_of(list: &ListDocumentation) -> String {
    list.entries.iter().map(|entry| format!("`{}`", entry.name)).collect::<Vec<_>>().join(", ")
}

/// Which folder a page is in.
#[derive(Clone, Copy)]
enum Place {
    Record,
    Words,
}

/// A link to the page of a record, a list of conditions or a list of words.
fn link(what: &str, place: Place) -> String {
    let path = match place {
        Place::Record => format!("{}/README.md", slug(what)),
        Place::Words => format!("words/{}.md", slug(what)),
    };
    format!("[{what}](../{path})")
}

/// What may be written, with links to what it is made of.
fn linked(kind: Kind) -> String {
    let mut what = kind.what;
    for part in kind.parts {
        let place = if matches!(part, Part::Words(_)) { Place::Words } else { Place::Record };
        let link = link(part.what(), place);
        let plain = what.contains(part.what());
        what = if plain { what.replacen(part.what(), &link, 1) } else { format!("{what} (see {link})") };
    }
    what
}

/// Text that can stand in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
