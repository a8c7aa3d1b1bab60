//! Gates lead somewhere in the end.

use std::collections::BTreeSet;

use crate::scenario::document::GateDoc;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;
use super::too_many::ENTRIES;

rule! {
    /// Gates that lead in a circle.
    ///
    /// ## Why it matters
    /// Where a scene is closed the talk goes to another one, and the gates of that one are asked in turn. In a circle
    /// that might go on for ever. It is a mistake whatever the conditions say: a later edit could make them all hold.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "told"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "told": (
    ///         instead: [(when: Below(trust, 45), to: "silent")],
    ///         patient: "It was the letter.",
    ///         choices: [(id: "sit", act: "Sit down.", shows: [], why: "You stayed.", then: "better")],
    ///     ),
    ///     "silent": (
    ///         instead: [(when: AtLeast(trust, 60), to: "told")],
    ///         patient: "Nothing.",
    ///         choices: [(id: "wait", silence: "Wait.", shows: [], why: "You waited.", then: "better")],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: "I did not sleep.",
    ///         choices: [
    ///             (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "told"),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "told": (
    ///         instead: [(when: Below(trust, 45), to: "silent")],
    ///         patient: "It was the letter.",
    ///         choices: [(id: "sit", act: "Sit down.", shows: [], why: "You stayed.", then: "better")],
    ///     ),
    ///     "silent": (
    ///         patient: "Nothing.",
    ///         choices: [(id: "wait", silence: "Wait.", shows: [], why: "You waited.", then: "better")],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "gate-circle", Error;
}

/// No gate leads back to its own scene by way of gates.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, (id, scene)) in context.scenes.iter().enumerate() {
        for gate in scene.iter().flat_map(|scene| scene.gates()) {
            let Some(circle) = circle(context, index, gate) else { continue };
            // A circle is told of once, at its first gate as written.
            if circle.iter().all(|&member| index <= member) {
                let names: Vec<String> =
                    circle.iter().map(|&member| format!("`{}`", context.scenes[member].0.value.0)).collect();
                let message = format!("This gate leads in a circle: {} and back to `{}`", names.join(", "), id.value.0);
                found.push(RULE.at(gate.span, message).hint("let one of these gates lead to a scene without gates"));
            }
        }
    }
}

/// The scenes on the way from a gate of scene `start` back to it, by gates alone.
fn circle(context: &Context<'_>, start: usize, gate: &GateDoc) -> Option<Vec<usize>> {
    let index = |gate: &GateDoc| gate.to.as_ref().and_then(|to| context.index_of(&to.value.0));
    let mut seen = BTreeSet::new();
    let mut open = vec![vec![index(gate)?]];
    while let Some(way) = open.pop() {
        let last = *way.last()?;
        if last == start {
            return Some(way);
        }
        // Longer ways are too long in any case.
        if seen.insert(last) && seen.len() <= ENTRIES {
            let next = context.scenes[last].1.iter().flat_map(|scene| scene.gates());
            open.extend(next.filter_map(|gate| Some([&way[..], &[index(gate)?]].concat())));
        }
    }
    None
}
