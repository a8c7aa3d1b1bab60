//! Terms that texts are searched for, each with advice.

use super::phrases::Phrases;

/// Terms of one word or more, each with its advice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    terms: Vec<Term>,
    phrases: Phrases,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Term {
    /// As listed.
    pub term: String,
    /// What to write instead, or why not to write it.
    pub advice: String,
}

impl Terms {
    /// From terms as listed, each with its advice. A term without a word is never found.
    pub(super) fn new<'a>(listed: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let term = |(term, advice): (&str, &str)| Term { term: term.to_owned(), advice: advice.to_owned() };
        let terms: Vec<Term> = listed.into_iter().map(term).collect();
        let phrases = Phrases::new(terms.iter().map(|term| term.term.as_str()));
        Self { terms, phrases }
    }

    /// The terms that occur in `text`, in the order of the text. Only whole words match, regardless of case and kind of
    /// apostrophe. Matches do not overlap: the longest term that fits counts.
    pub fn find(&self, text: &str) -> impl Iterator<Item = &Term> {
        self.phrases.find(text).filter_map(|listed| self.terms.get(listed))
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;

    fn found(text: &str) -> Vec<String> {
        let terms =
            Terms::new([("acute", "sudden"), ("acute pain", "sudden pain"), ("b.d.", "twice a day"), ("…", "")]);
        terms.find(text).map(|term| term.term.clone()).collect()
    }

    #[test]
    fn the_longest_term_is_found_in_the_order_of_the_text() {
        assert_eq!(found("Acute pain, b.d.; ACUTE."), ["acute pain", "b.d.", "acute"]);
    }

    #[test]
    fn parts_of_words_are_no_terms() {
        assert!(found("Acutely \u{2026} painacute b dx").is_empty());
        assert!(found("").is_empty());
    }
}
