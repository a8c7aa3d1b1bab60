//! Every empathic opportunity has a cue.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// An empathic opportunity that does not say what there is to notice.
    ///
    /// ## Why it matters
    /// The hint in practice and the debrief show the cue. Without it a trainee who missed the moment never
    /// learns what there was to see.
    ///
    /// ## Before
    /// ```ron a scene
    /// opportunity: true,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// opportunity: true,
    /// cue: "He rubs his eyes and looks away.",
    /// ```
    pub(crate) RULE = "opportunity-without-cue", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(opportunity) = scene.opportunity.as_ref().filter(|opportunity| opportunity.value) else { return };
    if scene.cue.is_none() && !scene.unread.has("cue") {
        let message = "An empathic opportunity needs a `cue`, and this scene has none";
        let hint = "say in `cue` what a good listener would notice here";
        found.push(RULE.at(opportunity.span, message).hint(hint));
    }
}
