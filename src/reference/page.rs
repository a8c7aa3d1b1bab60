//! The pages of the reference in Markdown, with links between them.

use std::fmt::Write as _;

use crate::rubric::Rubric;
use crate::sentence::capitalised;
use crate::source::{EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation};

use super::{Entry, Format, REQUIRED, catalogue, kebab_case, slug};

/// A page of the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Relative to the reference's folder: `scene/cue.md`.
    pub path: String,
    /// In Markdown.
    pub text: String,
}

/// Every page: one for each field, word list and condition, one for each record with its fields, and the contents.
/// Links assume that all pages but the contents are one folder deep.
#[must_use]
pub fn pages(rubric: &Rubric) -> Vec<Page> {
    let format = Format::of_scenarios();
    let mut pages = vec![generated_page("README.md".to_owned(), &contents(&format))];
    for record in &format.records {
        pages.push(generated_page(format!("{}/README.md", slug(record.what)), &record_page(record, &format)));
        for field in record.fields {
            pages.push(generated_page(format!("{}/{}.md", slug(record.what), field.name), &field_page(record, field)));
        }
    }
    for list in &format.words {
        pages.push(generated_page(format!("words/{}.md", slug(list.what)), &words_page(list)));
    }
    for list in &format.shapes {
        pages.push(generated_page(format!("{}/README.md", slug(list.what)), &shapes_page(list)));
        for entry in list.entries {
            pages.push(generated_page(
                format!("{}/{}.md", slug(list.what), kebab_case(entry.name)),
                &shape_page(list, entry),
            ));
        }
    }
    pages.extend(catalogue::pages(rubric));
    pages
}

/// A page that begins with a note on how it is generated.
pub(super) fn generated_page(path: String, text: &str) -> Page {
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
        let entries = list.entries.iter().map(|it| format!("[`{}`]({folder}/{}.md)", it.name, kebab_case(it.name)));
        let _ = writeln!(text, "| [{}]({folder}/README.md) | {} |", list.what, entries.collect::<Vec<_>>().join(", "));
    }
    text.push_str("\n## Words\n\n| | words |\n|---|---|\n");
    for list in &format.words {
        let _ = writeln!(text, "| [{}](words/{}.md) | {} |", list.what, slug(list.what), words_of(list));
    }
    text.push_str("\n## Catalogues\n\n[Behaviours](catalogues/behaviours.md), [moments](catalogues/moments.md), [strategies](catalogues/strategies.md), [moods](catalogues/moods.md)\n");
    text
}

fn record_page(record: &RecordDocumentation, format: &Format) -> String {
    let mut text = format!("# {}\n\n{}\n\n", capitalised(record.what), record.documentation.meaning());
    let outer_fields = format.fields_holding(record);
    if !outer_fields.is_empty() {
        let outer_fields = outer_fields.iter().map(|(outer, field)| {
            format!("[`{field}`](../{}/{field}.md) of {}", slug(outer.what), link(outer.what, Folder::Record))
        });
        let _ = writeln!(text, "It stands in {}.\n", outer_fields.collect::<Vec<_>>().join(", "));
    }
    text.push_str("| field | what to write | if left out | meaning |\n|---|---|---|---|\n");
    for field in record.fields {
        let kind = with_links((field.kind)());
        let (name, meaning) = (field.name, cell(&field.documentation.summary()));
        let _ = writeln!(text, "| [`{name}`]({name}.md) | {} | {} | {meaning} |", cell(&kind), cell(left_out(field)));
    }
    text + FOOTER
}

fn field_page(record: &'static RecordDocumentation, field: &'static FieldDocumentation) -> String {
    let mut text = format!("# {}\n\n", Entry::Field(record, field).title());
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
    let _ = writeln!(text, "| | |\n|---|---|\n| what to write | {} |", cell(&with_links(kind)));
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

fn words_page(list: &ListDocumentation) -> String {
    let about = list.documentation.meaning();
    let mut text = format!(
        "# {}\n\n{about} One of these words, without quotes.\n\n| word | meaning |\n|---|---|\n",
        capitalised(list.what)
    );
    for entry in list.entries {
        let _ = writeln!(text, "| `{}` | {} |", entry.name, cell(&entry.documentation.summary()));
    }
    text + FOOTER
}

fn shapes_page(list: &ListDocumentation) -> String {
    let about = list.documentation.meaning();
    let mut text = format!("# {}\n\n{about}\n\n| written | holds when |\n|---|---|\n", capitalised(list.what));
    for entry in list.entries {
        let meaning = cell(&entry.documentation.summary());
        let _ = writeln!(text, "| [`{}`]({}.md) | {meaning} |", entry.written, kebab_case(entry.name));
    }
    text + FOOTER
}

fn shape_page(list: &ListDocumentation, entry: &EntryDocumentation) -> String {
    format!(
        "# `{}`, {}\n\n{}\n\n## Example\n\n```ron\n{}\n```\n\n[All conditions](README.md) · [The whole format](../README.md)\n",
        entry.name,
        list.what,
        entry.documentation.meaning(),
        entry.written
    )
}

const FOOTER: &str = "\n[The whole format](../README.md)\n";

/// The value that applies where a field is left out.
fn left_out(field: &FieldDocumentation) -> &'static str {
    if field.required { REQUIRED } else { field.documentation.default().unwrap_or("nothing") }
}

fn words_of(list: &ListDocumentation) -> String {
    list.entries.iter().map(|entry| format!("`{}`", entry.name)).collect::<Vec<_>>().join(", ")
}

/// The folder of a page.
#[derive(Clone, Copy)]
enum Folder {
    Record,
    Words,
}

/// A link to the page of a record, a list of conditions or a list of words.
fn link(what: &str, folder: Folder) -> String {
    let path = match folder {
        Folder::Record => format!("{}/README.md", slug(what)),
        Folder::Words => format!("words/{}.md", slug(what)),
    };
    format!("[{what}](../{path})")
}

/// What may be written in a field, with links to the records and words in it.
fn with_links(kind: Kind) -> String {
    let mut what = kind.what;
    for part in kind.parts {
        let folder = if matches!(part, Part::Words(_)) { Folder::Words } else { Folder::Record };
        let link = link(part.what(), folder);
        let plain = what.contains(part.what());
        what = if plain { what.replacen(part.what(), &link, 1) } else { format!("{what} (see {link})") };
    }
    what
}

/// Text escaped for a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
