//! Makes text from files safe to print: what a terminal would obey or hide is shown as a visible character.

use std::borrow::Cow;

/// One line of `text` in which control characters, bidirectional marks and line breaks are replaced by visible
/// characters. Text from a file must pass through here on its way to a terminal, which would otherwise obey the escape
/// sequences in it.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| sign(c) != c) { Cow::Owned(text.chars().map(sign).collect()) } else { Cow::Borrowed(text) }
}

/// [`visible`], cut after `most` characters.
pub(super) fn visible_start(text: &str, most: usize) -> String {
    let mut start: String = text.chars().take(most).map(sign).collect();
    if text.chars().nth(most).is_some() {
        start.push('\u{2026}');
    }
    start
}

/// The character itself, or a visible one that is as wide as a letter.
pub(super) const fn sign(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{0}'..='\u{1F}' => picture(c),
        '\u{7F}' => '\u{2421}',
        '\u{80}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// The Unicode control picture of a control character below U+0020.
const fn picture(c: char) -> char {
    match char::from_u32(0x2400 + c as u32) {
        Some(picture) => picture,
        None => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_start};

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(visible("a\u{1b}[31m\u{9b}2J\u{202e}b\r\n"), "a\u{241b}[31m\u{fffd}2J\u{fffd}b\u{240d}\u{240a}");
        assert_eq!(visible("\u{e9}t\u{e9} \u{1f642}"), "\u{e9}t\u{e9} \u{1f642}");
    }

    #[test]
    fn a_long_text_is_cut_where_it_says_so() {
        assert_eq!(visible_start("abcd", 3), "abc\u{2026}");
        assert_eq!(visible_start("abc", 3), "abc");
    }
}
