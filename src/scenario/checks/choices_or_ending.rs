//! Each scene has either choices or an ending.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A scene with neither choices nor an ending, or with both.
    ///
    /// ## Why it matters
    /// With neither the trainee is stuck. With both nobody knows whether the conversation is over.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep."),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "choices-or-ending", Error;
}

pub(super) fn scene(_: &Context<'_>, id: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    match (&scene.choices, &scene.ending) {
        (Some(choices), Some(ending)) => found.push(
            RULE.at(choices.span.opening(), "This scene has both `choices` and an `ending`")
                .note(ending.span.opening(), "the ending is here")
                .hint("move the ending to a scene of its own, and let a choice lead there"),
        ),
        (None, None) if !scene.unread.has("choices") && !scene.unread.has("ending") => found.push(
            RULE.at(id.span, "This scene has neither `choices` nor an `ending`")
                .hint("add one of them; without it the conversation gets stuck here"),
        ),
        _ => {}
    }
}
