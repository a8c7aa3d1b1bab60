//! No scene has both `patient` and `lines`.

use crate::scenario::document::{PassageDoc, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A scene with both `patient` and `lines`.
    ///
    /// ## Why it matters
    /// `lines` says who speaks in which order. What the patient says beside it would have no place in that
    /// order.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: "I did not sleep.",
    /// lines: [(say: "Not a wink.")],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// lines: [(say: "I did not sleep."), (say: "Not a wink.")],
    /// patient: None,
    /// ```
    pub(crate) RULE = "lines-or-patient", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    both(scene.passage(), "This scene", found);
    for answer in scene.answers() {
        both(answer.passage(), "This answer", found);
    }
}

fn both(passage: PassageDoc<'_>, what: &str, found: &mut Vec<Diagnostic>) {
    if let (Some(patient), Some(lines)) = (passage.patient, passage.lines) {
        found.push(
            RULE.at(lines.span.opening(), format!("{what} has both `patient` and `lines`"))
                .note(patient.span.opening(), "`patient` is here")
                .hint("move what the patient says into `lines`, as an entry without `who`: `(say: \"…\")`"),
        );
    }
}
