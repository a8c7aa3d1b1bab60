//! Every flag that is named is set by some choice.

use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A flag that no choice sets.
    ///
    /// ## Why it matters
    /// The condition could never hold. Most often the flag is misspelt, or the choice that set it is gone.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [
    ///                 (when: Flag("sat-down"), to: "better"),
    ///                 (to: "morning"),
    ///             ]),
    ///             (id: "sit", act: "Sit down.", shows: [calm_tone], why: "You sat down.", then: "better"),
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
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [
    ///                 (when: Flag("sat-down"), to: "better"),
    ///                 (to: "morning"),
    ///             ]),
    ///             (id: "sit", act: "Sit down.", shows: [calm_tone], why: "You sat down.", then: "morning", sets: ["sat-down"]),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "unknown-flag", Error;
}

/// Every flag in a condition is set by some choice.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let asked = context.conditions.iter().filter_map(|(condition, _)| match &condition.kind {
        ConditionKind::Flag(id) => Some(id),
        _ => None,
    });
    asked.for_each(|id| look_up(context, id, found));
}

/// Every flag that a choice clears is set by some choice.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let cleared = scene.choices().flat_map(|choice| choice.clears.iter().flatten());
    cleared.for_each(|id| look_up(context, id, found));
}

fn look_up(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    if context.flags.lacks(&id.value.0) {
        let message = format!("No choice sets the flag `{}`", id.value.0);
        let add = || format!("add `sets: [\"{}\"]` to the choice that should set it", id.value.0);
        let hint = context.flags.hint(&id.value.0, found, None, add);
        found.push(RULE.at(id.span, message).hint(hint));
    }
}
