//! Only interruptions lead to `Resume`.

use crate::scenario::document::{BranchDoc, SceneDoc, TargetDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

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

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if scene.breaks_in.is_some() || scene.unread.has("breaks_in") {
        return;
    }
    for target in scene.branches().flat_map(BranchDoc::targets) {
        if let TargetDoc::Resume(span) = target {
            let message = "`Resume` goes back from an interruption, and this scene is not one";
            let hint = "name a scene, or make this scene an interruption with `breaks_in`";
            found.push(RULE.at(*span, message).hint(hint));
        }
    }
}
