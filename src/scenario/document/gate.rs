//! Where the talk goes in place of a scene, as written.

use crate::source::Spanned;
use crate::source::decoding::Id;
use crate::source::decoding::record::record;

use super::ConditionDoc;

record! {
    /// A gate: another scene that is entered in place of this one where a condition holds. Of several the first whose
    /// condition holds is taken, and the gates of that other scene are asked in turn.
    GateDoc: "a gate" {
        /// When the talk goes elsewhere. It is asked before the scene is entered, so the scene does not count as
        /// visited yet.
        ///
        /// ```ron
        /// when: Below(trust, 40),
        /// ```
        required when: Box<ConditionDoc>,

        /// The scene that is entered instead.
        ///
        /// ```ron
        /// to: "softens",
        /// ```
        required to: Spanned<Id>,
    }
    otherwise {
        then: to,
        on: to,
        instead: to,
        condition: when,
    }
}
