//! Scenes that something leads to.

use crate::hash::NameSet;
use crate::scenario::document::{BranchDoc, SceneDoc, TargetDoc};
use crate::source::Diagnostic;
use crate::source::rule::rule;

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

/// Something leads to every scene, if every condition on the way holds.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let reached = reached(context);
    for (id, _) in context.document.scenes().filter(|(id, _)| !reached.contains(id.value.0.as_str())) {
        let message = format!("Nothing leads to the scene `{}`", id.value.0);
        found.push(RULE.at(id.span, message).hint("let a choice lead there, or take it out"));
    }
}

fn reached<'a>(context: &Context<'a>) -> NameSet<'a> {
    let document = context.document;
    let start = document.start.iter().map(|id| id.value.0.as_str());
    let breaking_in =
        document.scenes().filter(|(_, scene)| scene.breaks_in.is_some()).map(|(id, _)| id.value.0.as_str());
    let mut open: Vec<&str> = start.chain(breaking_in).collect();
    let mut reached = NameSet::default();
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        let choices = context.scene(id).into_iter().flat_map(SceneDoc::choices);
        let branches = choices.flat_map(|choice| choice.then.iter().flat_map(|then| &then.branches));
        open.extend(branches.flat_map(BranchDoc::targets).filter_map(|target| match target {
            TargetDoc::Scene(id) => Some(id.value.0.as_str()),
            TargetDoc::Resume(_) => None,
        }));
    }
    reached
}
