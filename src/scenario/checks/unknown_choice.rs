//! Every choice that is named exists.

use crate::scenario::document::{ConditionDoc, ConditionKind, SceneDoc, condition_shape};
use crate::scenario::rules::CONDITION_SHAPE;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned, suggest};

use super::Context;
use super::choice_meant::with_its_scene;
use super::scope::{MAX_SUGGESTIONS, Missing};

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

/// Every choice that a condition or the model road names exists.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    for (condition, _) in &context.conditions {
        if let ConditionKind::SceneLeftOut(name, ..) = &condition.kind {
            let few = found.len() < MAX_SUGGESTIONS;
            let meant = few.then(|| with_its_scene(context, condition)).flatten();
            found.push(scene_left_out(condition, name, meant.as_deref()));
        }
        let (ConditionKind::Chose(scene, choice)
        | ConditionKind::JustChose(scene, choice)
        | ConditionKind::SinceChose(scene, choice, ..)) = &condition.kind
        else {
            continue;
        };
        if let Some(choices) = context.choices_of(&scene.value.0) {
            choices.look_up(&a_choice(&format!("a choice of the scene `{}`", scene.value.0)), choice, found);
        }
    }
    let Some(exemplar) = &document.exemplar else { return };
    let all_choices = context.all_choices();
    for choose in exemplar.iter().filter_map(|step| step.choose.as_ref()) {
        all_choices.look_up(&a_choice("a choice of any scene"), choose, found);
    }
}

/// Reports a choice without its scene.
fn scene_left_out(condition: &ConditionDoc, name: &str, meant: Option<&str>) -> Diagnostic {
    let shape = meant.or_else(|| condition_shape(name)).unwrap_or(name);
    suggest::other_shape(&CONDITION_SHAPE, condition.span, name, shape)
}

/// Every timer names a choice of its scene.
pub(super) fn scene(context: &Context<'_>, id: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let timed = scene.timer.as_ref().and_then(|timer| timer.then.as_ref());
    let Some(then) = timed.filter(|_| scene.ending.is_none()) else { return };
    if let Some(choices) = context.choices_of(&id.value.0) {
        choices.look_up(&a_choice("a choice of this scene"), then, found);
    }
}

/// `what` says where the choice should be.
const fn a_choice(what: &str) -> Missing<'_> {
    Missing { rule: &RULE, what, hint: "name a choice by its `id`", likely: None }
}
