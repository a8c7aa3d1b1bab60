//! Scenes that are led to or spoken of are there.

use crate::scenario::document::ConditionKind;
use crate::source::Diagnostic;
use crate::source::rule::rule;

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

const A_SCENE: Missing<'_> = Missing { rule: &RULE, what: "a scene", way_out: "name one of `scenes`, or add it there" };

/// Every scene that is led to or asked about is there.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let led_to = context.document.start.iter().chain(context.document.targets());
    let asked = context.conditions.iter().filter_map(|(condition, _)| match &condition.kind {
        ConditionKind::Visits(id, _) | ConditionKind::Ended(id) | ConditionKind::Chose(id, _) => Some(id),
        _ => None,
    });
    led_to.chain(asked).for_each(|id| context.scene_ids.look_up(&A_SCENE, id, found));
}
