//! Who gives a moment is named only where there is a moment.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;

rule! {
    /// Somebody is named as who gives the moment, and the scene has none.
    ///
    /// ## Why it matters
    /// It says nothing: only a scene with a moment counts whether it was met, and by whom it was given.
    ///
    /// ## Before
    /// ```ron the scenario
    /// people: { "mary": (name: "Mary", about: "His wife.") },
    /// scenes: {
    ///     "morning": (
    ///         lines: [(who: "mary", say: "Will he sleep tonight?")],
    ///         moment_by: "mary",
    ///         choices: [
    ///             (id: "ask", say: "I'll ask the doctor, and tell you by noon.", shows: [owns_not_knowing], why: "You said when.", then: "better"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "She asked. Say when she will know.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// people: { "mary": (name: "Mary", about: "His wife.") },
    /// scenes: {
    ///     "morning": (
    ///         lines: [(who: "mary", say: "Will he sleep tonight?")],
    ///         moment: question,
    ///         moment_by: "mary",
    ///         choices: [
    ///             (id: "ask", say: "I'll ask the doctor, and tell you by noon.", shows: [owns_not_knowing], why: "You said when.", then: "better"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "She asked. Say when she will know.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "moment-by-alone", Error;
}

pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if let (Some(who), None) = (&scene.moment_by, &scene.moment) {
        found.push(
            RULE.at(who.span, "This scene has no moment for somebody to give")
                .hint("name the moment, as in `moment: question`, or take `moment_by` out"),
        );
    }
}
