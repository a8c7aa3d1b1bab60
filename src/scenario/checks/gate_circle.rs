//! Gates lead somewhere in the end.

use std::collections::BTreeSet;

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

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
        for (span, to) in scene.iter().flat_map(|scene| scene.ways_past()) {
            let Some(circle) = circle(context, index, to) else { continue };
            // A circle is told of once, at its first gate as written.
            if circle.iter().all(|&member| index <= member) {
                if is_way_on(scene.as_deref(), span) && circle.len() == 1 {
                    let message = "This hub leads on to itself, so nothing would ever follow";
                    found.push(RULE.at(span, message).hint("`on` must be another scene than the hub itself"));
                    continue;
                }
                let names: Vec<String> =
                    circle.iter().map(|&member| format!("`{}`", context.scenes[member].0.value.0)).collect();
                let message = format!("This gate leads in a circle: {} and back to `{}`", names.join(", "), id.value.0);
                found.push(RULE.at(span, message).hint("let one of these gates lead to a scene without gates"));
            }
        }
    }
}

/// Whether this span is that of the way on from a hub.
fn is_way_on(scene: Option<&SceneDoc>, span: Span) -> bool {
    scene.and_then(|scene| scene.hub.as_ref()?.on.as_ref()).is_some_and(|on| on.span == span)
}

/// The scenes on the way from `to`, where a gate of scene `start` leads, back to `start`, by gates alone.
fn circle(context: &Context<'_>, start: usize, to: &Spanned<Id>) -> Option<Vec<usize>> {
    let index = |to: &Spanned<Id>| context.index_of(&to.value.0);
    let mut seen = BTreeSet::new();
    let mut open = vec![vec![index(to)?]];
    while let Some(way) = open.pop() {
        let last = *way.last()?;
        if last == start {
            return Some(way);
        }
        // Longer ways are too long in any case.
        if seen.insert(last) && seen.len() <= ENTRIES {
            let next = context.scenes[last].1.iter().flat_map(|scene| scene.ways_past());
            open.extend(next.filter_map(|(_, to)| Some([&way[..], &[index(to)?]].concat())));
        }
    }
    None
}
