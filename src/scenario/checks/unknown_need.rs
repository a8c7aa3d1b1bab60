//! Every need that is named is one of the patient's.

use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::scope::Missing;

rule! {
    /// A need that the patient does not have.
    ///
    /// ## Why it matters
    /// The condition or choice speaks of nothing. Needs are listed in the patient's `needs`.
    ///
    /// ## Before
    /// ```ron a choice
    /// meets: ["sleep"],
    /// ```
    ///
    /// ## After
    /// ```ron the patient
    /// needs: [(id: "sleep", text: "He has slept badly", cleared_by: open_question)],
    /// ```
    pub(crate) RULE = "unknown-need", Error;
}

const A_NEED: Missing<'_> = Missing {
    rule: &RULE,
    what: "a need of the patient",
    hint: "name one of the patient's `needs`, or add it there",
    likely: None,
};

/// Every need in a condition is one of the patient's.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (condition, _) in &context.conditions {
        if let ConditionKind::NeedOpen(id) | ConditionKind::Unmet(id, _) = &condition.kind {
            context.needs.look_up(&A_NEED, id, found);
        }
    }
}

/// Every need that a choice meets is one of the patient's.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    for id in scene.choices().flat_map(|choice| choice.meets.iter().flatten()) {
        context.needs.look_up(&A_NEED, id, found);
    }
}
