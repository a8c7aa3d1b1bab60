//! What the screens call things.

use crate::debrief::Band;
use crate::rubric::Dimension;
use crate::scenario::{EndingKind, Feeling, Stage};

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
        Stage::Escalating => "escalating",
        Stage::Crisis => "in crisis",
    }
}

/// A band.
pub(crate) const fn band(band: Band) -> &'static str {
    match band {
        Band::Beginning => "Beginning",
        Band::Developing => "Developing",
        Band::Secure => "Secure",
        Band::Strong => "Strong",
    }
}

/// What a band means.
pub(crate) const fn band_means(band: Band) -> &'static str {
    match band {
        Band::Beginning => "the first steps are there; the turning points below show where to begin.",
        Band::Developing => "some of what could have been done is there already, and there is more to find.",
        Band::Secure => "most of what could have been done, you did.",
        Band::Strong => "nearly all that could have been done, you did.",
    }
}

/// A kind of ending, after "It ended".
pub(crate) const fn ending(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Good => "well",
        EndingKind::Mixed => "with some things open",
        EndingKind::Poor => "badly",
        EndingKind::Unsafe => "unsafely",
    }
}

/// What someone might say of themselves on a dimension.
pub(crate) const fn asks(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "How well did you notice what they felt, and show it?",
        Dimension::Clarity => "How well could they understand you?",
        Dimension::DeEscalation => "How well did you help tension come down?",
    }
}

/// A self-rating in words.
pub(crate) const fn rating(value: u8) -> &'static str {
    match value {
        0..20 => "hardly at all",
        20..40 => "a little",
        40..60 => "in part",
        60..80 => "well",
        _ => "very well",
    }
}

/// A number with its sign.
pub(crate) fn signed(number: i32) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("\u{2212}{}", number.unsigned_abs()),
    }
}
