//! Terms that a text is searched for, each with something to say about it.

use std::collections::BTreeMap;

use super::courtesy::{in_lower_case, split, words};

/// Terms of one word or more, each with its advice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// By their first word, longest first, so that a text is gone through once.
    by_first_word: BTreeMap<String, Vec<Term>>,
}

/// A term and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Term {
    /// The term as it is listed.
    pub term: String,
    /// What to write in its place, or why not to write it.
    pub advice: String,
    words: Vec<String>,
}

impl Terms {
    /// From terms as listed, each with its advice; those without a word are left out.
    pub(super) fn new<'a>(listed: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut by_first_word: BTreeMap<String, Vec<Term>> = BTreeMap::new();
        for (term, advice) in listed {
            let words = words(term);
            if let Some(first) = words.first() {
                let term = Term { term: term.to_owned(), advice: advice.to_owned(), words: words.clone() };
                by_first_word.entry(first.clone()).or_default().push(term);
            }
        }
        for terms in by_first_word.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
        }
        Self { by_first_word }
    }

    /// The terms that stand in `text`, in its order: whole words, whatever the case and the kind of
    /// apostrophe. Each place counts once, by the longest term that fits.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<&Term> {
        let text = in_lower_case(text);
        let words: Vec<&str> = split(&text).collect();
        let (mut found, mut rest) = (Vec::new(), words.as_slice());
        while let [first, after_one @ ..] = rest {
            let mut terms = self.by_first_word.get(*first).into_iter().flatten();
            let term =
                terms.find(|term| rest.len() >= term.words.len() && rest.iter().zip(&term.words).all(|(a, b)| a == b));
            found.extend(term);
            rest = term.map_or(after_one, |term| &rest[term.words.len()..]);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;

    fn found(text: &str) -> Vec<String> {
        let terms =
            Terms::new([("acute", "sudden"), ("acute pain", "sudden pain"), ("b.d.", "twice a day"), ("…", "")]);
        terms.find(text).iter().map(|term| term.term.clone()).collect()
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
