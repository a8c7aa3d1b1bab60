//! The documentation of one name as plain text, for a terminal or a panel.

use std::fmt::Write as _;

use crate::rubric::Rubric;
use crate::sentence::capitalised;
use crate::source::{Documentation, EntryDocumentation, FieldDocumentation, ListDocumentation, RecordDocumentation};

use super::REQUIRED;
use super::catalogue::Catalogue;

/// Something that the reference explains.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    /// A record, such as a scene.
    Record(&'static RecordDocumentation),
    /// A field of a record.
    Field(&'static RecordDocumentation, &'static FieldDocumentation),
    /// A closed list of words or of conditions.
    Words(&'static ListDocumentation),
    /// An entry of a closed list of values with a shape of their own: a condition.
    Shape(&'static ListDocumentation, &'static EntryDocumentation),
    /// A catalogue of the rubric.
    Catalogue(Catalogue, &'a Rubric),
    /// A word of a catalogue, by its number there.
    CatalogueWord(Catalogue, &'a Rubric, usize),
    /// A term of the glossary with its meaning.
    Term(&'static str, &'static str),
}

impl Entry<'_> {
    /// A title such as "`cue`, a field of a scene".
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Record(record) => record.what.to_owned(),
            Self::Field(record, field) => format!("`{}`, a field of {}", field.name, record.what),
            Self::Words(list) => list.what.to_owned(),
            Self::Shape(list, entry) => format!("`{}`, {}", entry.name, list.what),
            Self::Catalogue(catalogue, _) => format!("{}, a catalogue", catalogue.name()),
            Self::CatalogueWord(catalogue, rubric, number) => {
                let id = catalogue.words(rubric).get(number).map_or("", |word| word.id);
                format!("`{id}`, {}", catalogue.what())
            }
            Self::Term(term, _) => format!("{term}, a term"),
        }
    }

    /// The documentation as plain text: what may be written there, what it means, an example.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Record(record) => {
                let fields = record.fields.iter().map(|field| (field.name, field.documentation));
                list_text(record.documentation, fields)
            }
            Self::Field(_, field) => field_text(field),
            Self::Words(list) => {
                list_text(list.documentation, list.entries.iter().map(|entry| (entry.name, entry.documentation)))
            }
            Self::Shape(_, entry) => {
                format!("{}\n\n    {}\n", plain_text(entry.documentation), entry.written)
            }
            Self::Catalogue(catalogue, rubric) => catalogue.text(rubric),
            Self::CatalogueWord(catalogue, rubric, number) => catalogue.text_of(rubric, number),
            Self::Term(_, meaning) => format!("{}.\n", capitalised(&meaning.replace('`', ""))),
        }
    }
}

fn field_text(field: &FieldDocumentation) -> String {
    let mut text = format!("What to write: {}\n", (field.kind)().what);
    let _ = match field.documentation.default() {
        _ if field.required => writeln!(text, "{}.", capitalised(REQUIRED)),
        Some(default) => writeln!(text, "If left out: {}", without_links(default)),
        None => writeln!(text, "It may be left out."),
    };
    let _ = writeln!(text, "\n{}", plain_text(field.documentation));
    if let Some(example) = field.documentation.example() {
        text.push('\n');
        for line in example.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

fn list_text<'a>(about: Documentation, entries: impl Iterator<Item = (&'a str, Documentation)>) -> String {
    let mut text = format!("{}\n\n", plain_text(about));
    for (name, documentation) in entries {
        let _ = writeln!(text, "  {name}: {}", without_links(&documentation.summary()));
    }
    text
}

/// The meaning without links, each paragraph on one line.
fn plain_text(documentation: Documentation) -> String {
    let meaning = without_links(&documentation.meaning());
    meaning.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
}

/// Markdown with its links replaced by their words.
pub(super) fn without_links(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some((before, (words, after))) = next_link(rest) {
        text.push_str(before);
        text.push_str(words);
        rest = after;
    }
    text + rest
}

/// The text before the first link, the link's words, and the text after it.
fn next_link(markdown: &str) -> Option<(&str, (&str, &str))> {
    let middle = markdown.find("](")?;
    let (start, end) = (markdown[..middle].rfind('[')?, middle + markdown[middle..].find(')')?);
    Some((&markdown[..start], (&markdown[start + 1..middle], &markdown[end + 1..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_their_words() {
        assert_eq!(without_links("see [the `x`](../y.md), [z](z) and a[0]"), "see the `x`, z and a[0]");
    }
}
