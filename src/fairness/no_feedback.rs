//! Whoever did not take the best option gets feedback that helps.

use std::hash::BuildHasher;

use crate::analysis::WrittenDecision;
use crate::hash::{ByName, FixedState};
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span};

use super::Subject;

rule! {
    /// An option that is not the best, with feedback that does not help.
    ///
    /// ## Why it matters
    /// The feedback is where the learning is, and those who chose less well need it most: what did it do to the
    /// patient, and what could one say instead? Fewer than eight words hardly say that, and the same text for two
    /// options fits one of them at most. Scenarios of fewer than three decisions are sketches, and are not asked.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "b", say: "Eat a little first.", shows: [ignores_cue], why: "Not quite.", then: "noon"),
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
    pub(crate) RULE = "no-feedback", Warning;
}

/// The feedback on every option that is not the best is long enough to help, and its own.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    if subject.is_sketch() {
        return Vec::new();
    }
    let least = subject.scenario.rubric.feedback.least_words;
    let mut known: ByName<u64, (&str, Span)> = ByName::default();
    let mut found = Vec::new();
    let mut bare = String::new();
    for (id, choice) in subject.decisions.iter().flat_map(WrittenDecision::wrong) {
        let span = subject.source_map.why(id);
        if choice.why.split_whitespace().take(least).count() < least {
            let message = format!("`{}` is not the best option, and its feedback is too short to help", choice.id);
            found.push(
                RULE.at(span, message).hint("say what it did to the patient, and then what one could say instead"),
            );
            continue;
        }
        bare.clear();
        bare.extend(choice.why.split_whitespace());
        if bare.is_ascii() {
            bare.make_ascii_lowercase();
        } else {
            bare = bare.to_lowercase();
        }
        let (earlier, first) = *known.entry(FixedState::default().hash_one(&bare)).or_insert((&choice.why, span));
        if first != span && same_words(earlier, &choice.why) {
            let message = format!("`{}` is not the best option, and its feedback is that of another option", choice.id);
            found.push(
                RULE.at(span, message)
                    .note(first, "it is used here first")
                    .hint("say what these words did, at this moment"),
            );
        }
    }
    found
}

/// Whether two texts differ at most in spaces and capitals.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().map(str::to_lowercase).eq(other.split_whitespace().map(str::to_lowercase))
}
