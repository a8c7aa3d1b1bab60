//! A strategy that knows nothing does not do well.

use crate::analysis::strategy::{Strategy, Unfair, found_by, guesses_that_score};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::{RoadSubject, scene_names, where_found};

rule! {
    /// Someone who knows nothing of the matter scores well.
    ///
    /// ## Why it matters
    /// Whoever picks at random, or always takes the first, the last, the longest or the shortest option, has not met
    /// the patient. If that scores, the scores say little. Each of these is played many times;
    /// `assets/fairness.ron` says what they may come to. Scenarios of fewer than three decisions are sketches, and
    /// are not asked.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "ask", say: "What kept you awake?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "noon"),
    ///         (id: "later", say: "We will talk about it later.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "noon"),
    ///         (id: "eat", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask what kept him awake.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "worry", say: "What worries you about it?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "evening"),
    ///         (id: "try", say: "Try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "evening"),
    ///         (id: "tray", say: "I will take the tray, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it before you go.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "better"),
    ///         (id: "busy", say: "Sons are busy.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "better"),
    ///         (id: "lamp", say: "I will turn the lamp off now.", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "better"),
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
    pub(crate) RULE = "guesser-passes", Warning;
}

/// Not where no strategy was played.
pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    !subject.analysis.strategies.is_empty()
}

/// The guesses that score too well.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() || subject.analysis.strategies.is_empty() {
        return Vec::new();
    }
    let unfair = guesses_that_score(&subject.analysis.strategies, &subject.scenario.rubric.fairness);
    let told = unfair.iter().map(|unfair| {
        let diagnostic = RULE.at(subject.source_map.scenario(), unfair.to_string());
        let Unfair::GuessScores { strategy, .. } = unfair else { return diagnostic };
        let helping = found_by(subject.scenario, *strategy);
        if *strategy == Strategy::Random {
            let diagnostic = if helping.is_empty() {
                diagnostic
            } else {
                diagnostic.hint(format!(
                    "most options are nearly as good as the best in {}",
                    scene_names(subject.scenario, &helping)
                ))
            };
            return diagnostic.hint("let more of the options there miss the moment");
        }
        diagnostic
            .hint(where_found(subject.scenario, &helping))
            .hint("change the order or the length of the options there")
    });
    told.collect()
}
