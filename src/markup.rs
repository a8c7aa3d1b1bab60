//! Makes texts safe for pages and pictures: nothing in them acts as markup or as a control character.

/// A text that is safe on any page: control characters and marks of text direction become U+FFFD, tabs and carriage
/// returns become spaces, and line feeds stay.
pub(crate) fn clean(text: &str) -> String {
    let sign = |c: char| match c {
        '\n' => '\n',
        '\t' | '\r' => ' ',
        '\u{0}'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{FFFE}'..='\u{FFFF}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    text.chars().map(sign).collect()
}

/// A [`clean`] text, escaped for elements and double-quoted attributes of HTML and XML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn any_text_is_held_and_nothing_in_it_is_obeyed() {
        assert_eq!(
            escaped("<a href=\"x\">&\u{1b}\u{0}\u{202e}\u{ffff}</a>\n"),
            "&lt;a href=&quot;x&quot;&gt;&amp;\u{fffd}\u{fffd}\u{fffd}\u{fffd}&lt;/a&gt;\n"
        );
    }
}
