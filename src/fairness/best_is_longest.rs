//! The best option is not the longest.

use std::cmp::Reverse;

use crate::scenario::Words;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Subject;
use super::by_chance::Giveaway;

rule! {
    /// The best option is the longest one more often than chance would give.
    ///
    /// ## Why it matters
    /// Authors write most into the answer that they like. A trainee who has understood nothing but takes the
    /// longest option each time would score well, and the scores would say nothing.
    ///
    /// The length is that of what is said and done, in characters. Chance is reckoned exactly: at a decision with
    /// four options and one best, the longest is the best in one case of four. Where several options are equally
    /// good, each counts as the best. Scenarios of fewer than three decisions are sketches, and are not asked to
    /// be a fair test.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "We will talk about it later.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "noon"),
    ///         (id: "ask", say: "You look worn out this morning. What kept you awake?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "noon"),
    ///         (id: "eat", say: "Eat a little first.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask what kept him awake.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will take the tray, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it before you go.", then: "evening"),
    ///         (id: "try", say: "Try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "evening"),
    ///         (id: "worry", say: "You have hardly touched it. What worries you about it?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "evening"),
    ///     ]),
    ///     "evening": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You had hoped to hear from him all day, and you miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "better"),
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
    pub(crate) RULE = "best-is-longest", Warning;
}

/// Whether the longest option is the best more often than chance would give.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() {
        return Vec::new();
    }
    let longest = Giveaway::find(subject, |decision| {
        (0..decision.options.len()).max_by_key(|&index| (length(&decision.options[index].1.words), Reverse(index)))
    });
    let diagnostic = longest.map(|found| {
        let message = format!("The best option is the longest {}", found.frequency());
        RULE.at(subject.source_map.scenario(), message)
            .hint(found.probability_hint())
            .hint(found.scenes_hint())
            .hint("shorten the best options there, or give the others more to say")
    });
    diagnostic.into_iter().collect()
}

/// The number of characters said and done.
fn length(words: &Words) -> usize {
    [words.act(), words.say()].into_iter().flatten().map(|text| text.chars().count()).sum()
}
