//! Every variant is said somewhere.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A wording that is said on no road.
    ///
    /// ## Why it matters
    /// Its condition never holds when its scene is met, or an earlier one holds whenever it does. It is written
    /// in vain.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "noon"),
    ///     ]),
    ///     "noon": (
    ///         patient: [(when: AtLeast(agitation, 90), say: "Leave me be."), (say: "It was the light.")],
    ///         choices: [(id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better")],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "noon"),
    ///     ]),
    ///     "noon": (
    ///         patient: [(when: AtLeast(agitation, 33), say: "Leave me be."), (say: "It was the light.")],
    ///         choices: [(id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better")],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "variant-never-said", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_variant_said)
}

/// The variants of reached scenes that are said on no road.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_variant_said) {
        if let PartKind::Variant { scene, text, variant } = part.kind
            && subject.is_reached(scene)
        {
            let message = format!("No road comes to this wording of `{}`", subject.name(scene));
            let hint = "let its condition hold sooner, put it before the one that hides it, or take it out";
            found.push(RULE.at(subject.source_map.variant(scene, text, variant), message).hint(hint));
        }
    }
    found
}
