//! No decision alone decides a dimension.

use crate::analysis::WrittenDecision;
use crate::rubric::Dimension;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// A dimension that one decision decides.
    ///
    /// ## Why it matters
    /// A score should say how someone speaks, not how one lucky choice went. A decision holds as many points of a
    /// dimension as lie between its lowest and its highest option. Where one holds more than half of what all
    /// decisions hold together, the rest of the conversation hardly counts. Scenes that break in are left out,
    /// because many roads do not meet them; scenarios of fewer than four decisions are not asked.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "b", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Stay with the night.", then: "noon"),
    ///         (id: "a", say: "That sounds like a long night.", shows: [validates], why: "You went with what he told you.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "a", say: "You look sad about it.", shows: [names_emotion], why: "You went with what he told you.", then: "evening"),
    ///         (id: "b", say: "It is good soup.", shows: [dismisses], why: "He could not, and the soup was praised to him. Say what you see.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "b", say: "He will be busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "night"),
    ///         (id: "a", say: "You miss him.", shows: [validates], why: "You went with what he told you.", then: "night"),
    ///     ]),
    ///     "night": (patient: "When do I see the doctor?", choices: [
    ///         (id: "a", say: "At nine tomorrow, here in your room.", shows: [gives_time], why: "You went with what he told you.", then: "better"),
    ///         (id: "b", say: "Soon.", shows: [vague_time], why: "He cannot plan with that. Say when, and what could change it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "b", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Stay with the night.", then: "noon"),
    ///         (id: "a", say: "That sounds like a long night.", shows: [validates], why: "You went with what he told you.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I may not eat?", choices: [
    ///         (id: "a", say: "Not before the test at ten. It needs an empty stomach.", shows: [explains_why], why: "You went with what he told you.", then: "evening"),
    ///         (id: "b", say: "You are nil by mouth.", shows: [jargon], why: "He asked why, and got words of the ward. Say it in his.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "b", say: "He will be fine.", shows: [false_reassurance], why: "Nobody knows that, and he is still waiting. Say that you see how he misses him.", then: "night"),
    ///         (id: "a", say: "You miss him.", shows: [validates], why: "You went with what he told you.", then: "night"),
    ///     ]),
    ///     "night": (patient: "When do I see the doctor?", choices: [
    ///         (id: "a", say: "At nine tomorrow, here in your room.", shows: [gives_time], why: "You went with what he told you.", then: "better"),
    ///         (id: "b", say: "Soon.", shows: [vague_time], why: "He cannot plan with that. Say when, and what could change it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "one-decision", Warning;
}

/// No decision of the main talk holds more than its share of a dimension's points.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let limit = subject.scenario.rubric.checks.one_decision;
    let main: Vec<&WrittenDecision<'_>> =
        subject.decisions.iter().filter(|decision| !subject.scenario.scene(decision.scene).interrupts).collect();
    if main.len() < limit.from {
        return Vec::new();
    }
    let mut found = Vec::new();
    for dimension in Dimension::ALL {
        let all: i32 = main.iter().map(|decision| decision.spread[dimension]).sum();
        for decision in &main {
            let held = decision.spread[dimension];
            if held * 100 > all * i32::from(limit.above) {
                let message = format!(
                    "`{}` alone holds {held} of the {all} points of {} that the decisions hold together",
                    subject.name(decision.scene),
                    dimension.label().to_lowercase()
                );
                found.push(
                    RULE.at(subject.source_map.scene(decision.scene), message)
                        .hint("let the options of other scenes differ on this dimension too"),
                );
            }
        }
    }
    found
}
