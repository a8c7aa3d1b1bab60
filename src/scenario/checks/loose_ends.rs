//! What is written in vain.

use std::collections::BTreeSet;

use crate::scenario::code;
use crate::source::Diagnostic;

use super::super::document::{BranchDoc, ConditionKind, SceneDoc, TargetDoc};
use super::Context;

/// Warnings: `unreachable-scene` (nothing leads there), `unused-flag` (set, and never asked for),
/// `unused-person` (never speaks).
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    unreachable_scenes(context, found);
    let document = context.document;
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for (condition, _) in &context.conditions {
        if let ConditionKind::Flag(flag) = &condition.kind {
            asked.insert(&flag.value.0);
        }
    }
    let mut told = BTreeSet::new();
    for flag in document.choices().flat_map(|(_, choice)| choice.sets.iter().flatten()) {
        if !asked.contains(flag.value.0.as_str()) && told.insert(&flag.value) {
            let message = format!("No condition asks for the flag `{}`", flag.value.0);
            found.push(
                Diagnostic::warning(code::UNUSED_FLAG, flag.span, message)
                    .hint(format!("ask for it with `Flag(\"{}\")`, or take it out", flag.value.0)),
            );
        }
    }
    let mut speaking: BTreeSet<&str> = BTreeSet::new();
    for (_, scene) in document.scenes() {
        let lines = scene.lines.iter().flat_map(|lines| &lines.value);
        speaking.extend(lines.filter_map(|line| line.who.as_ref()).map(|who| who.value.0.as_str()));
    }
    for (id, _) in document.people.iter().flat_map(|people| &people.0) {
        if !speaking.contains(id.value.0.as_str()) {
            found.push(
                Diagnostic::warning(code::UNUSED_PERSON, id.span, format!("`{}` never speaks", id.value.0))
                    .hint("give them a line in `lines`, or take them out"),
            );
        }
    }
}

fn unreachable_scenes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let start = document.start.iter().map(|id| id.value.0.as_str());
    let breaking_in =
        document.scenes().filter(|(_, scene)| scene.breaks_in.is_some()).map(|(id, _)| id.value.0.as_str());
    let mut open: Vec<&str> = start.chain(breaking_in).collect();
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !reached.insert(id) {
            continue;
        }
        let choices = context.scene(id).into_iter().flat_map(SceneDoc::choices);
        let targets =
            choices.flat_map(|choice| choice.then.iter().flat_map(|then| &then.branches)).flat_map(BranchDoc::targets);
        open.extend(targets.filter_map(|target| match target {
            TargetDoc::Scene(id) => Some(id.value.0.as_str()),
            TargetDoc::Resume(_) => None,
        }));
    }
    for (id, _) in document.scenes() {
        if !reached.contains(id.value.0.as_str()) {
            found.push(
                Diagnostic::warning(
                    code::UNREACHABLE_SCENE,
                    id.span,
                    format!("Nothing leads to the scene `{}`", id.value.0),
                )
                .hint("let a choice lead there, or take it out"),
            );
        }
    }
}
