//! Terms of politeness, as `assets/courtesy.ron` lists them, and how often they are found in a text.

/// The terms of politeness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courtesy {
    /// Each term as its words, longest terms first.
    terms: Vec<Vec<String>>,
}

impl Courtesy {
    /// From terms as written, each of one word or more.
    pub(super) fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        let mut terms: Vec<Vec<String>> = terms.into_iter().map(words).filter(|term| !term.is_empty()).collect();
        terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
        Self { terms }
    }

    /// How many terms stand in `text`: whole words, whatever the case and the kind of apostrophe.
    /// Each place counts once, by the longest term that fits.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        let words = words(text);
        let (mut found, mut rest) = (0, words.as_slice());
        while let [_, after_one @ ..] = rest {
            let term = self.terms.iter().find(|term| rest.starts_with(term));
            found += usize::from(term.is_some());
            rest = term.map_or(after_one, |term| &rest[term.len()..]);
        }
        found
    }
}

/// The words of a text in lower case, an apostrophe inside a word being part of it.
pub(super) fn words(text: &str) -> Vec<String> {
    split(&in_lower_case(text)).map(str::to_owned).collect()
}

/// A text in lower case and with straight apostrophes.
pub(super) fn in_lower_case(text: &str) -> String {
    text.to_lowercase().replace(['\u{2018}', '\u{2019}', '\u{02bc}'], "'")
}

/// The words of such a text.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|word| word.trim_matches('\''));
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Courtesy;

    fn count(text: &str) -> usize {
        Courtesy::new(["please", "thank you", "thank you very much", "you", "I'm afraid", "Mr"]).count(text)
    }

    #[test]
    fn whole_words_count_whatever_their_case() {
        assert_eq!(count("PLEASE, Mr. Bell. Please!"), 3);
        assert_eq!(count("He was pleased; the pleas of Mrs Bell, Mr2."), 0);
    }

    #[test]
    fn the_longest_term_counts_once() {
        assert_eq!(count("Thank you very much."), 1);
        assert_eq!(count("Thank you very little."), 1);
        assert_eq!(count("Thank\nyou, you."), 2);
    }

    #[test]
    fn apostrophes_of_any_kind_are_alike() {
        for text in ["I'm afraid so", "I\u{2019}m afraid so", "'I\u{02bc}m afraid'", "\u{2018}i'm AFRAID\u{2019}"] {
            assert_eq!(count(text), 1, "{text}");
        }
        assert_eq!(count("'please'"), 1);
        assert_eq!(count("I am afraid"), 0);
    }

    #[test]
    fn nothing_is_polite_where_there_is_nothing() {
        assert_eq!(count(""), 0);
        assert_eq!(count("... '' !"), 0);
        assert_eq!(Courtesy::default().count("please"), 0);
    }
}
