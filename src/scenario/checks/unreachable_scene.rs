//! Something leads to every scene.

use crate::scenario::document::SceneDoc;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// A scene that nothing leads to.
    ///
    /// ## Why it matters
    /// No trainee will ever see it. Perhaps a choice was meant to lead there.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    ///     "worse": (ending: (title: "Alone", kind: Poor, thought: "Nobody asks.")),
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
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "worse"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    ///     "worse": (ending: (title: "Alone", kind: Poor, thought: "Nobody asks.")),
    /// },
    /// ```
    pub(crate) RULE = "unreachable-scene", Warning;
}

/// Every scene is reached from the start or an interruption if all conditions on the way hold.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let reached = reached(context);
    for ((id, _), _) in context.scenes.iter().zip(reached).filter(|(_, reached)| !reached) {
        let message = format!("Nothing leads to the scene `{}`", id.value.0);
        found.push(RULE.at(id.span, message).hint("let a choice lead there, or take it out"));
    }
}

/// For each scene, whether it is reached.
fn reached(context: &Context<'_>) -> Vec<bool> {
    let scene = |index: usize| context.scenes.get(index).and_then(|(_, scene)| scene.as_deref());
    let breaks_in = |index: &usize| scene(*index).is_some_and(|scene| scene.breaks_in.is_some());
    let start = context.document.start.iter().filter_map(|id| context.index_of(&id.value.0));
    let mut open: Vec<usize> = start.chain((0..context.scenes.len()).filter(breaks_in)).collect();
    let mut reached = vec![false; context.scenes.len()];
    while let Some(index) = open.pop() {
        if !std::mem::replace(&mut reached[index], true) {
            let targets = scene(index).into_iter().flat_map(SceneDoc::targets);
            open.extend(targets.filter_map(|id| context.index_of(&id.value.0)));
        }
    }
    reached
}
