//! Every interruption breaks in.

use crate::analysis::PartKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// An interruption that breaks in on no road.
    ///
    /// ## Why it matters
    /// Its condition never holds at a moment when it could break in: not before an ending, and not within another
    /// interruption.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "noise": (breaks_in: AtLeast(agitation, 95), patient: "That noise!", choices: [
    ///         (id: "door", act: "Shut the door.", shows: [offers_support], why: "You did it.", then: Resume),
    ///     ]),
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
    ///     "noon": (patient: "It was the light.", choices: [
    ///         (id: "shut", act: "Shut the blind.", shows: [offers_support], why: "You did it.", then: "better"),
    ///     ]),
    ///     "noise": (breaks_in: AtLeast(agitation, 33), patient: "That noise!", choices: [
    ///         (id: "door", act: "Shut the door.", shows: [offers_support], why: "You did it.", then: Resume),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "interruption-never-breaks-in", Warning;
}

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    super::is_decided(&subject.proved.every_interruption_breaks_in)
}

/// The interruptions that break in on no road.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in super::missing(&subject.proved.every_interruption_breaks_in) {
        if let PartKind::Scene(scene) = part.kind {
            let index = subject.scenario.interruptions.iter().position(|(one, _)| *one == scene);
            let span =
                index.map_or_else(|| subject.source_map.scene(scene), |index| subject.source_map.interruption(index));
            found.push(
                RULE.at(span, format!("`{}` breaks in on no road", part.name)).hint(
                    "let its condition hold earlier: `bedside analyse` gives the range of feelings at each scene",
                ),
            );
        }
    }
    found
}
