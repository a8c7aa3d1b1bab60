//! Every gate leads elsewhere on some road.

use crate::analysis::PartKind;
use crate::scenario::SceneId;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A gate that is open on every road.
    ///
    /// ## Why it matters
    /// A gate guards what has to be earned. Where its condition holds on no road to its scene, everyone comes in, and
    /// the scene behind it is written in vain. The way on from a hub is such a gate: it is never taken where no road comes
    /// back after as many topics as there are `times`, nor with no topic left.
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
            let (message, hint) = told(subject, scene, index);
            found.push(RULE.at(subject.source_map.gate(scene, index), message).hint(hint));
        }
    }
    found
}

/// What is to be said of a gate, and the way out.
fn told(subject: &RoadSubject<'_>, scene: SceneId, index: usize) -> (String, &'static str) {
    let name = subject.name(scene);
    match &subject.scenario.scene(scene).hub {
        Some(hub) if index == subject.scenario.written_gates(scene).len() => {
            let way_on = match hub.times {
                Some(times) => format!(
                    "`times: {times}` of the hub `{name}` is never reached, nor does a road run out of its topics"
                ),
                None => format!("No road comes back to the hub `{name}` with no topic left"),
            };
            let hint = "write fewer `times` or more topics, or let the topics lead back: then `on` is taken";
            (
                format!("{way_on}, so nothing leads on to `{}`", subject.name(subject.scenario.gates(scene)[index].to)),
                hint,
            )
        }
        _ => {
            let hint = "let its condition hold sooner, put it before the gate that hides it, or take it out";
            (format!("This gate of `{name}` is open on every road"), hint)
        }
    }
}
