//! The surface of an option: what can be counted in it without understanding a word.

use serde::{Serialize, Serializer};

use crate::rubric::Rubric;
use crate::scenario::{Choice, ChoiceId, Scenario};
use crate::sentence;

/// What can be counted in an option. The strangers see nothing else of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Surface {
    /// Characters of what is said and done.
    pub(super) characters: u32,
    /// Sentences of what is said and done.
    pub(super) sentences: u32,
    /// Commas in what is said and done.
    pub(super) commas: u32,
    /// Question marks in what is said and done.
    pub(super) questions: u32,
    /// 1 where what is said ends with a question mark, inside closing quotation marks and brackets too.
    pub(super) ends_in_a_question: u32,
    /// 1 where something is done; how a silence looks is done.
    pub(super) action: u32,
    /// The words "you", "your", "yours", "yourself" and "yourselves", as in "you're" too, in what is said and done.
    pub(super) you: u32,
    /// The word "I", as in "I'm" too, in what is said and done.
    pub(super) i: u32,
    /// The mean length of the words that are said and done, in hundredths of a letter.
    pub(super) word_length: u32,
    /// Polite terms in what is said.
    pub(super) courtesy: u32,
    /// The number of behaviours shown that give information.
    pub(super) information: u32,
}

/// A surface feature by which a stranger may tell options apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SurfaceFeature {
    Characters,
    Sentences,
    Commas,
    Questions,
    EndsInAQuestion,
    Action,
    You,
    I,
    WordLength,
}

impl SurfaceFeature {
    /// Every feature, in the order in which they are always shown.
    pub(super) const ALL: [Self; 9] = [
        Self::Characters,
        Self::Sentences,
        Self::Commas,
        Self::Questions,
        Self::EndsInAQuestion,
        Self::Action,
        Self::You,
        Self::I,
        Self::WordLength,
    ];

    /// The name in data.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Sentences => "sentences",
            Self::Commas => "commas",
            Self::Questions => "questions",
            Self::EndsInAQuestion => "ends_in_a_question",
            Self::Action => "action",
            Self::You => "you",
            Self::I => "i",
            Self::WordLength => "word_length",
        }
    }
}

impl Serialize for SurfaceFeature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl Surface {
    /// The surface of every choice of a scenario, in written order.
    pub(super) fn of_all(scenario: &Scenario) -> Surfaces {
        Surfaces(scenario.choices.iter().map(|choice| Self::of(&scenario.rubric, choice)).collect())
    }

    fn of(rubric: &Rubric, choice: &Choice) -> Self {
        let (act, say) = (choice.words.act(), choice.words.say());
        let texts = || [act, say].into_iter().flatten();
        let total = |count: &dyn Fn(&str) -> usize| small(texts().map(count).sum());
        let words = |text: &str, is: fn(&str) -> bool| words(text).filter(|word| is(word)).count();
        let letters = texts().flat_map(self::words).map(|word| word.chars().filter(|c| c.is_alphanumeric()).count());
        Self {
            characters: total(&|text| text.chars().count()),
            sentences: total(&sentence::count),
            commas: total(&|text| text.matches(',').count()),
            questions: total(&|text| text.matches('?').count()),
            ends_in_a_question: say.is_some_and(sentence::is_question).into(),
            action: act.is_some().into(),
            you: total(&|text| words(text, is_you)),
            i: total(&|text| words(text, is_i)),
            word_length: small(100 * letters.sum::<usize>() / texts().flat_map(self::words).count().max(1)),
            courtesy: small(say.map_or(0, |said| rubric.courtesy.count(said))),
            information: small(choice.shows.iter().filter(|&id| rubric.behaviour(id).information).count()),
        }
    }

    pub(super) const fn get(&self, feature: SurfaceFeature) -> u32 {
        match feature {
            SurfaceFeature::Characters => self.characters,
            SurfaceFeature::Sentences => self.sentences,
            SurfaceFeature::Commas => self.commas,
            SurfaceFeature::Questions => self.questions,
            SurfaceFeature::EndsInAQuestion => self.ends_in_a_question,
            SurfaceFeature::Action => self.action,
            SurfaceFeature::You => self.you,
            SurfaceFeature::I => self.i,
            SurfaceFeature::WordLength => self.word_length,
        }
    }
}

/// The surface of every choice of a scenario.
#[derive(Clone, Debug)]
pub(super) struct Surfaces(Vec<Surface>);

impl Surfaces {
    pub(super) fn get(&self, id: ChoiceId) -> &Surface {
        &self.0[id.index()]
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

const APOSTROPHES: [char; 3] = ['\'', '\u{2019}', '\u{2bc}'];

/// The words of a text: letters and digits, and the apostrophes between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !APOSTROPHES.contains(&c));
    parts.map(|word| word.trim_matches(APOSTROPHES)).filter(|word| !word.is_empty())
}

/// The word up to its apostrophe: "you" of "you're".
fn stem(word: &str) -> &str {
    word.split(APOSTROPHES).next().unwrap_or(word)
}

fn is_you(word: &str) -> bool {
    ["you", "your", "yours", "yourself", "yourselves"].iter().any(|you| stem(word).eq_ignore_ascii_case(you))
}

fn is_i(word: &str) -> bool {
    stem(word) == "I"
}

#[cfg(test)]
mod tests {
    use super::{is_i, is_you, words};

    #[test]
    fn words_are_told_from_what_stands_between_them() {
        let found: Vec<&str> = words("'I'm in\u{2014}you\u{2019}re out,' 2 well-made ' ...").collect();
        assert_eq!(found, ["I'm", "in", "you\u{2019}re", "out", "2", "well", "made"]);
    }

    #[test]
    fn you_and_i_are_known_in_all_their_forms() {
        for you in ["you", "YOU", "Your", "yours", "you'd", "You\u{2019}ve", "yourself"] {
            assert!(is_you(you) && !is_i(you), "{you}");
        }
        for i in ["I", "I'm", "I\u{2019}ve"] {
            assert!(is_i(i) && !is_you(i), "{i}");
        }
        for neither in ["young", "youth", "i", "It", "me", "It's"] {
            assert!(!is_you(neither) && !is_i(neither), "{neither}");
        }
    }
}
