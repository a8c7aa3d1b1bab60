//! Every scene that is named exists.

use crate::hash::NameSet;
use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::choice_meant::with_its_scene;
use super::scope::{MAX_SUGGESTIONS, Missing};

rule! {
    /// A scene that is not there.
    ///
    /// ## Why it matters
    /// The conversation could not go on. Most often the id is misspelt, or the scene was renamed.
    ///
    /// ## Before
    /// ```ron a choice
    /// then: "beter",
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// then: "better",
    /// ```
    pub(crate) RULE = "unknown-scene", Error;
}

/// The start scene and every scene in a condition exist.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    context.document.start.iter().for_each(|id| look_up(context, id, found));
    for (condition, _) in &context.conditions {
        let (ConditionKind::Visits(id, _)
        | ConditionKind::Ended(id)
        | ConditionKind::Chose(id, _)
        | ConditionKind::JustChose(id, _)
        | ConditionKind::Since(id, ..)
        | ConditionKind::SinceChose(id, ..)) = &condition.kind
        else {
            continue;
        };
        if !context.scene_ids.lacks(&id.value.0) {
            continue;
        }
        let few = found.len() < MAX_SUGGESTIONS;
        match few.then(|| with_its_scene(context, condition)).flatten() {
            Some(meant) => {
                let message = format!("`{}` is a choice, and no scene", id.value.0);
                found.push(RULE.at(id.span, message).hint(format!("write `{meant}`")));
            }
            None => look_up(context, id, found),
        }
    }
}

/// Every scene that a choice leads to exists.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    scene.targets().for_each(|id| look_up(context, id, found));
}

fn look_up(context: &Context<'_>, id: &Spanned<Id>, found: &mut Vec<Diagnostic>) {
    if context.scene_ids.lacks(&id.value.0) {
        let likely = if found.len() < MAX_SUGGESTIONS { only_unnamed(context) } else { None };
        let missing = Missing { rule: &RULE, what: "a scene", hint: "name one of `scenes`, or add it there", likely };
        context.scene_ids.look_up(&missing, id, found);
    }
}

/// The scene that nothing leads to, if there is just one: what names no scene most likely means it, under the name that
/// it had before.
fn only_unnamed<'a>(context: &Context<'a>) -> Option<&'a str> {
    let scenes = || context.scenes.iter().filter_map(|(id, scene)| scene.as_deref().map(|scene| (id, scene)));
    let start = context.document.start.as_ref().map(|start| start.value.0.as_str());
    let targets = scenes().flat_map(|(_, scene)| scene.targets()).map(|id| id.value.0.as_str());
    let named: NameSet<'_> = start.into_iter().chain(targets).collect();
    let mut unnamed = scenes().filter(|(id, scene)| scene.breaks_in.is_none() && !named.contains(id.value.0.as_str()));
    let (only, _) = unnamed.next()?;
    unnamed.next().is_none().then_some(only.value.0.as_str())
}
