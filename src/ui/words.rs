//! What the screens call things.

pub(crate) use crate::debrief::terms::{done_and_said, feeling, quoted, self_rating, signed, stage, taken};
use crate::rubric::Dimension;

/// Over what someone would have said themselves.
pub(crate) const IN_OWN_WORDS: &str = "In your own words";
/// The switch for being asked for them.
pub(crate) const OWN_WORDS_FIRST: &str = "Own words first";
/// What becomes of them.
pub(crate) const OWN_WORDS_NOTE: &str = "Kept for the debrief, never scored.";
/// Of moments with a timer.
pub(crate) const MORE_TIME: &str = "You can always ask for more.";
/// The way out of what is opened from the library.
pub(crate) const BACK_TO_LIBRARY: &str = "Back to the library";

/// What someone might say of themselves on a dimension.
pub(crate) const fn asks(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "How well did you notice what they felt, and show it?",
        Dimension::Clarity => "How well could they understand you?",
        Dimension::DeEscalation => "How well did you help tension come down?",
    }
}
