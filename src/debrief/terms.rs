//! The words that debriefs use for feelings, stages, bands and numbers.

use crate::rubric::{Dimension, Feeling, Points, Stage};
use crate::scenario::EndingKind;

use super::{Band, Debrief};

/// What is shown in place of a score where the dimension was not exercised.
pub(crate) const NOT_EXERCISED: &str = "not called for";

/// A feeling, at the start of a label.
pub(crate) const fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Agitation => "Agitation",
        Feeling::Trust => "Trust",
        Feeling::Understanding => "Understanding",
    }
}

/// A stage of agitation, after "they were".
pub(crate) const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Calm => "calm",
        Stage::Anxious => "anxious",
        Stage::Escalating => "very upset",
        Stage::Crisis => "in crisis",
    }
}

pub(crate) const fn band_means(band: Band) -> &'static str {
    match band {
        Band::Beginning => "the first steps are there; the turning points show where to begin.",
        Band::Developing => "some of what could have been done is there already, and there is more to find.",
        Band::Secure => "most of what could have been done, you did.",
        Band::Strong => "nearly all that could have been done, you did.",
    }
}

/// A kind of ending, after "It ended".
const fn ending(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Good => "well",
        EndingKind::Mixed => "with some things open",
        EndingKind::Poor => "badly",
        EndingKind::Unsafe => "unsafely",
    }
}

/// A kind of ending, after "it could have led to".
pub(crate) const fn kind_of_ending(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Good => "a good ending",
        EndingKind::Mixed => "an ending with things open",
        EndingKind::Poor => "a bad ending",
        EndingKind::Unsafe => "an unsafe ending",
    }
}

/// How the conversation ended, and how the patient, who is called `who`, was when it was hardest and at the end.
pub(crate) fn how_they_were(debrief: &Debrief, who: &str) -> String {
    let after = debrief.patient;
    let (end, peak) = (stage(after.stage), stage(after.peak_stage));
    let ended = debrief.ending.as_ref();
    let ended = ended.map(|reached| format!("It ended {}. ", ending(reached.kind))).unwrap_or_default();
    if after.peak_stage == Stage::Calm {
        format!("{ended}{who} was calm all the way.")
    } else if after.peak_stage == after.stage {
        format!("{ended}{who} was {end} by the end, which was the hardest it got.")
    } else {
        let again = if after.came_down && after.stage < Stage::Escalating { " again" } else { "" };
        format!("{ended}{who} was {peak} when it was hardest, and {end}{again} by the end.")
    }
}

/// A self-rating in words.
pub(crate) const fn self_rating(value: u8) -> &'static str {
    match value {
        0..20 => "hardly at all",
        20..40 => "a little",
        40..60 => "in part",
        60..80 => "well",
        _ => "very well",
    }
}

/// The points on each dimension that has any: "empathy +3, de-escalation +2".
pub(crate) fn points(points: Points) -> String {
    let with_any = Dimension::ALL.into_iter().filter(|&dimension| points[dimension] != 0);
    let each: Vec<String> = with_any
        .map(|dimension| format!("{} {}", dimension.label().to_lowercase(), signed(points[dimension])))
        .collect();
    if each.is_empty() { "nothing on any dimension".to_owned() } else { each.join(", ") }
}

/// A number with its sign.
pub(crate) fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("\u{2212}{}", number.unsigned_abs()),
    }
}

/// What is done, then what is said in quotation marks.
pub(crate) fn done_and_said(act: Option<&str>, say: Option<&str>) -> String {
    match (act, say) {
        (Some(act), Some(say)) => format!("{act} {}", quoted(say)),
        (Some(act), None) => act.to_owned(),
        (None, Some(say)) => quoted(say),
        (None, None) => String::new(),
    }
}

/// What is done and said at a turn, and whether it was taken because time was up.
pub(crate) fn taken(act: Option<&str>, say: Option<&str>, late: bool) -> String {
    let late = if late { " (time was up)" } else { "" };
    format!("{}{late}", done_and_said(act, say))
}

pub(crate) fn quoted(words: &str) -> String {
    format!("\u{201c}{words}\u{201d}")
}
