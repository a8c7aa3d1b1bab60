//! Comparisons, such as `trust >= 62`: what authors who know other languages write in place of a condition.

use std::cmp::Ordering;

use crate::rubric::Feeling;

/// The signs that comparisons are made of.
const SIGNS: [char; 5] = ['<', '>', '=', '\u{2264}', '\u{2265}'];

/// The condition that says the same as a comparison; `None` where it is none, or says nothing that can be.
pub(super) fn comparison(written: &str) -> Option<String> {
    let (left, rest) = written.split_at_checked(written.find(SIGNS)?)?;
    let right = rest.trim_start_matches(SIGNS);
    let sign = rest.get(..rest.len() - right.len())?;
    let (left, right) = (left.trim(), right.trim());
    let (side, equal) = match sign {
        ">" => (Ordering::Greater, false),
        ">=" | "=>" | "\u{2265}" => (Ordering::Greater, true),
        "<" => (Ordering::Less, false),
        "<=" | "=<" | "\u{2264}" => (Ordering::Less, true),
        "==" => (Ordering::Equal, true),
        _ => return None,
    };
    match (feeling(left), feeling(right)) {
        (Some(feeling), None) => condition(feeling, side, equal, right.parse().ok()?),
        (None, Some(feeling)) => condition(feeling, side.reverse(), equal, left.parse().ok()?),
        _ => None,
    }
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
        (Ordering::Less, false) if number == 0 => None,
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
            ("trust \u{2265} 62", Some("AtLeast(trust, 62)")),
            ("trust > 100", None),
            ("trust < 0", None),
            ("trust = 62", None),
            ("trust >= 300", None),
            ("courage >= 62", None),
            ("trust >= agitation", None),
        ] {
            assert_eq!(comparison(written).as_deref(), condition, "{written}");
        }
    }
}
