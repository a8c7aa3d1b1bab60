//! How a conversation ends.

use crate::source::decoding::words::words;

/// The ending of a conversation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ending {
    pub title: String,
    pub kind: EndingKind,
    /// The patient's closing thought.
    pub thought: String,
    /// Notes for the facilitator.
    pub notes: Option<String>,
}

words! {
    /// How good an ending is for the patient.
    pub enum EndingKind: "a kind of ending" {
        /// They have what they came for, or know how they will get it.
        Good,
        /// Something was gained, and something is left open.
        Mixed,
        /// They leave worse off, or without what they needed.
        Poor,
        /// Somebody may come to harm.
        Unsafe,
    }
}
