//! What the screens call things.

pub(crate) use crate::debrief::terms::{band_means, done_and_said, feeling, quoted, signed, stage};
use crate::rubric::Dimension;

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
