//! Gates stand where the talk can be led elsewhere.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A gate on the first scene, or on an interruption.
    ///
    /// ## Why it matters
    /// A gate is asked when a choice leads to its scene. The first scene is where everyone begins, and an interruption
    /// has a condition of its own, `breaks_in`.
    ///
    /// ## Before
    /// ```ron the scenario
    /// start: "morning",
    /// scenes: {
    ///     "morning": (
    ///         instead: [(when: AtLeast(agitation, 50), to: "better")],
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// start: "morning",
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "gate-misplaced", Error;
}

pub(super) fn scene(context: &Context<'_>, id: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(gates) = &scene.instead else { return };
    let starts = context.document.start.as_ref().is_some_and(|start| start.value == id.value);
    let (what, hint) = if starts {
        ("the conversation begins in this scene", "begin in another scene, or take `instead` out")
    } else if scene.breaks_in.is_some() {
        ("this scene is an interruption", "say in `breaks_in` when it breaks in, and take `instead` out")
    } else {
        return;
    };
    found.push(RULE.at(gates.span.opening(), format!("There can be no gate here: {what}")).hint(hint));
}
