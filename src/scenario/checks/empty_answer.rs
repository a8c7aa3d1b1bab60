//! Every answer tells or says something.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// An answer in which nothing happens and nothing is said.
    ///
    /// ## Why it matters
    /// An answer is what the patient does and says at once. Without words the choice seems to have fallen on deaf
    /// ears, and a mood alone is not seen by those who hear the conversation.
    ///
    /// ## Before
    /// ```ron a choice
    /// answer: (mood: relieved),
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// answer: (mood: relieved, patient: "Then I can sleep."),
    /// ```
    pub(crate) RULE = "empty-answer", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    for answer in scene.answers() {
        let parts = &answer.parts;
        let unreadable = ["narration", "patient", "lines"].into_iter().any(|field| parts.unread.has(field));
        let no_lines = parts.lines.as_ref().is_none_or(|lines| lines.value.is_empty());
        if parts.narration.is_none() && parts.patient.is_none() && no_lines && !unreadable {
            let hint = "say in `narration` what the patient does, in `patient` what they say, or leave the answer out";
            found.push(RULE.at(answer.span, "In this answer nothing happens and nothing is said").hint(hint));
        }
    }
}
