//! Conditions in the wrong place.

use crate::scenario::code;
use crate::source::Diagnostic;

use super::super::document::{Asked, ConditionKind};
use super::Context;

/// `only-in-objectives`: a condition about the end, asked before it.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (condition, asked) in &context.conditions {
        let about_the_end = matches!(condition.kind, ConditionKind::Ended(_) | ConditionKind::EndedAs(_));
        if about_the_end && *asked == Asked::InPlay {
            let message = "This asks how the conversation ended, and here it is still going on";
            found.push(
                Diagnostic::error(code::ONLY_IN_OBJECTIVES, condition.span, message)
                    .hint("use it only in the `met` of an objective; here, ask for a flag or a scene"),
            );
        }
    }
    for (condition, asked) in &context.conditions {
        let ConditionKind::Ended(id) = &condition.kind else { continue };
        if *asked == Asked::InPlay {
            continue;
        }
        let goes_on = context
            .scene(&id.value.0)
            .is_some_and(|scene| scene.ending.is_none() && !scene.lost.has("ending") && scene.choices.is_some());
        if goes_on {
            let message = format!("The scene `{}` is not an ending", id.value.0);
            found.push(
                Diagnostic::error(code::NOT_AN_ENDING, id.span, message)
                    .hint("name a scene that has an `ending`, or ask with `Visited`"),
            );
        }
    }
}
