//! Conditions in the wrong place.

use crate::source::Diagnostic;

use super::super::document::{Asked, ConditionKind};
use super::Context;

/// `only-in-objectives`: a condition about the end, asked before it.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (condition, asked) in context.document.conditions() {
        let about_the_end = matches!(condition.kind, ConditionKind::Ended(_) | ConditionKind::EndedAs(_));
        if about_the_end && asked == Asked::InPlay {
            let message = "this asks how the conversation ended, and it has not ended yet";
            found.push(
                Diagnostic::error("only-in-objectives", condition.span, message)
                    .hint("use it in an objective's `met`, or ask for a flag or a scene here"),
            );
        }
    }
    for objective in context.document.objectives.iter().flat_map(|objectives| &objectives.value) {
        let Some(met) = &objective.met else { continue };
        met.walk(&mut |condition| {
            let ConditionKind::Ended(id) = &condition.kind else { return };
            let goes_on =
                context.scene(&id.value.0).is_some_and(|scene| scene.ending.is_none() && scene.choices.is_some());
            if goes_on {
                let message = format!("`{}` is not an ending", id.value.0);
                found.push(
                    Diagnostic::error("not-an-ending", condition.span, message)
                        .hint("name a scene that has an `ending`, or use `Visited`"),
                );
            }
        });
    }
}
