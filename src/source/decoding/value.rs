//! Texts, whole numbers, and `true` or `false`.

use crate::shared::SharedText;
use crate::source::syntax::{Node, Value};

use super::describe::A_TEXT;
use super::reader::{Reader, Subject};
use super::{Kind, Read, rules};

/// The hint where quotation marks stand around what needs none.
pub(crate) const NO_QUOTES: &str = "leave the quotes out";

impl Read for String {
    const WHAT: &'static str = A_TEXT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        reader.text(node).map(str::to_owned)
    }
}

impl Read for SharedText {
    const WHAT: &'static str = A_TEXT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        reader.text(node).map(|text| reader.shared(text))
    }
}

impl Reader {
    /// Reads a text; an empty one and one with an invisible character are reported.
    fn text<'a>(&mut self, node: &Node<'a>) -> Option<&'a str> {
        let Value::Text(text) = node.value else {
            return self.wrong_type(node, A_TEXT, node.quotes_hint());
        };
        let subject = self.subject;
        let subject = || match subject {
            Subject::This => "This text".to_owned(),
            named => named.to_string(),
        };
        if text.trim().is_empty() {
            self.report(
                rules::EMPTY_TEXT
                    .at(node.span, format!("{} is empty", subject()))
                    .hint("write what belongs here; if it may be left out, take the whole field out"),
            );
            return None;
        }
        if let Some(control) = text.chars().find(|c| is_invisible(*c)) {
            let (subject, number) = (subject(), u32::from(control));
            let message = format!("{subject} holds a character that cannot be seen (U+{number:04X})");
            self.report(
                rules::CONTROL_CHARACTER
                    .at(node.span, message)
                    .hint("delete it, or type the text anew; line breaks and tabs are welcome"),
            );
            return None;
        }
        Some(text)
    }
}

/// Control characters, byte order marks, and characters that change the direction of the text around them.
fn is_invisible(c: char) -> bool {
    // Most characters are these.
    if matches!(c, ' '..='~') {
        return false;
    }
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl Read for bool {
    const WHAT: &'static str = "`true` or `false`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => reader.wrong_type(node, Self::WHAT, None),
        }
    }
}

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WholeNumber<const MIN: i64, const MAX: i64>(i64);

impl<const MIN: i64, const MAX: i64> WholeNumber<MIN, MAX> {
    /// The number as a `T`, which must be able to hold every number from `MIN` to `MAX`.
    pub(crate) fn get<T: TryFrom<i64> + Default>(self) -> T {
        T::try_from(self.0).unwrap_or_default()
    }

    /// The bounds as an author reads them.
    fn bounds() -> String {
        if MIN == MAX { format!("{MIN}") } else { format!("from {MIN} to {MAX}") }
    }

    /// What should be written, as an author reads it.
    fn expected() -> String {
        let a_number = if MIN == MAX { "the number" } else { Self::WHAT };
        format!("{a_number} {}", Self::bounds())
    }
}

impl<const MIN: i64, const MAX: i64> Read for WholeNumber<MIN, MAX> {
    const WHAT: &'static str = "a whole number";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let value: i128 = match node.value {
            Value::Integer(value) if (MIN..=MAX).contains(&value) => return Some(Self(value)),
            Value::Integer(value) => value.into(),
            Value::Large(value) => value.into(),
            _ => {
                let hint = text_of_digits(node).then_some(NO_QUOTES);
                return reader.wrong_type(node, &Self::expected(), hint);
            }
        };
        let message = reader.should_be(&Self::bounds(), value);
        reader.report(rules::OUT_OF_RANGE.at(node.span, message));
        None
    }

    fn kind() -> Kind {
        Kind::plain(Self::expected())
    }
}

fn text_of_digits(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Text(text) if text.trim().parse::<i64>().is_ok())
}
