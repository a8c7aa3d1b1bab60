//! Identifiers: lower-case words joined by hyphens.

use crate::shared::SharedText;
use crate::source::syntax::{Node, Value};

use super::unaccented::unaccented;
use super::{Read, Reader, rules, short};

/// An identifier: lower-case words joined by hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(pub(crate) SharedText);

impl Id {
    const MAX_LENGTH: usize = 64;

    pub(crate) fn is_valid(text: &str) -> bool {
        let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        text.len() <= Self::MAX_LENGTH
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.split('-').all(word)
    }

    /// The text made into an identifier; empty where nothing of it can be kept.
    pub(crate) fn corrected(text: &str) -> String {
        let start: String = text.chars().take(2 * Self::MAX_LENGTH).collect();
        let mut lower = String::with_capacity(start.len());
        for c in start.to_lowercase().chars() {
            match unaccented(c) {
                Some(plain) => lower.push_str(plain),
                None => lower.push(if c.is_ascii_alphanumeric() { c } else { '-' }),
            }
        }
        let joined = lower.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        let from_letter = joined.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        from_letter.chars().take(Self::MAX_LENGTH).collect::<String>().trim_end_matches('-').to_owned()
    }
}

impl Read for Id {
    const WHAT: &'static str = "an identifier in quotes";

    /// A malformed identifier is reported and then corrected, so that references to it are not reported as unknown.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            return reader.wrong_type(node, Self::WHAT, node.quotes_hint());
        };
        if Self::is_valid(text) {
            return Some(Self(reader.shared(text)));
        }
        let message = format!(
            "`{}` cannot be an identifier: it should be lower-case words joined by hyphens, \
             starting with a letter, at most {} characters",
            short(text),
            Self::MAX_LENGTH
        );
        let corrected = Self::corrected(text);
        let hint = (!corrected.is_empty()).then(|| format!("write `\"{corrected}\"`"));
        reader.report(rules::BAD_ID.at(node.span, message).hints(hint));
        (!corrected.is_empty()).then(|| Self(corrected.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn what_is_mended_is_an_identifier_or_nothing() {
        for (written, corrected) in [
            ("Go Over", "go-over"),
            ("go_over", "go-over"),
            ("-go--over-", "go-over"),
            ("2nd-try", "nd-try"),
            ("Über uns", "uber-uns"),
            ("inês-e-joão", "ines-e-joao"),
            ("straße", "strasse"),
            ("ines\u{302}", "ines"),
            ("Łódź", "lodz"),
            ("!!", ""),
            ("12", ""),
        ] {
            assert_eq!(Id::corrected(written), corrected, "{written}");
        }
        let long = Id::corrected(&"ab ".repeat(40));
        assert!(Id::is_valid(&long), "{long}");
    }
}
