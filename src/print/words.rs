//! What the page calls things.

use crate::debrief::terms::signed;
use crate::rubric::{Dimension, Points};

/// Points on the dimensions that have any: "empathy +3, de-escalation +2".
pub(super) fn points(points: Points) -> String {
    let with_any = Dimension::ALL.into_iter().filter(|&dimension| points[dimension] != 0);
    let each: Vec<String> = with_any
        .map(|dimension| format!("{} {}", dimension.label().to_lowercase(), signed(points[dimension])))
        .collect();
    if each.is_empty() { "nothing on any dimension".to_owned() } else { each.join(", ") }
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
