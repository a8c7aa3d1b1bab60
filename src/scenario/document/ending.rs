//! An ending as written.

use crate::scenario::EndingKind;
use crate::source::decoding::OneOf;
use crate::source::decoding::record::record;

record! {
    /// How a conversation ends. A scenario may have several.
    EndingDoc: "an ending" {
        /// What has come of it, in a line.
        ///
        /// ```ron
        /// title: "He goes in knowing what comes next",
        /// ```
        required title: String,

        /// How good an ending it is for the patient. It is not a score: scores come from the choices.
        ///
        /// ```ron
        /// kind: Good,
        /// ```
        required kind: OneOf<EndingKind>,

        /// What the patient thinks on the way home, in their own words.
        ///
        /// ```ron
        /// thought: "She came over. Two hours, and then somebody came over.",
        /// ```
        required thought: String,

        /// Notes for the facilitator on this ending. The app does not show them to trainees.
        ///
        /// Default: no notes
        ///
        /// ```ron
        /// notes: "Ask the group at which point he began to listen.",
        /// ```
        optional notes: String,
    }
}
