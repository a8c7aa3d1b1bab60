//! Every scene is reached.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// A scene that no road reaches.
    ///
    /// ## Why it matters
    /// Something leads there, but never under conditions that hold. What is written there is never played, and
    /// what depends on it never happens.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [(when: AtLeast(trust, 90), to: "noon"), (to: "better")]),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: [(when: AtLeast(trust, 45), to: "noon"), (to: "better")]),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "scene-never-reached", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_scene_reached)
}

/// The scenes that something leads to and no road reaches.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_scene_reached) {
        if let PartKind::Scene(scene) = part.kind
            && subject.is_target(scene)
        {
            let span = subject.source_map.scene(scene);
            found.push(
                RULE.at(span, format!("No road reaches the scene `{}`", part.name))
                    .hint("look at the conditions on the way there, or take it out"),
            );
        }
    }
    found
}
