//! What the screens call things.

pub(crate) use crate::debrief::terms::{done_and_said, feeling, quoted, self_rating, signed, stage, taken};
use crate::rubric::Dimension;

/// What someone might say of themselves on a dimension.
pub(crate) const fn asks(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "How well did you notice what they felt, and show it?",
        Dimension::Clarity => "How well could they understand you?",
        Dimension::DeEscalation => "How well did you help tension come down?",
    }
}
