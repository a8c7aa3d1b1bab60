//! Branches and variants: there must always be one that applies, and none in vain.

use crate::source::{Diagnostic, Span};

use super::super::document::{BranchDoc, ConditionDoc};
use super::Context;

/// `branch-shape`, `no-fallback`, `never-applies`: lists of which the first that fits is taken.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, choice) in context.document.choices() {
        if let Some(then) = &choice.then {
            then.branches.iter().for_each(|branch| shape(branch, found));
            let conditions = then.branches.iter().map(|branch| (branch.span, branch.when.as_ref()));
            in_turn("branch", then.span, conditions, found);
        }
    }
    for (_, scene) in context.document.scenes() {
        for text in scene.texts() {
            let conditions = text.variants.iter().map(|variant| (variant.span, variant.when.as_ref()));
            in_turn("variant", text.span, conditions, found);
        }
    }
}

fn shape(branch: &BranchDoc, found: &mut Vec<Diagnostic>) {
    match (&branch.to, &branch.chance) {
        (Some(_), Some(chance)) => {
            found.push(
                Diagnostic::error(
                    "branch-shape",
                    chance.span,
                    "a branch has either `to` or `chance`, and this one has both",
                )
                .hint("keep one of them"),
            );
        }
        (None, None) => found.push(
            Diagnostic::error("branch-shape", branch.span, "this branch leads nowhere")
                .hint("add `to: \"scene-id\"` or `chance: [(1, \"scene-id\"), …]`"),
        ),
        (None, Some(chance)) if chance.value.is_empty() => {
            found.push(
                Diagnostic::error("empty-list", chance.span, "`chance` is empty")
                    .hint("put at least two scenes in, each with its weight"),
            );
        }
        _ => {}
    }
}

/// The last must have no condition, and only the last.
fn in_turn<'a>(
    what: &str,
    list: Span,
    items: impl Iterator<Item = (Span, Option<&'a ConditionDoc>)>,
    found: &mut Vec<Diagnostic>,
) {
    let items: Vec<_> = items.collect();
    let Some(((_, last), before)) = items.split_last() else {
        found.push(
            Diagnostic::error("empty-list", list, format!("this list of {what}s is empty")).hint("put at least one in"),
        );
        return;
    };
    if let Some(condition) = last {
        let message = format!("the last {what} must always apply, so that there is one in every case");
        found.push(
            Diagnostic::error("no-fallback", condition.span, message)
                .hint(format!("add a {what} without `when` at the end")),
        );
    }
    if let Some((span, _)) = before.iter().find(|(_, condition)| condition.is_none()) {
        let message = format!("this {what} always applies, so that those after it never do");
        found.push(Diagnostic::error("never-applies", *span, message).hint("give it a `when`, or move it to the end"));
    }
}
