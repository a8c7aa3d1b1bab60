//! The reading grade of a text.

use crate::analysis::ratio;
use crate::hash::ByName;
use crate::sentence;

use super::syllables::{digits, syllables};

/// The numbers that the reading grade is computed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) words: usize,
    sentences: usize,
    syllables: usize,
}

/// Measures texts, and caches the syllables of words, because most words occur often.
#[derive(Debug, Default)]
pub(super) struct Measurer<'a> {
    syllables: ByName<&'a str, usize>,
}

impl<'a> Measurer<'a> {
    pub(super) fn measure(&mut self, text: &'a str) -> Measure {
        let mut measure = Measure::default();
        let mut in_sentence = false;
        for token in text.split(|c: char| c.is_whitespace() || matches!(c, '\u{2013}' | '\u{2014}' | '/')) {
            let words = token.split('-').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            for word in words.filter(|word| !word.is_empty()) {
                measure.words += 1;
                measure.syllables += self.syllables(word);
                in_sentence = true;
            }
            if in_sentence && ends_part(token) {
                measure.sentences += 1;
                in_sentence = false;
            }
        }
        measure.sentences += usize::from(in_sentence);
        measure
    }

    /// The syllables of a word. Numbers are not cached: each of their digits counts as one.
    fn syllables(&mut self, word: &'a str) -> usize {
        match digits(word) {
            0 => *self.syllables.entry(word).or_insert_with(|| syllables(word)),
            digits => digits,
        }
    }
}

impl Measure {
    /// The sums of both.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The Flesch–Kincaid grade, in school years of the United States; `None` where there is no word. Source: Kincaid
    /// et al. 1975, Research Branch Report 8-75, Naval Technical Training.
    pub(super) fn grade(self) -> Option<f64> {
        let grade = || 0.39 * ratio(self.words, self.sentences) + 11.8 * ratio(self.syllables, self.words) - 15.59;
        (self.words > 0).then(grade)
    }
}

/// Whether a sentence ends after this word, or a part of one that is read as a sentence.
fn ends_part(word: &str) -> bool {
    sentence::ends_after(word) || word.ends_with([':', ';'])
}

/// Feedback without the source in brackets at its end.
pub(super) fn without_source(feedback: &str) -> &str {
    let bare = feedback.trim_end().trim_end_matches('.');
    match bare.strip_suffix(')').and_then(|open| open.rfind('(')) {
        Some(bracket) => bare[..bracket].trim_end(),
        None => feedback,
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, Measurer, without_source};

    #[track_caller]
    fn assert_measure(text: &str, words: usize, sentences: usize, syllables: usize) {
        assert_eq!(Measurer::default().measure(text), Measure { words, sentences, syllables }, "{text}");
    }

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_measure("The cat sat on the mat.", 6, 1, 6);
        assert_measure("\u{201c}Two hours?\u{201d} he said. Nobody came!", 6, 3, 8);
        assert_measure("It went well", 3, 1, 3);
        assert_measure("Mr. Smith - no, Dr. Bell - came at 19:40.", 8, 1, 11);
        assert_measure("\u{2026}", 0, 0, 0);
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        // 0.39 · 6/1 + 11.8 · 6/6 − 15.59.
        let grade = Measurer::default().measure("The cat sat on the mat.").grade().expect("there are words");
        assert!((grade - -1.45).abs() < 1e-9, "{grade}");
        // 0.39 · 8/2 + 11.8 · 12/8 − 15.59.
        let two = Measure { words: 8, sentences: 2, syllables: 12 };
        assert!((two.grade().expect("there are words") - 3.67).abs() < 1e-9);
        assert_eq!(Measure::default().grade(), None);
    }

    #[test]
    fn a_source_in_brackets_is_left_out() {
        assert_eq!(without_source("You asked (ECCS, level 5; AIDET)."), "You asked");
        assert_eq!(without_source("You asked (twice) and waited."), "You asked (twice) and waited.");
        assert_eq!(without_source("You asked."), "You asked.");
    }
}
