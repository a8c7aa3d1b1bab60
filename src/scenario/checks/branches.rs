//! Branches: each leads somewhere.

use crate::scenario::code;
use crate::source::Diagnostic;

use super::super::document::BranchDoc;
use super::Context;
use super::texts::{Turn, in_turn};

/// `branch-shape`, `empty-list`, and as for variants of a text `no-fallback` and `never-applies`.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, choice) in context.document.choices() {
        let Some(then) = &choice.then else { continue };
        then.branches.iter().for_each(|branch| shape(branch, found));
        let turns = then.branches.iter().map(|branch| Turn::new(branch.span, branch.when.as_ref(), &branch.lost));
        in_turn("branch", then.span, then.whole, turns, found);
    }
}

fn shape(branch: &BranchDoc, found: &mut Vec<Diagnostic>) {
    match (&branch.to, &branch.chance) {
        (Some(_), Some(chance)) => found.push(
            Diagnostic::error(code::BRANCH_SHAPE, chance.span, "This branch has both `to` and `chance`")
                .hint("keep one of them"),
        ),
        (None, None) if !branch.lost.has("to") && !branch.lost.has("chance") => found.push(
            Diagnostic::error(code::BRANCH_SHAPE, branch.span, "This branch leads nowhere")
                .hint("add `to: \"scene-id\"`, or `chance: [(2, \"scene-id\"), (1, \"another\")]`"),
        ),
        (None, Some(chance)) if chance.value.is_empty() && !branch.lost.has("chance") => found.push(
            Diagnostic::error(code::EMPTY_LIST, chance.span, "`chance` is empty")
                .hint("put scenes in, each with its weight: `[(2, \"scene-id\"), (1, \"another\")]`"),
        ),
        _ => {}
    }
}
