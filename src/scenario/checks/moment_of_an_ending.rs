//! No ending has a moment.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// An ending that names a moment.
    ///
    /// ## Why it matters
    /// A moment says what the choices of a scene have to meet, and an ending has none.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "Will I sleep tonight?",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (moment: question, ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "Will I sleep tonight?",
    ///         moment: question,
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "moment-of-an-ending", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if let (Some(moment), Some(ending)) = (&scene.moment, &scene.ending) {
        found.push(
            RULE.at(moment.span, "An ending has no moment, because there is nothing left to choose")
                .note(ending.span.opening(), "this is the ending")
                .hint("take `moment` out, or name it in the scene that leads here"),
        );
    }
}
