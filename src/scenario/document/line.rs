//! A spoken line as written.

use crate::source::Spanned;
use crate::source::decoding::Id;
use crate::source::decoding::record::record;

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
    }
}
