//! Turns words into sentences, with capital letters and end marks, and counts sentences.

/// The marks that a sentence can end with.
const END_MARKS: [char; 4] = ['.', '!', '?', '…'];
/// The marks that may follow a sentence's end mark.
const CLOSING: [char; 4] = ['”', '’', '"', ')'];
/// Words that end with a full stop wherever they stand.
const ABBREVIATIONS: [&str; 6] = ["Mr.", "Mrs.", "Ms.", "Dr.", "St.", "e.g."];

/// Whether the words end with an end mark, inside closing quotation marks and brackets too.
pub(crate) fn is_ended(words: &str) -> bool {
    words.trim_end().trim_end_matches(CLOSING).ends_with(END_MARKS)
}

/// Whether the words end with a question mark, inside closing quotation marks and brackets too.
pub(crate) fn is_question(words: &str) -> bool {
    opened(words.trim_end()).ends_with('?')
}

/// Whether a sentence ends after this word, which may be followed by quotation marks and brackets.
pub(crate) fn ends_after(word: &str) -> bool {
    let word = opened(word);
    word.ends_with(END_MARKS) && !ABBREVIATIONS.contains(&word)
}

/// The words without the quotation marks and brackets that close them, plain ones included.
fn opened(words: &str) -> &str {
    words.trim_end_matches(CLOSING).trim_end_matches(['\'', ']']).trim_end_matches(CLOSING)
}

/// The number of sentences. One without an end mark counts too; end marks without a word are none.
pub(crate) fn count(text: &str) -> usize {
    let mut count = 0;
    let mut begun = false;
    for word in text.split_whitespace() {
        begun |= word.contains(char::is_alphanumeric);
        if begun && ends_after(word) {
            count += 1;
            begun = false;
        }
    }
    count + usize::from(begun)
}

pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words with a full stop, unless they end with an end mark already.
pub(crate) fn ended(words: &str) -> String {
    with_end(words.trim(), ".")
}

/// The same with a capital letter at the start.
#[cfg(feature = "ui")]
pub(crate) fn sentence(words: &str) -> String {
    ended(&capitalised(words.trim()))
}

/// The words with a colon in place of a full stop, to introduce what follows. Other end marks stay.
pub(crate) fn introducing(words: &str) -> String {
    with_end(unended(words), ":")
}

/// The words without a full stop at their end, for use within a sentence. Other end marks stay.
pub(crate) fn unended(words: &str) -> &str {
    words.trim().trim_end_matches('.')
}

/// The words if they have at most `most` characters, else their first sentences that do, or as many words as do, with an
/// ellipsis. A single word that is too long is left out.
pub(crate) fn shortened(words: &str, most: usize) -> String {
    let words = words.trim();
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let (mut sentences, mut fitting, mut length) = (0, 0, 0);
    for word in words.split_inclusive(char::is_whitespace) {
        length += word.chars().count();
        if length - word.chars().rev().take_while(|c| c.is_whitespace()).count() >= most {
            break;
        }
        fitting += word.len();
        if ends_after(word.trim_end()) {
            sentences = fitting;
        }
    }
    match sentences {
        0 => format!("{} \u{2026}", words[..fitting].trim_end()).trim_start().to_owned(),
        sentences => words[..sentences].trim_end().to_owned(),
    }
}

fn with_end(words: &str, end: &str) -> String {
    let end = if words.is_empty() || is_ended(words) { "" } else { end };
    format!("{words}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_is_raised_and_nothing_else() {
        assert_eq!(capitalised("élan Vital"), "Élan Vital");
        assert_eq!(capitalised(""), "");
    }

    #[cfg(feature = "ui")]
    #[test]
    fn a_sentence_ends_once() {
        for (words, ends_as) in [
            (" the nurse ", "The nurse."),
            ("who is there?", "Who is there?"),
            ("wait…", "Wait…"),
            (" ", ""),
            ("she said “now.”", "She said “now.”"),
            ("she said “now”", "She said “now”."),
            ("(he left!)", "(he left!)"),
        ] {
            assert_eq!(sentence(words), ends_as);
        }
    }

    #[test]
    fn sentences_are_counted_by_their_ends() {
        for (text, sentences) in [
            ("Well?! Wait... (So it is.) Come", 4),
            ("Mr. Smith, Dr. Bell is here.", 1),
            ("“Two hours?” he said. ‘Yes.’ … Now!", 4),
            ("At 19:40; it is 2.5 mg", 1),
            ("", 0),
            ("… ?", 0),
        ] {
            assert_eq!(count(text), sentences, "{text}");
        }
    }

    #[test]
    fn what_is_too_long_ends_after_a_sentence_or_else_after_a_word() {
        for (words, most, short) in [
            ("Well. So be it. I shall wait here.", 34, "Well. So be it. I shall wait here."),
            ("Well. So be it. I shall wait here.", 20, "Well. So be it."),
            ("I shall wait here until you come.", 20, "I shall wait here \u{2026}"),
            ("\u{e9}\u{e9} \u{e9}\u{e9}", 4, "\u{e9}\u{e9} \u{2026}"),
            ("Dr. Bell is not to be had, they say.", 12, "Dr. Bell is \u{2026}"),
            (&"x".repeat(30), 10, "\u{2026}"),
            ("", 10, ""),
        ] {
            assert_eq!(shortened(words, most), short, "{words}");
        }
    }

    #[test]
    fn what_introduces_ends_with_a_colon_unless_it_asks_or_trails_off() {
        for (words, ends_as) in [
            ("Turn 3", "Turn 3:"),
            ("I was listened to.", "I was listened to:"),
            ("Did they listen?", "Did they listen?"),
            ("Next time I will …", "Next time I will …"),
        ] {
            assert_eq!(introducing(words), ends_as);
        }
        assert_eq!(unended("He goes home. "), "He goes home");
    }
}
