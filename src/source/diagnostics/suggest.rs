//! "Did you mean …?"

use crate::source::span::Span;

use super::{Diagnostic, Rule};

/// How alike two words must be to be suggested, 0–1, letter by letter.
const MIN_SIMILARITY: f64 = 0.6;

/// How much of two words must be in parts that both have, 0–1, to be suggested.
const MIN_SHARED: f64 = 0.5;

/// How alike two parts must be to count as the same, 0–1, letter by letter: `tell` and `tells` are.
const SAME_PART: f64 = 0.75;

/// A word all of whose parts stand in another one is suggested where it has at least so many letters.
const MIN_CONTAINED: usize = 4;

/// Longer words are not taken apart.
const MAX_IN_PARTS: usize = 100;

/// Words of more parts are not compared part by part: a hostile file may have very many of them.
const MAX_PARTS: usize = 8;

/// The word among `known` that was probably meant by `written`, if one is close.
///
/// A slip of the keys leaves most letters in their places, a change of name most parts: `letter` and `the-letter`,
/// `daughter-asks` and `asks-daughter`.
pub(crate) fn closest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    let length = written.chars().count();
    let lower = written.to_lowercase();
    for word in known {
        let other = word.to_lowercase();
        let lengths = (length, word.chars().count());
        let similarity = by_letters(&lower, &other, lengths).max(by_parts(&lower, &other, lengths));
        if similarity > best.map_or(0.0, |(most, _)| most) {
            best = Some((similarity, word));
        }
    }
    best.map(|(_, word)| word)
}

/// How alike two words are, letter by letter; 0 where that is too little.
///
/// Words whose lengths differ too much are not compared: that alone makes them unlike, and a hostile file may hold
/// a word of many millions of letters.
fn by_letters(one: &str, other: &str, lengths: (usize, usize)) -> f64 {
    let (shorter, longer) = (lengths.0.min(lengths.1), lengths.0.max(lengths.1));
    if shorter * 5 < longer * 3 {
        return 0.0;
    }
    let similarity = strsim::normalized_damerau_levenshtein(one, other);
    if similarity >= MIN_SIMILARITY { similarity } else { 0.0 }
}

/// How much of two words is in parts that both have, in whatever order; 0 where that is too little.
fn by_parts(one: &str, other: &str, lengths: (usize, usize)) -> f64 {
    if lengths.0.max(lengths.1) > MAX_IN_PARTS {
        return 0.0;
    }
    let parts = |word| str::split(word, ['-', '_', ' ']).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let letters = |parts: &[&str]| parts.iter().map(|part| part.len()).sum::<usize>();
    let (parts, mut unmatched) = (parts(one), parts(other));
    if parts.len().max(unmatched.len()) > MAX_PARTS {
        return 0.0;
    }
    let (mut shared, mut left) = (0, letters(&parts));
    let all = left + letters(&unmatched);
    for part in &parts {
        let same = |other: &&str| {
            let (shorter, longer) = (part.len().min(other.len()), part.len().max(other.len()));
            *part == *other
                || shorter * 4 >= longer * 3 && strsim::normalized_damerau_levenshtein(part, other) >= SAME_PART
        };
        if let Some(at) = unmatched.iter().position(same) {
            shared += part.len() + unmatched.swap_remove(at).len();
            left -= part.len();
        }
    }
    let contained = (left == 0 || unmatched.is_empty()) && shared >= 2 * MIN_CONTAINED;
    let of_all = ratio(shared, all);
    if of_all > MIN_SHARED {
        of_all
    } else if contained {
        MIN_SHARED
    } else {
        0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "words that are taken apart have few letters")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

pub(crate) fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// A hint that names the closest word, else all words if they are few.
pub(crate) fn hint<'a>(written: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    closest(written, known.clone()).map(did_you_mean).or_else(|| list(known))
}

/// A hint that names all words, if they are few.
pub(crate) fn list<'a>(known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    /// More words than this are no help.
    const MAX_LISTED: usize = 16;
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
    fn words_of_very_many_parts_are_not_compared_part_by_part() {
        let of = |letter: &str| vec![letter; 40].join("-");
        assert!(super::by_parts(&of("a"), &of("a"), (79, 79)) < f64::EPSILON);
        assert!(super::by_parts("the-letter", "letter-there", (10, 12)) > 0.0);
    }

    #[test]
    fn a_slip_of_the_keys_is_recognised() {
        assert_eq!(closest("sofens", ["mutters", "softens"]), Some("softens"));
        assert_eq!(closest("Names_Emotoin", ["validates", "names_emotion"]), Some("names_emotion"));
        assert_eq!(closest("elsewhere", ["mutters", "softens"]), None);
    }

    #[test]
    fn a_word_that_was_renamed_is_recognised() {
        let scenes = ["the-letter-opened", "asks-daughter", "home", "tells-of-the-fall", "brushed-off-again", "talk"];
        for (before, after) in [
            ("letter", Some("the-letter-opened")),
            ("daughter-asks", Some("asks-daughter")),
            ("goes-home-late-again", Some("home")),
            ("the-fall-tells", Some("tells-of-the-fall")),
            ("brushed-off", Some("brushed-off-again")),
            ("the-talks", Some("talk")),
            ("off", None),
            ("ward", None),
        ] {
            assert_eq!(closest(before, scenes), after, "{before}");
        }
        assert_eq!(closest(&"home-".repeat(1 << 20), scenes), None);
    }

    #[test]
    fn a_few_words_are_listed_and_many_are_not() {
        assert_eq!(hint("x", ["calm", "crisis"]), Some("there are: `calm`, `crisis`".to_owned()));
        assert_eq!(hint("x", std::iter::repeat_n("calm", 40)), None);
    }
}
