//! `Resume` leads back from interruptions.

use crate::scenario::document::{BranchDoc, SceneDoc, TargetDoc};
use crate::source::Diagnostic;
use crate::source::rule::rule;

use super::Context;

rule! {
    /// `Resume` in a scene that is no interruption.
    ///
    /// ## Why it matters
    /// `Resume` goes back to where the talk was going before an interruption broke in. Elsewhere there is
    /// nowhere to go back to.
    ///
    /// ## Before
    /// ```ron a choice
    /// then: Resume,
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// then: "better",
    /// ```
    pub(crate) RULE = "resume-outside", Error;
}

/// Only interruptions lead back to where the talk was going.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let scenes = context.document.scenes().map(|(_, scene)| scene);
    let others = scenes.filter(|scene| scene.breaks_in.is_none() && !scene.lost.has("breaks_in"));
    let branches = others.flat_map(SceneDoc::choices).flat_map(|choice| &choice.then).flat_map(|then| &then.branches);
    for target in branches.flat_map(BranchDoc::targets) {
        if let TargetDoc::Resume(span) = target {
            let message = "`Resume` goes back from an interruption, and this scene is not one";
            let way_out = "name a scene, or make this scene an interruption with `breaks_in`";
            found.push(RULE.at(*span, message).hint(way_out));
        }
    }
}
