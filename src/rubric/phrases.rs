//! Finds listed phrases in a text.

use crate::hash::ByName;

/// Phrases of one word or more, to be found in texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrases {
    /// The phrases by the key of their first word, longest first.
    by_first_word: ByName<u64, Vec<Phrase>>,
}

/// A phrase as its words, in lower case and with straight apostrophes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    /// Its index among the phrases as listed.
    listed: usize,
    words: Vec<String>,
    /// The keys of its words.
    keys: Vec<u64>,
}

impl Phrases {
    /// From phrases as listed. A phrase without a word is never found.
    pub(super) fn new<'a>(listed: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_first_word: ByName<u64, Vec<Phrase>> = ByName::default();
        for (listed, phrase) in listed.into_iter().enumerate() {
            if let Some(first) = Words::of(phrase).next() {
                let keys = Words::of(phrase).map(|word| word.key).collect();
                by_first_word.entry(first.key).or_default().push(Phrase { listed, words: words(phrase), keys });
            }
        }
        for phrases in by_first_word.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Self { by_first_word }
    }

    /// The indices of the listed phrases that occur in `text`, in the order of the text. Only whole words match,
    /// regardless of case and kind of apostrophe. Matches do not overlap: the longest phrase that fits counts.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut rest = Words::of(text);
        std::iter::from_fn(move || {
            loop {
                let here = rest.clone();
                let first = rest.next()?;
                let Some(phrases) = self.by_first_word.get(&first.key) else { continue };
                if let Some((listed, after)) =
                    phrases.iter().find_map(|phrase| Some((phrase.listed, phrase.after(here.clone())?)))
                {
                    rest = after;
                    return Some(listed);
                }
            }
        })
    }
}

impl Phrase {
    /// What follows the phrase in `text`; `None` if `text` does not begin with it.
    fn after<'t>(&self, mut text: Words<'t>) -> Option<Words<'t>> {
        let mut words = self.words.iter().zip(&self.keys);
        let begins = words.all(|(word, key)| text.next().is_some_and(|said| said.key == *key && said.is(word)));
        begins.then_some(text)
    }
}

/// The words of a text in lower case and with straight apostrophes.
pub(super) fn words(text: &str) -> Vec<String> {
    Words::of(text).map(|word| word.characters().collect()).collect()
}

/// The words of a text: letters and digits, and the apostrophes between them. Iterating allocates nothing.
#[derive(Clone, Debug)]
struct Words<'t> {
    text: &'t str,
    at: usize,
}

/// A word as written in a text.
#[derive(Clone, Copy, Debug)]
struct Word<'t> {
    written: &'t str,
    /// A hash: equal for words that differ only in case or kind of apostrophe, rarely for others.
    key: u64,
}

/// The key of a word before its first letter: the offset basis of FNV-1a.
const NO_LETTERS: u64 = 0xcbf2_9ce4_8422_2325;

/// What a key is multiplied by at each letter: the prime of FNV-1a.
const PRIME: u64 = 0x0100_0000_01b3;

impl<'t> Words<'t> {
    const fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The [`kind`] of the next character and its length in bytes; [`NOTHING`] and 0 at the end.
    #[inline]
    fn character(&self) -> (char, usize) {
        match self.text.as_bytes().get(self.at) {
            None => (NOTHING, 0),
            Some(byte) if byte.is_ascii() => (ASCII[usize::from(*byte)], 1),
            Some(_) => {
                let character = self.text.get(self.at..).and_then(|rest| rest.chars().next()).unwrap_or(NOTHING);
                (kind(character), character.len_utf8())
            }
        }
    }
}

impl Words<'_> {
    /// Skips ASCII letters and digits, of which nearly all words consist, and adds them to `key`.
    fn plain_letters(&mut self, mut key: u64) -> u64 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        for letter in rest.iter().map(|byte| LETTERS[usize::from(*byte)]).take_while(|letter| *letter != 0) {
            key = (key ^ u64::from(letter)).wrapping_mul(PRIME);
            self.at += 1;
        }
        key
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        loop {
            match self.character() {
                (_, 0) => return None,
                (NOTHING | '\'', length) => self.at += length,
                _ => break,
            }
        }
        let start = self.at;
        let (mut key, mut apostrophes) = (self.plain_letters(NO_LETTERS), 0);
        let mut end = self.at;
        loop {
            let (character, length) = self.character();
            match character {
                NOTHING => break,
                '\'' => apostrophes += 1,
                letter => {
                    for _ in 0..std::mem::take(&mut apostrophes) {
                        key = with(key, '\'');
                    }
                    key = if letter.is_ascii() { with(key, letter) } else { letter.to_lowercase().fold(key, with) };
                    end = self.at + length;
                }
            }
            self.at += length;
        }
        Some(Word { written: self.text.get(start..end)?, key })
    }
}

impl<'t> Word<'t> {
    /// Its characters in lower case, with straight apostrophes.
    fn characters(self) -> impl Iterator<Item = char> + 't {
        self.written.chars().map(straight).flat_map(char::to_lowercase)
    }

    /// Whether it is `word`, which is in lower case with straight apostrophes.
    fn is(self, word: &str) -> bool {
        self.characters().eq(word.chars())
    }
}

fn with(key: u64, letter: char) -> u64 {
    (key ^ u64::from(letter)).wrapping_mul(PRIME)
}

/// Stands for every character that is not part of a word.
const NOTHING: char = ' ';

/// The [`kind`] of each ASCII character, letters in lower case.
const ASCII: [char; 128] = {
    let mut kinds = [NOTHING; 128];
    let mut byte: u8 = 0;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'\'' {
            kinds[byte as usize] = byte.to_ascii_lowercase() as char;
        }
        byte += 1;
    }
    kinds
};

/// ASCII letters and digits, letters in lower case; 0 for all other bytes.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// A letter or digit as it is, a straight apostrophe for an apostrophe of any kind, [`NOTHING`] for all else.
fn kind(character: char) -> char {
    match straight(character) {
        '\'' => '\'',
        letter if letter.is_alphanumeric() => letter,
        _ => NOTHING,
    }
}

/// The character, with a straight apostrophe in place of a curly one.
const fn straight(c: char) -> char {
    if matches!(c, '\u{2018}' | '\u{2019}' | '\u{02bc}') { '\'' } else { c }
}

#[cfg(test)]
mod tests {
    use super::{Phrases, words};

    #[track_caller]
    fn assert_words(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn apostrophes_belong_to_the_words_they_stand_in() {
        assert_words("'It\u{2019}s John\u{02bc}s,' he SAID.", &["it's", "john's", "he", "said"]);
        assert_words("rock '' n''roll''", &["rock", "n''roll"]);
        assert_words("Äh\u{2014}\u{c4}rger 2mg", &["äh", "ärger", "2mg"]);
        assert_words("\u{2026} ' - ", &[]);
    }

    #[test]
    fn the_longest_phrase_is_found_and_the_search_goes_on_behind_it() {
        let phrases = Phrases::new(["", "you", "thank you", "thank you very much"]);
        let found = |text: &str| phrases.find(text).collect::<Vec<_>>();
        assert_eq!(found("Thank you very much, and thank you: you!"), [3, 2, 1]);
        assert_eq!(found("thank very much"), [] as [usize; 0]);
        assert_eq!(found("Thank you ver"), [2]);
    }
}
