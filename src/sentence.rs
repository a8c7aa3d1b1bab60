//! Words made into sentences.

/// The words with a capital letter at the start.
pub(crate) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words with a capital letter at the start and a full stop at the end, where they have no other end.
#[cfg(feature = "ui")]
pub(crate) fn sentence(words: &str) -> String {
    let words = words.trim();
    let end = if words.is_empty() || words.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{end}", capitalised(words))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_letter_is_raised_and_nothing_else() {
        assert_eq!(super::capitalised("élan Vital"), "Élan Vital");
        assert_eq!(super::capitalised(""), "");
    }

    #[cfg(feature = "ui")]
    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(super::sentence(" the nurse "), "The nurse.");
        assert_eq!(super::sentence("who is there?"), "Who is there?");
        assert_eq!(super::sentence(" "), "");
    }
}
