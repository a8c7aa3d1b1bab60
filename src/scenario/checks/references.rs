//! Names that must lead somewhere.

use crate::scenario::code;
use crate::source::decode::Id;
use crate::source::{Diagnostic, Spanned};

use super::super::document::{ConditionKind, SceneDoc};
use super::Context;
use super::scope::Missing;

const A_SCENE: Missing<'_> =
    Missing { code: code::UNKNOWN_SCENE, what: "a scene", way_out: "name one of `scenes`, or add it there" };
const A_NEED: Missing<'_> = Missing {
    code: code::UNKNOWN_NEED,
    what: "a need of the patient",
    way_out: "name one of the patient's `needs`, or add it there",
};
const A_PERSON: Missing<'_> = Missing {
    code: code::UNKNOWN_PERSON,
    what: "one of `people`",
    way_out: "add them to `people`; for the patient, leave `who` out",
};

/// A choice, of which `what` says where it should be.
const fn a_choice(what: &str) -> Missing<'_> {
    Missing { code: code::UNKNOWN_CHOICE, what, way_out: "name a choice by its `id`" }
}

/// `unknown-scene`, `unknown-choice`, `unknown-need`, `unknown-flag`, `unknown-person`: a name that
/// leads nowhere.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    for id in document.start.iter().chain(document.targets()) {
        scene(context, id, found);
    }
    for (condition, _) in &context.conditions {
        in_condition(context, &condition.kind, found);
    }
    for (id, scene) in document.scenes() {
        in_scene(context, id, scene, found);
    }
    for (_, choice) in document.choices() {
        choice.meets.iter().flatten().for_each(|id| need(context, id, found));
        choice.clears.iter().flatten().for_each(|id| flag(context, id, found));
    }
    for choose in document.exemplar.iter().flatten().filter_map(|step| step.choose.as_ref()) {
        context.all_choices.look_up(&a_choice("a choice of any scene"), choose, found);
    }
}

fn in_scene(context: &Context<'_>, id: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let timed = scene.timer.as_ref().and_then(|timer| timer.then.as_ref());
    if let (Some(then), Some(choices), None) = (timed, context.choices.get(id.value.0.as_str()), &scene.ending) {
        choices.look_up(&a_choice("a choice of this scene"), then, found);
    }
    for who in scene.lines.iter().flat_map(|lines| &lines.value).filter_map(|line| line.who.as_ref()) {
        context.people.look_up(&A_PERSON, who, found);
    }
}

fn in_condition(context: &Context<'_>, kind: &ConditionKind, found: &mut Vec<Diagnostic>) {
    match kind {
        ConditionKind::Visits(id, _) | ConditionKind::Ended(id) => scene(context, id, found),
        ConditionKind::Flag(id) => flag(context, id, found),
        ConditionKind::NeedOpen(id) | ConditionKind::Unmet(id, _) => need(context, id, found),
        ConditionKind::Chose(of, choice) => {
            scene(context, of, found);
            if let Some(choices) = context.choices.get(of.value.0.as_str()) {
                let what = format!("a choice of the scene `{}`", of.value.0);
                choices.look_up(&a_choice(&what), choice, found);
            }
        }
        _ => {}
    }
}

fn scene(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    context.scene_ids.look_up(&A_SCENE, id, found);
}

fn need(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    context.needs.look_up(&A_NEED, id, found);
}

fn flag(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    if context.flags.lacks(&id.value.0) {
        let message = format!("No choice sets the flag `{}`", id.value.0);
        let add = || format!("add `sets: [\"{}\"]` to the choice that should set it", id.value.0);
        let hint = context.flags.hint(&id.value.0, found, add);
        found.push(Diagnostic::error(code::UNKNOWN_FLAG, id.span, message).hint(hint));
    }
}
