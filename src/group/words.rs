//! Words that somebody types into a session.

use serde::{Deserialize, Serialize};

/// The most characters that are kept.
pub const LONGEST: usize = 600;
/// The most characters that are kept of what a whole room said aloud.
pub const MOST_ALOUD: usize = 2_000;

/// Words that somebody has typed: plain text of at most [`LONGEST`] characters, without control characters, marks that
/// turn the direction of writing, or space around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Words(String);

impl Words {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Words {
    fn from(typed: &str) -> Self {
        Self(plain(typed, LONGEST))
    }
}

impl From<String> for Words {
    fn from(typed: String) -> Self {
        typed.as_str().into()
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.0
    }
}

/// What was said aloud in a room, typed by its facilitator, one line each: plain text as [`Words`] are, of at most
/// [`MOST_ALOUD`] characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct SaidAloud(String);

impl SaidAloud {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Each thing that was said; empty lines are none.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

impl From<&str> for SaidAloud {
    fn from(typed: &str) -> Self {
        Self(plain(typed, MOST_ALOUD))
    }
}

impl From<String> for SaidAloud {
    fn from(typed: String) -> Self {
        typed.as_str().into()
    }
}

impl From<SaidAloud> for String {
    fn from(said: SaidAloud) -> Self {
        said.0
    }
}

fn plain(typed: &str, longest: usize) -> String {
    let kept = |c: &char| *c == '\n' || !(c.is_control() || turns_writing(*c));
    let words: String = typed.trim().chars().filter(kept).take(longest).collect();
    words.trim_end().to_owned()
}

/// Whether a character turns the direction of what follows, by which a text can look like another.
const fn turns_writing(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_plain_text_of_bounded_length() {
        assert_eq!(Words::from("  Take\u{7} your time.\r\n\u{202e}Now ").as_str(), "Take your time.\nNow");
        assert_eq!(Words::from("<script>alert(1)</script>").as_str(), "<script>alert(1)</script>");
        assert_eq!(Words::from("\u{e4}".repeat(5_000).as_str()).as_str().chars().count(), LONGEST);
        assert!(Words::from(" \n\u{0}\t").is_empty());
    }

    #[test]
    fn what_was_said_aloud_is_told_line_by_line_and_of_bounded_length() {
        let said = SaidAloud::from(" tense\r\n\n  sad\u{202e} \n");
        assert_eq!(said.lines().collect::<Vec<_>>(), ["tense", "sad"]);
        assert_eq!(SaidAloud::from("\u{e4}".repeat(5_000).as_str()).as_str().chars().count(), MOST_ALOUD);
        assert_eq!(SaidAloud::from(" \n\u{0}").lines().count(), 0);
    }
}
