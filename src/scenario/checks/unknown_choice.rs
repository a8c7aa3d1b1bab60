//! Choices that are spoken of are there.

use crate::scenario::document::ConditionKind;
use crate::source::Diagnostic;
use crate::source::rule::rule;

use super::Context;
use super::scope::Missing;

rule! {
    /// A choice that is not there.
    ///
    /// ## Why it matters
    /// A timer, the model road or a condition speaks of it. Most often the id is misspelt, or the choice was
    /// renamed.
    ///
    /// ## Before
    /// ```ron the scenario
    /// exemplar: [(choose: "aks", note: "Begin with what he knows.")],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// exemplar: [(choose: "ask", note: "Begin with what he knows.")],
    /// ```
    pub(crate) RULE = "unknown-choice", Error;
}

/// A timer, a condition and the model road name choices that are there.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    for (id, scene) in document.scenes() {
        let timed = scene.timer.as_ref().and_then(|timer| timer.then.as_ref());
        if let (Some(then), Some(choices), None) = (timed, context.choices.get(id.value.0.as_str()), &scene.ending) {
            choices.look_up(&a_choice("a choice of this scene"), then, found);
        }
    }
    for (condition, _) in &context.conditions {
        let ConditionKind::Chose(scene, choice) = &condition.kind else { continue };
        if let Some(choices) = context.choices.get(scene.value.0.as_str()) {
            choices.look_up(&a_choice(&format!("a choice of the scene `{}`", scene.value.0)), choice, found);
        }
    }
    for choose in document.exemplar.iter().flatten().filter_map(|step| step.choose.as_ref()) {
        context.all_choices.look_up(&a_choice("a choice of any scene"), choose, found);
    }
}

/// A choice, of which `what` says where it should be.
const fn a_choice(what: &str) -> Missing<'_> {
    Missing { rule: &RULE, what, way_out: "name a choice by its `id`" }
}
