//! What the page calls things.

use crate::debrief::Band;
use crate::rubric::{Dimension, Points};
use crate::scenario::{EndingKind, Feeling, Stage};

/// A feeling, at the start of a label.
pub(super) const fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Agitation => "Agitation",
        Feeling::Trust => "Trust",
        Feeling::Understanding => "Understanding",
    }
}

/// A stage of agitation, after "they were".
pub(super) const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Calm => "calm",
        Stage::Anxious => "anxious",
        Stage::Escalating => "escalating",
        Stage::Crisis => "in crisis",
    }
}

/// What a band means.
pub(super) const fn band_means(band: Band) -> &'static str {
    match band {
        Band::Beginning => "the first steps are there; the turning points below show where to begin.",
        Band::Developing => "some of what could have been done is there already, and there is more to find.",
        Band::Secure => "most of what could have been done, you did.",
        Band::Strong => "nearly all that could have been done, you did.",
    }
}

/// A kind of ending, after "It ended".
pub(super) const fn ending(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Good => "well",
        EndingKind::Mixed => "with some things open",
        EndingKind::Poor => "badly",
        EndingKind::Unsafe => "unsafely",
    }
}

/// A number with its sign.
pub(super) fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("\u{2212}{}", number.unsigned_abs()),
    }
}

/// Points on the dimensions that have any: "empathy +3, de-escalation +2".
pub(super) fn points(points: Points) -> String {
    let with_any = Dimension::ALL.into_iter().filter(|&dimension| points[dimension] != 0);
    let each: Vec<String> = with_any
        .map(|dimension| format!("{} {}", dimension.label().to_lowercase(), signed(points[dimension])))
        .collect();
    if each.is_empty() { "nothing on any dimension".to_owned() } else { each.join(", ") }
}

/// What is done, then what is said in quotation marks.
pub(super) fn done_and_said(act: Option<&str>, say: Option<&str>) -> String {
    let said = say.map(|say| format!("\u{201c}{say}\u{201d}"));
    let parts: Vec<&str> = act.into_iter().chain(said.as_deref()).collect();
    parts.join(" ")
}

/// A sentence's end where there is none yet.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '\u{2026}', '\u{201d}']) { text.to_owned() } else { format!("{text}.") }
}

/// A text that is safe on any page: controls and marks of text direction stand as signs, lines stay lines.
pub(super) fn clean(text: &str) -> String {
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
