//! Every gate leads elsewhere on some road.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A gate that is open on every road.
    ///
    /// ## Why it matters
    /// A gate guards what has to be earned. Where its condition holds on no road to its scene, everyone comes in, and
    /// the scene behind it is written in vain.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "told"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "told"),
    ///     ]),
    ///     "told": (instead: [(when: Below(trust, 10), to: "silent")], patient: "It was the letter.", choices: [
    ///         (id: "shut", act: "Sit down.", shows: [offers_support], why: "You stayed.", then: "better"),
    ///     ]),
    ///     "silent": (patient: "Nothing.", choices: [
    ///         (id: "wait", silence: "Wait.", shows: [allows_silence], why: "You waited.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "told"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "told"),
    ///     ]),
    ///     "told": (instead: [(when: Below(trust, 40), to: "silent")], patient: "It was the letter.", choices: [
    ///         (id: "shut", act: "Sit down.", shows: [offers_support], why: "You stayed.", then: "better"),
    ///     ]),
    ///     "silent": (patient: "Nothing.", choices: [
    ///         (id: "wait", silence: "Wait.", shows: [allows_silence], why: "You waited.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "gate-never-closes", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_gate_closes)
}

/// The gates that lead elsewhere on no road, of scenes that something leads to.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_gate_closes) {
        if let PartKind::Gate(scene, index) = part.kind
            && subject.targets.contains(&scene)
        {
            let message = format!("This gate of `{}` is open on every road", subject.name(scene));
            let hint = "let its condition hold sooner, put it before the gate that hides it, or take it out";
            found.push(RULE.at(subject.source_map.gate(scene, index), message).hint(hint));
        }
    }
    found
}
