//! A spoken line as written.

use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::{Id, Word};

use super::{ConditionDoc, TextDoc};

record! {
    /// What one person says.
    LineDoc: "a spoken line" {
        /// Who speaks: one of the scenario's [`people`](../scenario/people.md).
        ///
        /// Default: the patient
        ///
        /// ```ron
        /// who: "mary",
        /// ```
        optional who: Spanned<Id>,

        /// What they say. It may vary.
        ///
        /// ```ron
        /// say: "He's been so patient.",
        /// ```
        required say: TextDoc,

        /// When it is said. Where the condition does not hold the line is left out, so that a line for one mood needs
        /// no other for the rest.
        ///
        /// Default: always
        ///
        /// ```ron
        /// when: Below(trust, 30),
        /// ```
        optional when: Box<ConditionDoc>,

        /// How the speaker looks as they say it, and until the trainee has chosen: a mood from
        /// [the catalogue of moods](../catalogues/moods.md). It is for others than the patient, whose mood stands in the
        /// scene or the answer; where that names none, the first of the patient's lines that does counts.
        ///
        /// Default: anyone but the patient looks calm
        ///
        /// ```ron
        /// mood: pleased,
        /// ```
        optional mood: Spanned<Word>,
    }
}
