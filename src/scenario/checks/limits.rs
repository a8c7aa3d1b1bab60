//! Bounds on counts, so that no file can exhaust what plays it.

use std::collections::BTreeSet;

use crate::scenario::code;
use crate::source::decode::Id;
use crate::source::{Diagnostic, Span, Spanned};

use super::super::document::ConditionKind;
use super::Context;

/// Scenes of a scenario.
const SCENES: usize = 50_000;
/// Choices of a scene: each has a number key.
const CHOICES: usize = 9;
/// Needs of a patient.
const NEEDS: usize = 32;
/// Objectives.
const OBJECTIVES: usize = 32;
/// Other speakers.
const PEOPLE: usize = 16;
/// Scenes that break in.
const INTERRUPTIONS: usize = 64;
/// Different flags.
const FLAGS: usize = 128;
/// Different pairs of `Before`.
const BEFORES: usize = 64;

/// `too-many`: more of something than the format allows.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    if let Some(scenes) = &document.scenes {
        most("scenes", SCENES, scenes.value.0.iter().map(|(id, _)| id.span), found);
    }
    for (_, scene) in document.scenes() {
        most("choices in a scene", CHOICES, scene.choices().map(|choice| choice.span), found);
    }
    let needs = document.patient.iter().flat_map(|patient| patient.needs.iter().flatten());
    most("needs", NEEDS, needs.map(|need| need.span), found);
    most(
        "objectives",
        OBJECTIVES,
        document.objectives.iter().flat_map(|list| &list.value).map(|objective| objective.span),
        found,
    );
    most("people", PEOPLE, document.people.iter().flat_map(|people| &people.0).map(|(id, _)| id.span), found);
    let breaking_in = document.scenes().filter_map(|(_, scene)| scene.breaks_in.as_ref());
    most("interruptions", INTERRUPTIONS, breaking_in.map(|condition| condition.span), found);
    most("flags", FLAGS, distinct(document.choices().flat_map(|(_, choice)| choice.sets.iter().flatten())), found);
    let mut pairs = BTreeSet::new();
    let befores = context.conditions.iter().filter_map(|(condition, _)| match &condition.kind {
        ConditionKind::Before(first, second) => {
            pairs.insert((&first.value.0, &second.value.0)).then_some(condition.span)
        }
        _ => None,
    });
    most("different `Before` conditions", BEFORES, befores, found);
}

/// The first place of each different id.
fn distinct<'a>(ids: impl Iterator<Item = &'a Spanned<Id>>) -> impl Iterator<Item = Span> {
    let mut seen = BTreeSet::new();
    ids.filter_map(move |id| seen.insert(&id.value).then_some(id.span))
}

fn most(what: &str, bound: usize, mut places: impl Iterator<Item = Span>, found: &mut Vec<Diagnostic>) {
    if let Some(first_beyond) = places.nth(bound) {
        found.push(
            Diagnostic::error(code::TOO_MANY, first_beyond, format!("There are more than {bound} {what}"))
                .hint("this is the first one too many: do with fewer, or split the scenario"),
        );
    }
}
