//! Trainees of rising skill score in that order, and clearly apart.

use crate::analysis::strategy::out_of_order;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// Simulated trainees of rising skill score too much alike, or in the wrong order.
    ///
    /// ## Why it matters
    /// The worst trainee, one who picks at random, a developing one and an expert are played many times. Where
    /// they do not come in that order and at least ten points apart (`assets/fairness.ron`), the scores do not
    /// measure skill. Scenarios of fewer than three decisions are sketches, and are not asked.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "a", say: "What kept you awake?", shows: [open_question], why: "You asked.", then: "noon"),
    ///         (id: "b", say: "How was your night?", shows: [open_question], why: "You asked in other words, and he told you the same things.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "a", say: "What worries you about it?", shows: [open_question], why: "You asked.", then: "evening"),
    ///         (id: "b", say: "What is it like?", shows: [open_question], why: "You asked in other words, and he told you the same things.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "a", say: "What would he say?", shows: [open_question], why: "You asked.", then: "better"),
    ///         (id: "b", say: "When did he call last?", shows: [open_question], why: "You asked in other words, and he told you the same things.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "We will talk about it later.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "noon"),
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "noon"),
    ///         (id: "eat", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask what kept him awake.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will take the tray, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it before you go.", then: "evening"),
    ///         (id: "try", say: "Try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "evening"),
    ///         (id: "worry", say: "What worries you about it?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "better"),
    ///         (id: "busy", say: "Sons are busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "better"),
    ///         (id: "lamp", say: "I will turn the lamp off now.", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "trainees-out-of-order", Warning;
}

/// Not where no strategy was played.
pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    !subject.analysis.simulated.is_empty()
}

/// The pairs of trainees whose scores are too close together, or in the wrong order.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() || subject.analysis.simulated.is_empty() {
        return Vec::new();
    }
    let unfair = out_of_order(&subject.analysis.simulated, &subject.scenario.rubric.fairness);
    let told = unfair.iter().map(|unfair| {
        RULE.at(subject.source_map.scenario(), unfair.to_string())
            .hint("let the options differ more: one good, one partly right, one at the wrong time, one that does harm")
    });
    told.collect()
}
