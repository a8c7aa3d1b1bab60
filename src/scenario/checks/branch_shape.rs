//! Each branch leads somewhere, in one way.

use crate::scenario::document::{BranchDoc, SceneDoc};
use crate::source::decoding::{Id, KEEP_ONE};
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A branch that leads nowhere, or in two ways at once.
    ///
    /// ## Why it matters
    /// A branch leads to one scene, `to`, or lets chance pick among several, `chance`. With neither the
    /// conversation could not go on; with both nobody knows which counts.
    ///
    /// ## Before
    /// ```ron a choice
    /// then: [(when: Below(trust, 30), chance: [(1, "morning"), (1, "better")], to: "better"), (to: "better")],
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// then: [(when: Below(trust, 30), chance: [(1, "morning"), (1, "better")]), (to: "better")],
    /// ```
    pub(crate) RULE = "branch-shape", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    scene.branches().for_each(|branch| one_way(branch, found));
}

fn one_way(branch: &BranchDoc, found: &mut Vec<Diagnostic>) {
    match (&branch.to, &branch.chance) {
        (Some(_), Some(chance)) => {
            found.push(RULE.at(chance.span, "This branch has both `to` and `chance`").hint(KEEP_ONE));
        }
        (None, None) if !branch.unread.has("to") && !branch.unread.has("chance") => found.push(
            RULE.at(branch.span, "This branch leads nowhere")
                .hint("add `to: \"scene-id\"`, or `chance: [(2, \"scene-id\"), (1, \"another\")]`"),
        ),
        _ => {}
    }
}
