//! Every scene that is named exists.

use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::scope::Missing;

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

const A_SCENE: Missing<'_> = Missing { rule: &RULE, what: "a scene", hint: "name one of `scenes`, or add it there" };

/// The start scene and every scene in a condition exist.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let asked = context.conditions.iter().filter_map(|(condition, _)| match &condition.kind {
        ConditionKind::Visits(id, _)
        | ConditionKind::Ended(id)
        | ConditionKind::Chose(id, _)
        | ConditionKind::JustChose(id, _)
        | ConditionKind::Since(id, ..)
        | ConditionKind::SinceChose(id, ..) => Some(id),
        _ => None,
    });
    context.document.start.iter().chain(asked).for_each(|id| context.scene_ids.look_up(&A_SCENE, id, found));
}

/// Every scene that a choice leads to exists.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    scene.targets().for_each(|id| context.scene_ids.look_up(&A_SCENE, id, found));
}
