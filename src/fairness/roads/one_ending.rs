//! The endings are shared out.

use crate::analysis::measures::MeasureKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::RoadSubject;

rule! {
    /// Nearly everybody comes to the same ending, or there are too few that are reached.
    ///
    /// ## Why it matters
    /// An ending says what came of it. If it is the same for most, it says nothing about how they talked; and where only two
    /// or three are ever reached, a second try shows nothing new. Looked at are the plays of random choice, a developing trainee
    /// and an expert, each as often; `assets/fairness.ron` has the limits.
    ///
    /// ## Before
    /// ```ron each of eight scenes
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron each of eight scenes
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "worse"),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "mixed"),
    ///     (id: "leave", say: "I will leave you to it.", shows: [ignores_cue], why: "He had told you something, and you left. Stay for one more question.", then: "unsafe"),
    /// ],
    /// ```
    pub(crate) RULE = "one-ending", Warning;
}

const MEASURE: MeasureKind = MeasureKind::OneEnding;

pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    subject.is_measured(MEASURE)
}

pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    subject.of_the_whole(
        &RULE,
        MEASURE,
        "let more decisions lead to an ending of their own, or make the way to the usual one narrower",
    )
}
