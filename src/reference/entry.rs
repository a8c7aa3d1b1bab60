//! The documentation of one name as plain text, for a terminal or a panel.

use std::fmt::Write as _;

use crate::sentence::capitalised;
use crate::source::{Documentation, EntryDocumentation, FieldDocumentation, ListDocumentation, RecordDocumentation};

use super::{Format, REQUIRED, slug};

/// Something that the reference has a page for.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// A record, such as a scene.
    Record(&'static RecordDocumentation),
    /// A field of a record.
    Field(&'static RecordDocumentation, &'static FieldDocumentation),
    /// A closed list of words.
    Words(&'static ListDocumentation),
    /// An entry of a closed list of values with a shape of their own: a condition.
    Shape(&'static ListDocumentation, &'static EntryDocumentation),
}

/// Everything called `name`, in the order of the format: a field (`cue`), one field of several with that
/// name (`branch.when`), a record (`scene`, `a scene`), a condition (`AtLeast`), a list of words (`place`)
/// or one word of it (`WaitingArea`).
#[must_use]
pub fn find(name: &str) -> Vec<Entry> {
    let format = Format::of_scenarios();
    let (of, name) = name.rsplit_once('.').map_or((None, name), |(of, name)| (Some(of), name));
    let is = |what: &str| of.is_none() && (what == name || slug(what) == name);
    let mut found = Vec::new();
    for record in &format.records {
        if is(record.what) {
            found.push(Entry::Record(record));
        }
        if of.is_none_or(|of| slug(record.what) == of) {
            let fields = record.fields.iter().filter(|field| field.name == name);
            found.extend(fields.map(|field| Entry::Field(record, field)));
        }
    }
    for list in &format.shapes {
        let entries = list.entries.iter().filter(|entry| of.is_none() && entry.name == name);
        found.extend(entries.map(|entry| Entry::Shape(list, entry)));
    }
    let words = format.words.iter().filter(|list| is(list.what) || list.entries.iter().any(|entry| is(entry.name)));
    found.extend(words.map(|list| Entry::Words(list)));
    found
}

impl Entry {
    /// A title such as "`cue`, a field of a scene".
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Record(record) => record.what.to_owned(),
            Self::Field(record, field) => format!("`{}`, a field of {}", field.name, record.what),
            Self::Words(list) => list.what.to_owned(),
            Self::Shape(list, entry) => format!("`{}`, {}", entry.name, list.what),
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

    fn titles(name: &str) -> Vec<String> {
        find(name).into_iter().map(Entry::title).collect()
    }

    #[test]
    fn names_of_every_kind_are_found() {
        assert_eq!(titles("cue"), ["`cue`, a field of a scene"]);
        assert_eq!(titles("branch.when"), ["`when`, a field of a branch"]);
        assert_eq!(titles("when").len(), 5);
        assert_eq!(titles("choice"), ["a choice"]);
        assert_eq!(titles("AtLeast"), ["`AtLeast`, a condition"]);
        assert_eq!(titles("WaitingArea"), ["a place"]);
        assert!(titles("no-such-name").is_empty());
    }

    #[test]
    fn the_text_of_a_field_has_all_that_its_page_has() {
        let [hour] = find("hour")[..] else { panic!("one field") };
        let text = hour.text();
        for part in ["a whole number from 0 to 23", "If left out: `12`", "The light", "    hour: 19,"] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn links_become_their_words() {
        assert_eq!(without_links("see [the `x`](../y.md), [z](z) and a[0]"), "see the `x`, z and a[0]");
    }
}
