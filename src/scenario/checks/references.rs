//! Names that must lead somewhere.

use std::collections::BTreeSet;

use crate::source::decode::Id;
use crate::source::{Diagnostic, Spanned, suggest};

use super::super::document::ConditionKind;
use super::Context;

/// `unknown-scene`, `unknown-choice`, `unknown-need`, `unknown-flag`, `unknown-person`: a name that
/// leads nowhere.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    for id in document.start.iter().chain(document.targets()) {
        scene(context, id, found);
    }
    for (condition, _) in document.conditions() {
        in_condition(context, &condition.kind, found);
    }
    for (_, scene) in document.scenes() {
        if let Some(then) = scene.timer.as_ref().and_then(|timer| timer.then.as_ref()) {
            let ids = scene.choices().filter_map(|choice| choice.id.as_ref()).map(|id| id.value.0.as_str());
            named("unknown-choice", "a choice of this scene", then, &ids.collect(), found);
        }
        for who in scene.lines.iter().flat_map(|lines| &lines.value).filter_map(|line| line.who.as_ref()) {
            named("unknown-person", "one of `people`", who, &context.people, found);
        }
    }
    for (_, choice) in document.choices() {
        choice.meets.iter().flatten().for_each(|need| self::need(context, need, found));
        for flag in choice.clears.iter().flatten() {
            flag_is_set(context, flag, found);
        }
    }
    let choices =
        document.choices().filter_map(|(_, choice)| choice.id.as_ref()).map(|id| id.value.0.as_str()).collect();
    for choose in document.exemplar.iter().flatten().filter_map(|step| step.choose.as_ref()) {
        named("unknown-choice", "a choice of any scene", choose, &choices, found);
    }
}

fn in_condition(context: &Context<'_>, kind: &ConditionKind, found: &mut Vec<Diagnostic>) {
    match kind {
        ConditionKind::Visits(id, _) | ConditionKind::Ended(id) => scene(context, id, found),
        ConditionKind::Flag(flag) => flag_is_set(context, flag, found),
        ConditionKind::NeedOpen(id) | ConditionKind::Unmet(id, _) => need(context, id, found),
        ConditionKind::Chose(in_scene, choice) => {
            scene(context, in_scene, found);
            if let Some(scene) = context.scene(&in_scene.value.0) {
                let ids = scene.choices().filter_map(|choice| choice.id.as_ref()).map(|id| id.value.0.as_str());
                named(
                    "unknown-choice",
                    &format!("a choice of the scene `{}`", in_scene.value.0),
                    choice,
                    &ids.collect(),
                    found,
                );
            }
        }
        _ => {}
    }
}

fn scene(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    if context.document.scenes.is_some() {
        named("unknown-scene", "a scene", id, &context.scene_ids, found);
    }
}

fn need(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    named("unknown-need", "a need of the patient", id, &context.needs, found);
}

fn flag_is_set(context: &Context<'_>, flag: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    if !context.flags.contains(flag.value.0.as_str()) {
        let message = format!("no choice sets the flag `{}`", flag.value.0);
        let hint = suggest::hint(&flag.value.0, context.flags.iter().copied())
            .unwrap_or_else(|| format!("add `sets: [\"{}\"]` to a choice", flag.value.0));
        found.push(Diagnostic::error("unknown-flag", flag.span, message).hint(hint));
    }
}

fn named(code: &'static str, what: &str, id: &Spanned<Id>, known: &BTreeSet<&str>, found: &mut Vec<Diagnostic>) {
    if !known.contains(id.value.0.as_str()) {
        let hint = suggest::hint(&id.value.0, known.iter().copied());
        found.push(Diagnostic::error(code, id.span, format!("`{}` is not {what}", id.value.0)).hints(hint));
    }
}
