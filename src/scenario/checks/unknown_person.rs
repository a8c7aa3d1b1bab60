//! Every speaker, and everyone who gives a moment, is one of `people`.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::scope::Missing;

rule! {
    /// A speaker, or somebody who gives a moment, who is not among the people.
    ///
    /// ## Why it matters
    /// Nobody would know their name. For the patient, leave `who` or `moment_by` out.
    ///
    /// ## Before
    /// ```ron a scene
    /// lines: [(who: "mary", say: "He was up all night.")],
    /// patient: None,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// lines: [(say: "I was up all night.")],
    /// patient: None,
    /// ```
    pub(crate) RULE = "unknown-person", Error;
}

const A_PERSON: Missing<'_> = Missing {
    rule: &RULE,
    what: "one of `people`",
    hint: "add them to `people`; for the patient, leave `who` or `moment_by` out",
    likely: None,
};

pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    for who in scene.lines().filter_map(|line| line.who.as_ref()).chain(&scene.moment_by) {
        context.people.look_up(&A_PERSON, who, found);
    }
}
