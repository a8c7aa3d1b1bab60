//! `Ended` names endings.

use crate::scenario::document::{ConditionKind, ConditionUse};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// `Ended` with a scene that is not an ending.
    ///
    /// ## Why it matters
    /// The conversation never ends there, so the objective could never be met. To ask whether a scene was on
    /// the road, use `Visited`.
    ///
    /// ## Before
    /// ```ron the scenario
    /// objectives: [(id: "stay", text: "Stay with him", met: Ended("morning"))],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// objectives: [(id: "stay", text: "Stay with him", met: Ended("better"))],
    /// ```
    pub(crate) RULE = "not-an-ending", Error;
}

/// Where an objective requires that the conversation has ended in a scene, that scene is an ending.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (condition, asked) in &context.conditions {
        let ConditionKind::Ended(id) = &condition.kind else { continue };
        let goes_on = context
            .scene(&id.value.0)
            .is_some_and(|scene| scene.ending.is_none() && !scene.unread.has("ending") && scene.choices.is_some());
        if goes_on && *asked == ConditionUse::AtTheEnd {
            let message = format!("The scene `{}` is not an ending", id.value.0);
            found.push(RULE.at(id.span, message).hint("name a scene that has an `ending`, or ask with `Visited`"));
        }
    }
}
