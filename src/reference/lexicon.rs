//! Looks up a word in all that the reference explains: the format, the catalogues of the rubric, and the glossary.

use crate::rubric::{Dimension, Rubric};
use crate::source::suggest;

use super::catalogue::Catalogue;
use super::{Entry, Format, glossary, without_article};

/// Everything that the reference explains, by name.
#[derive(Debug)]
pub struct Lexicon<'a> {
    /// Each with the names that it goes by.
    entries: Vec<(Vec<String>, Entry<'a>)>,
}

impl<'a> Lexicon<'a> {
    #[must_use]
    pub fn new(rubric: &'a Rubric) -> Self {
        let mut lexicon = Self { entries: Vec::new() };
        lexicon.add_format();
        lexicon.add_catalogues(rubric);
        for dimension in Dimension::ALL {
            lexicon.add([dimension.label()], Entry::Term(dimension.label(), scored(dimension)));
        }
        for (term, meaning) in glossary::terms() {
            lexicon.add([term], Entry::Term(term, meaning));
        }
        lexicon
    }

    /// Everything called `name`, in whatever case, the format before the catalogues and these before the glossary: a
    /// field (`cue`), one field of several with that name (`branch.when`), a record (`scene`, `a scene`), a condition
    /// (`AtLeast`), a list of words (`place`) or one word of it (`WaitingArea`), a catalogue (`moods`) or one word of it
    /// (`validates`), a term (`gate`).
    #[must_use]
    pub fn find(&self, name: &str) -> Vec<Entry<'a>> {
        let name = key(name);
        let is_called = |names: &[String]| names.iter().any(|known| key(known) == name);
        self.entries.iter().filter(|(names, _)| is_called(names)).map(|(_, entry)| *entry).collect()
    }

    /// Every name that something goes by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().flat_map(|(names, _)| names).map(String::as_str)
    }

    /// The name that was probably meant by `written`, among these and `others`, if one is close.
    pub fn closest<'n>(&'n self, written: &str, others: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        suggest::closest(written, self.names().chain(others))
    }

    fn add<'n>(&mut self, names: impl IntoIterator<Item = &'n str>, entry: Entry<'a>) {
        self.entries.push((names.into_iter().map(str::to_owned).collect(), entry));
    }

    fn add_format(&mut self) {
        let format = Format::of_scenarios();
        for record in &format.records {
            let bare = without_article(record.what).replace('`', "");
            self.add([record.what, &bare], Entry::Record(record));
            for field in record.fields {
                let of_record = format!("{bare}.{}", field.name);
                self.add([field.name, &of_record], Entry::Field(record, field));
            }
        }
        for list in &format.shapes {
            self.add([list.what, without_article(list.what)], Entry::Words(list));
            for entry in list.entries {
                self.add([entry.name], Entry::Shape(list, entry));
            }
        }
        for list in &format.words {
            let names = [list.what, without_article(list.what)].into_iter();
            self.add(names.chain(list.entries.iter().map(|entry| entry.name)), Entry::Words(list));
        }
    }

    fn add_catalogues(&mut self, rubric: &'a Rubric) {
        for catalogue in Catalogue::ALL {
            self.add(catalogue.names(), Entry::Catalogue(catalogue, rubric));
            for (number, word) in catalogue.words(rubric).into_iter().enumerate() {
                self.add([word.id], Entry::CatalogueWord(catalogue, rubric, number));
            }
        }
    }
}

/// What a dimension is, for those who are scored on it.
const fn scored(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "one of the three dimensions that are scored: feeling with the patient, and showing it",
        Dimension::Clarity => "one of the three dimensions that are scored: being understood",
        Dimension::DeEscalation => "one of the three dimensions that are scored: bringing tension down",
    }
}

/// A name as it is compared: in lower case, its parts joined in one way.
fn key(name: &str) -> String {
    name.trim_matches(['`', '"', '\'']).to_lowercase().replace([' ', '_'], "-")
}

#[cfg(all(test, feature = "files"))]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn names_of_every_kind_are_found() {
        let rubric = library::rubric().expect("it is sound");
        let lexicon = Lexicon::new(&rubric);
        let titles = |name: &str| lexicon.find(name).into_iter().map(Entry::title).collect::<Vec<_>>();
        assert_eq!(titles("hour"), ["`hour`, a field of a scenario"]);
        assert_eq!(titles("branch.when"), ["`when`, a field of a branch"]);
        assert_eq!(titles("AtLeast"), ["`AtLeast`, a condition"]);
        assert_eq!(titles("atleast"), ["`AtLeast`, a condition"]);
        assert_eq!(titles("WaitingArea"), ["a place"]);
        assert_eq!(titles("visits"), ["`Visits`, a condition"]);
        assert_eq!(titles("ALLOWS_SILENCE"), ["`allows_silence`, a behaviour"]);
        assert_eq!(titles("de-escalation"), ["`de_escalation`, a training strategy", "De-escalation, a term"]);
        assert_eq!(titles("moods"), ["moods, a catalogue"]);
        assert_eq!(titles("turning point"), ["turning point, a term"]);
        assert_eq!(titles("scene"), ["a scene", "scene, a term"]);
        assert!(titles("no-such-name").is_empty());
        assert_eq!(lexicon.closest("alows_silence", std::iter::empty()), Some("allows_silence"));
    }
}
