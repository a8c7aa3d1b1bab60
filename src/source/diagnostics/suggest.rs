//! "Did you mean …?"

use crate::source::span::Span;

use super::{Diagnostic, Rule};

/// How alike two words must be to be suggested, 0–1.
const MIN_SIMILARITY: f64 = 0.6;

/// The word among `known` that was probably meant by `written`, if one is close.
///
/// Words whose lengths differ too much are not compared: that alone makes them unlike, and a hostile file may hold
/// a word of many millions of letters.
pub(crate) fn closest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    let length = written.chars().count();
    for word in known {
        let (shorter, longer) = (length.min(word.chars().count()), length.max(word.chars().count()));
        if shorter * 5 < longer * 3 {
            continue;
        }
        let similarity = strsim::normalized_damerau_levenshtein(&written.to_lowercase(), &word.to_lowercase());
        if similarity >= MIN_SIMILARITY && best.is_none_or(|(most, _)| similarity > most) {
            best = Some((similarity, word));
        }
    }
    best.map(|(_, word)| word)
}

pub(crate) fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// A hint that names the closest word, else all words if they are few.
pub(crate) fn hint<'a>(written: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    /// More words than this are no help.
    const MAX_LISTED: usize = 16;
    if let Some(word) = closest(written, known.clone()) {
        return Some(did_you_mean(word));
    }
    let all: Vec<String> = known.into_iter().take(MAX_LISTED + 1).map(|word| format!("`{word}`")).collect();
    (!all.is_empty() && all.len() <= MAX_LISTED).then(|| format!("there are: {}", all.join(", ")))
}

/// Reports something whose name is known but whose parts do not fit that name.
pub(crate) fn other_shape(rule: &'static Rule, span: Span, name: &str, shape: &str) -> Diagnostic {
    rule.at(span, format!("This is not how `{name}` is written")).hint(format!("write it like this: `{shape}`"))
}

#[cfg(test)]
mod tests {
    use super::{closest, hint};

    #[test]
    fn a_slip_of_the_keys_is_recognised() {
        assert_eq!(closest("sofens", ["mutters", "softens"]), Some("softens"));
        assert_eq!(closest("Names_Emotoin", ["validates", "names_emotion"]), Some("names_emotion"));
        assert_eq!(closest("elsewhere", ["mutters", "softens"]), None);
    }

    #[test]
    fn a_few_words_are_listed_and_many_are_not() {
        assert_eq!(hint("x", ["calm", "crisis"]), Some("there are: `calm`, `crisis`".to_owned()));
        assert_eq!(hint("x", std::iter::repeat_n("calm", 40)), None);
    }
}
