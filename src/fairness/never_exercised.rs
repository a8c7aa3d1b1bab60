//! Every dimension is exercised.

use crate::rubric::Dimension;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;

rule! {
    /// A dimension that no decision exercises.
    ///
    /// ## Why it matters
    /// A dimension counts where the options on offer differ on it. Where they never do, the debrief says "not
    /// exercised", and a trainee learns nothing about a third of what the scenario is scored on. Some scenarios
    /// are meant to be so: then say it with `allow`. Scenarios of fewer than three decisions are sketches, and
    /// are not asked.
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
    ///         (id: "b", say: "He will be busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "better"),
    ///         (id: "a", say: "You miss him.", shows: [validates], why: "You went with what he told you.", then: "better"),
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
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "a", say: "You look sad about it.", shows: [names_emotion], why: "You went with what he told you.", then: "evening"),
    ///         (id: "b", say: "It is good soup.", shows: [dismisses], why: "He could not, and the soup was praised to him. Say what you see.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "When do I see the doctor?", choices: [
    ///         (id: "b", say: "Soon.", shows: [vague_time], why: "He cannot plan with that. Say when, and what could change it.", then: "better"),
    ///         (id: "a", say: "At nine tomorrow, here in your room.", shows: [gives_time], why: "You went with what he told you.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "never-exercised", Warning;
}

/// At some decision the options differ on each dimension.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() {
        return Vec::new();
    }
    let exercised = |dimension| subject.decisions.iter().any(|decision| decision.spread[dimension] > 0);
    let never = Dimension::ALL.into_iter().filter(|dimension| !exercised(*dimension));
    never
        .map(|dimension| {
            let label = dimension.label().to_lowercase();
            let message = format!("At no decision do the options differ in {label}, so it is never scored");
            RULE.at(subject.source_map.scenario(), message)
                .hint(format!("let some options show behaviours that count for or against {label}"))
        })
        .collect()
}
