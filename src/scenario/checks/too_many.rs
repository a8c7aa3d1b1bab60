//! Upper bounds on counts, so that no file can exhaust what plays it.

use std::collections::{BTreeSet, VecDeque};

use crate::scenario::TimeUnit;
use crate::scenario::document::{ConditionKind, HUBS, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

use super::Context;

rule! {
    /// More of something than the format allows.
    ///
    /// ## Why it matters
    /// Each choice has a number key, so a scene has at most 9. The other bounds keep a scenario small enough
    /// that all its roads can be looked at; they stand in the description of the format.
    ///
    /// ## Before
    /// ```ron a scene
    /// choices: [
    ///     (id: "a", act: "Sit down.", shows: [], why: "You sat down.", then: "better"),
    ///     (id: "b", act: "Stand.", shows: [], why: "You stood.", then: "better"),
    ///     (id: "c", act: "Nod.", shows: [], why: "You nodded.", then: "better"),
    ///     (id: "d", act: "Wave.", shows: [], why: "You waved.", then: "better"),
    ///     (id: "e", act: "Wait.", shows: [], why: "You waited.", then: "better"),
    ///     (id: "f", act: "Smile.", shows: [], why: "You smiled.", then: "better"),
    ///     (id: "g", act: "Frown.", shows: [], why: "You frowned.", then: "better"),
    ///     (id: "h", act: "Leave.", shows: [], why: "You left.", then: "better"),
    ///     (id: "i", act: "Sigh.", shows: [], why: "You sighed.", then: "better"),
    ///     (id: "j", act: "Cough.", shows: [], why: "You coughed.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// choices: [
    ///     (id: "a", act: "Sit down.", shows: [], why: "You sat down.", then: "better"),
    ///     (id: "b", act: "Stand.", shows: [], why: "You stood.", then: "better"),
    ///     (id: "c", act: "Nod.", shows: [], why: "You nodded.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "too-many", Error;
}

const SCENES: usize = 50_000;
/// For one scene: each choice has a number key.
const CHOICES: usize = 9;
/// For one scene: what the patient gives has to stay clear.
const KINDS_OF_MOMENT: usize = 2;
/// For one scene.
const GATES: usize = 16;
/// For the scenes that the gates of one scene lead to, directly or in turn.
pub(super) const ENTRIES: usize = 64;
const NEEDS: usize = 32;
const OBJECTIVES: usize = 32;
const PEOPLE: usize = 16;
const INTERRUPTIONS: usize = 64;
/// For distinct flags.
const FLAGS: usize = 128;
/// For distinct pairs of behaviours in `Before` conditions.
const BEFORES: usize = 64;
/// For distinct scenes and choices that conditions count turns or minutes from.
const SINCES: usize = 64;

/// No count of the whole file is beyond its bound.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let scenes = document.scenes.iter().flat_map(|scenes| &scenes.value.0);
    most("scenes", SCENES, scenes.map(|(id, _)| id.span), found);
    most("needs", NEEDS, document.needs().map(|need| need.span), found);
    let objectives = document.objectives.iter().flat_map(|list| &list.value);
    most("objectives", OBJECTIVES, objectives.map(|objective| objective.span), found);
    most("people", PEOPLE, document.people.iter().flat_map(|people| &people.0).map(|(id, _)| id.span), found);
    most("interruptions", INTERRUPTIONS, context.breaking_in.iter().map(|condition| condition.span), found);
    let hubs = document.scenes().filter(|(_, scene)| scene.hub.is_some());
    most("hubs", HUBS, hubs.map(|(id, _)| id.span), found);
    most("flags", FLAGS, distinct(context.set.iter().copied()), found);
    most("different `Before` conditions", BEFORES, befores(context), found);
    most("scenes and choices that conditions count from", SINCES, sinces(context), found);
}

/// A scene has no more choices than there are number keys, and no more kinds of moment than two.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    most("choices in a scene", CHOICES, scene.choices().map(|choice| choice.span), found);
    most("gates on a scene", GATES, scene.gates().map(|gate| gate.span), found);
    most("scenes that gates lead to in turn", ENTRIES, entries(context, scene), found);
    most("kinds of moment in a scene", KINDS_OF_MOMENT, scene.moment().iter().map(|kind| kind.span), found);
}

/// For each scene that the gates of a scene lead to, directly or in turn, the span of the gate that leads there first.
fn entries<'a>(context: &'a Context<'_>, scene: &'a SceneDoc) -> impl Iterator<Item = Span> {
    let mut seen = BTreeSet::new();
    let mut open: VecDeque<(Span, &Spanned<Id>)> = scene.ways_past().collect();
    std::iter::from_fn(move || {
        while let Some((span, to)) = open.pop_front() {
            if seen.insert(&to.value.0) {
                open.extend(context.scene(&to.value.0).into_iter().flat_map(SceneDoc::ways_past));
                return Some(span);
            }
        }
        None
    })
}

/// The span of the first `Before` condition of each distinct pair of behaviours.
fn befores(context: &Context<'_>) -> impl Iterator<Item = Span> {
    let mut pairs = BTreeSet::new();
    context.conditions.iter().filter_map(move |(condition, _)| match &condition.kind {
        ConditionKind::Before(first, second) => {
            pairs.insert((&first.value.0, &second.value.0)).then_some(condition.span)
        }
        _ => None,
    })
}

/// The span of the first condition that counts turns or minutes from each distinct scene or choice.
fn sinces(context: &Context<'_>) -> impl Iterator<Item = Span> {
    let mut counted = BTreeSet::new();
    context.conditions.iter().filter_map(move |(condition, _)| {
        let (scene, choice, by_clock) = match &condition.kind {
            ConditionKind::JustChose(scene, choice) => (scene, Some(choice), false),
            ConditionKind::Since(scene, _, unit) => (scene, None, *unit == TimeUnit::Minutes),
            ConditionKind::SinceChose(scene, choice, _, unit) => (scene, Some(choice), *unit == TimeUnit::Minutes),
            _ => return None,
        };
        counted.insert((&scene.value, choice.map(|choice| &choice.value), by_clock)).then_some(condition.span)
    })
}

/// The span of the first occurrence of each distinct id.
fn distinct<'a>(ids: impl Iterator<Item = &'a Spanned<Id>>) -> impl Iterator<Item = Span> {
    let mut seen = BTreeSet::new();
    ids.filter_map(move |id| seen.insert(&id.value).then_some(id.span))
}

fn most(what: &str, bound: usize, mut spans: impl Iterator<Item = Span>, found: &mut Vec<Diagnostic>) {
    if let Some(first_beyond) = spans.nth(bound) {
        let message = format!("There are more than {bound} {what}");
        let hint = "this is the first one too many: do with fewer, or split the scenario";
        found.push(RULE.at(first_beyond, message).hint(hint));
    }
}
