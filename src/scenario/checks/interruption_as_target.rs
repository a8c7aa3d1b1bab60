//! Nothing leads to an interruption.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A scene that breaks in by itself, and something leads to it all the same.
    ///
    /// ## Why it matters
    /// An interruption comes from wherever the talk is, once, when its condition holds. If a choice led there
    /// too, `Resume` could not tell where to go back to.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "pain"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "pain": (
    ///         breaks_in: AtLeast(agitation, 60),
    ///         patient: "My back! It hurts again.",
    ///         choices: [
    ///             (id: "help", act: "Help him sit up.", shows: [attends_need], why: "You helped.", then: Resume),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
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
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "pain": (
    ///         breaks_in: AtLeast(agitation, 60),
    ///         patient: "My back! It hurts again.",
    ///         choices: [
    ///             (id: "help", act: "Help him sit up.", shows: [attends_need], why: "You helped.", then: Resume),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "interruption-as-target", Error;
}

/// The conversation does not begin with an interruption.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    context.document.start.iter().for_each(|id| check_target(context, id, found));
}

/// No choice leads to an interruption.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    // Most files have no interruption at all.
    if !context.breaking_in.is_empty() {
        scene.targets().for_each(|id| check_target(context, id, found));
    }
}

fn check_target(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    let Some(breaks_in) = context.scene(&id.value.0).and_then(|scene| scene.breaks_in.as_ref()) else { return };
    let message = format!("`{}` is an interruption: it breaks in by itself, and nothing may lead to it", id.value.0);
    found.push(
        RULE.at(id.span, message)
            .note(breaks_in.span, "it breaks in when this holds")
            .hint("lead to another scene, or take `breaks_in` out"),
    );
}
