//! Every moment of a feeling has a cue.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// A feeling as the moment, and nothing that says how it shows.
    ///
    /// ## Why it matters
    /// The hint in practice and the debrief show the cue. Without it a trainee who missed the feeling never
    /// learns what there was to see.
    ///
    /// ## Before
    /// ```ron a scene
    /// moment: feeling,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// moment: feeling,
    /// cue: "He rubs his eyes and looks away.",
    /// ```
    pub(crate) RULE = "moment-without-cue", Error;
}

/// A moment that an ECCS level meets has a cue.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if scene.cue.is_some() || scene.unread.has("cue") {
        return;
    }
    let rubric = context.rubric;
    let is_felt = |word: &str| rubric.find_moment(word).is_some_and(|kind| rubric.moment(kind).met.level.is_some());
    if let Some(kind) = scene.moment().iter().find(|kind| is_felt(&kind.value.0)) {
        let message = format!("A moment of `{}` needs a `cue`, and this scene has none", kind.value.0);
        let hint = "say in `cue` what a good listener would notice here";
        found.push(RULE.at(kind.span, message).hint(hint));
    }
}
