//! Comparisons, such as `trust >= 62`: what authors who know other languages write in place of a condition.

use std::cmp::Ordering;

use crate::rubric::Feeling;
use crate::source::{Diagnostic, Source, Span};

use super::rules;

/// The signs that comparisons are made of.
const SIGNS: [char; 3] = ['<', '>', '='];

/// The most of a text that is looked at on either side of a sign, in bytes: more than any comparison needs.
const REACH: usize = 60;

/// Puts what to write in the place of each syntax error that is a comparison.
pub(super) fn told_as_conditions(source: &Source, errors: &mut [Diagnostic]) {
    for error in errors {
        if let Some((span, condition)) = comparison(source.text(), error.span.start()) {
            let written = source.text().get(span.start()..span.end()).unwrap_or_default();
            let message = format!("`{written}` is not how a condition is written");
            *error = rules::CONDITION_SHAPE.at(span, message).hint(format!("write `{condition}`"));
        }
    }
}

/// The comparison around the sign at this byte, and the condition that says the same.
fn comparison(text: &str, byte: usize) -> Option<(Span, String)> {
    let before = text.get(text.ceil_char_boundary(byte.saturating_sub(REACH))..byte)?;
    let after = text.get(byte..text.floor_char_boundary(byte + REACH))?;
    let sign = after.get(..after.find(|c| !SIGNS.contains(&c))?).filter(|sign| !sign.is_empty())?;
    let left = before.trim_end_matches(' ');
    let left = left.get(left.rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1)..)?;
    let gap = after.get(sign.len()..)?;
    let right = gap.trim_start_matches(' ');
    let end = byte + sign.len() + (gap.len() - right.len());
    let right = right.get(..right.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(right.len()))?;
    let start = byte - (before.len() - before.rfind(left)?);
    let (side, equal) = match sign {
        ">" => (Ordering::Greater, false),
        ">=" | "=>" => (Ordering::Greater, true),
        "<" => (Ordering::Less, false),
        "<=" | "=<" => (Ordering::Less, true),
        "==" => (Ordering::Equal, true),
        _ => return None,
    };
    let condition = match (feeling(left), feeling(right)) {
        (Some(feeling), None) => condition(feeling, side, equal, right.parse().ok()?),
        (None, Some(feeling)) => condition(feeling, side.reverse(), equal, left.parse().ok()?),
        _ => None,
    };
    Some((Span::new(start, end + right.len()), condition?))
}

fn feeling(word: &str) -> Option<Feeling> {
    Feeling::ALL.into_iter().find(|feeling| feeling.word() == word)
}

/// The condition that a feeling stands so to a number; `None` where a feeling cannot be so.
fn condition(feeling: Feeling, side: Ordering, equal: bool, number: u8) -> Option<String> {
    let least = |number: u8| (number <= 100).then(|| format!("AtLeast({}, {number})", feeling.word()));
    let below = |number: u8| (number <= 100).then(|| format!("Below({}, {number})", feeling.word()));
    let next = number.checked_add(1)?;
    match (side, equal) {
        (Ordering::Greater, true) => least(number),
        (Ordering::Greater, false) => least(next),
        (Ordering::Less, true) => below(next),
        (Ordering::Less, false) => below(number),
        // At the top of the scale nothing lies above.
        (Ordering::Equal, _) if number == 100 => least(number),
        (Ordering::Equal, _) => Some(format!("All({}, {})", least(number)?, below(next)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::comparison;

    #[test]
    fn a_comparison_is_said_as_a_condition() {
        for (written, condition) in [
            ("trust >= 62", Some("AtLeast(trust, 62)")),
            ("trust > 62", Some("AtLeast(trust, 63)")),
            ("agitation<=62", Some("Below(agitation, 63)")),
            ("understanding  <  62", Some("Below(understanding, 62)")),
            ("trust == 62", Some("All(AtLeast(trust, 62), Below(trust, 63))")),
            ("trust == 100", Some("AtLeast(trust, 100)")),
            ("62 <= trust", Some("AtLeast(trust, 62)")),
            ("62 > trust", Some("Below(trust, 62)")),
            ("trust > 100", None),
            ("trust = 62", None),
            ("trust >= 300", None),
            ("courage >= 62", None),
            ("trust >= agitation", None),
        ] {
            for text in [written.to_owned(), format!("(when: {written}, to: \"ü\")")] {
                let sign = text.find(['<', '>', '=']).expect("a sign");
                let found = comparison(&text, sign);
                assert_eq!(found.as_ref().map(|(_, condition)| condition.as_str()), condition, "{text}");
                let span = found.map(|(span, _)| &text[span.start()..span.end()]);
                assert_eq!(span, condition.map(|_| written), "{text}");
            }
        }
    }
}
