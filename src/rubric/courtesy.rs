//! Terms of politeness, from `assets/courtesy.ron`, and how often they occur in a text.

use super::phrases::Phrases;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courtesy {
    terms: Phrases,
}

impl Courtesy {
    /// From terms as written, each of one word or more.
    pub(super) fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        Self { terms: Phrases::new(terms) }
    }

    /// How many terms occur in `text`. Only whole words match, regardless of case and kind of apostrophe. Matches do
    /// not overlap: the longest term that fits counts.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.terms.find(text).count()
    }
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
