//! Every ending is reached.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// An ending that no road reaches.
    ///
    /// ## Why it matters
    /// Something leads there, but never under conditions that hold. Most often a threshold is too high, and a
    /// trainee who did all they could is told that it was not enough.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [(when: AtLeast(trust, 90), to: "best"), (to: "better")]),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "best": (ending: (title: "Best", kind: Good, thought: "At last.")),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [(when: AtLeast(trust, 45), to: "best"), (to: "better")]),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "best": (ending: (title: "Best", kind: Good, thought: "At last.")),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "ending-never-reached", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_ending_reached)
}

/// The endings that something leads to and no road reaches.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_ending_reached) {
        if let PartKind::Scene(scene) = part.kind
            && subject.is_target(scene)
        {
            let span = subject.source_map.scene(scene);
            found.push(RULE.at(span, format!("No road reaches the ending `{}`", part.name)).hint(
                "look at the conditions on the way there: `bedside analyse` gives the range of feelings at each scene",
            ));
        }
    }
    found
}
