//! The reference of the scenario format, generated from the declarations that read it: what every field, word and
//! condition means.

mod catalogue;
mod entry;
mod glossary;
mod lexicon;
mod moves;
mod page;

pub use catalogue::Catalogue;
pub use entry::Entry;
pub use lexicon::Lexicon;
pub use moves::table_of_moves;
pub use page::{Page, pages};

use crate::scenario::DOCUMENTATION;
use crate::source::{ListDocumentation, Part, RecordDocumentation};

/// The text for a field that may not be left out.
const REQUIRED: &str = "it must be there";

/// Everything that a scenario may contain, without repetition.
#[derive(Debug)]
pub struct Format {
    /// Each before the records in its fields.
    pub records: Vec<&'static RecordDocumentation>,
    /// The closed lists of words.
    pub words: Vec<&'static ListDocumentation>,
    /// The closed lists of values with a shape of their own, such as conditions.
    pub shapes: Vec<&'static ListDocumentation>,
}

impl Format {
    /// The format, found by following the fields of a scenario.
    #[must_use]
    pub fn of_scenarios() -> Self {
        let mut format = Self { records: Vec::new(), words: Vec::new(), shapes: Vec::new() };
        format.add(Part::Record(DOCUMENTATION));
        format
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::Record(record) if self.records.iter().all(|known| known.what != record.what) => {
                self.records.push(record);
                for field in record.fields {
                    (field.kind)().parts.into_iter().for_each(|part| self.add(part));
                }
            }
            Part::Words(list) if self.words.iter().all(|known| known.what != list.what) => self.words.push(list),
            Part::Shapes(list, words) if self.shapes.iter().all(|known| known.what != list.what) => {
                self.shapes.push(list);
                for list in words {
                    self.add(Part::Words(list));
                }
            }
            _ => {}
        }
    }

    /// The fields that hold a record, each with the record that it belongs to.
    fn fields_holding(&self, record: &RecordDocumentation) -> Vec<(&'static RecordDocumentation, &'static str)> {
        let holds = |part: &Part| matches!(part, Part::Record(inner) if inner.what == record.what);
        let fields = self.records.iter().flat_map(|outer| outer.fields.iter().map(|field| (*outer, field)));
        fields
            .filter(|(_, field)| (field.kind)().parts.iter().any(holds))
            .map(|(outer, field)| (outer, field.name))
            .collect()
    }
}

/// A name for files and links: "a form of hair" is `form-of-hair`.
fn slug(what: &str) -> String {
    let bare = without_article(what).replace('`', "");
    bare.replace(' ', "-")
}

/// "a scene" becomes "scene"; "`looks`" stays as it is.
fn without_article(what: &str) -> &str {
    ["a ", "an ", "the "].iter().find_map(|article| what.strip_prefix(article)).unwrap_or(what)
}

/// A name for files and links: `EndedAs` is `ended-as`.
fn kebab_case(name: &str) -> String {
    let mut kebab_case = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !kebab_case.is_empty() {
            kebab_case.push('-');
        }
        kebab_case.push(letter.to_ascii_lowercase());
    }
    kebab_case
}
