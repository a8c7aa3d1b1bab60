//! Moments are of several kinds.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// Too few kinds of moment, or too much of one.
    ///
    /// ## Why it matters
    /// Who has understood that this scenario is always about a feeling need not look at the patient any more. Use at least
    /// four of the kinds in `assets/moments.ron`, none of them for more than two moments of five.
    ///
    /// ## Before
    /// ```ron each of eight scenes
    /// cue: "He rubs his eyes and looks away.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// start: "at-1",
    /// scenes: {
    ///     "at-1": (narration: "It is 1 o'clock.", patient: "It frightens me.", cue: "He rubs his eyes.", moment: feeling, choices: [
    ///         (id: "met", say: "You are afraid of it.", shows: [validates], why: "It was what he gave you here.", then: "at-2"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-2"),
    ///     ]),
    ///     "at-2": (narration: "It is 2 o'clock.", patient: "When does it begin?", moment: question, choices: [
    ///         (id: "met", say: "At ten, here in your room.", shows: [gives_time], why: "It was what he gave you here.", then: "at-3"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-3"),
    ///     ]),
    ///     "at-3": (narration: "It is 3 o'clock.", patient: "Now or later?", moment: choice, choices: [
    ///         (id: "met", say: "As you like: now, or after lunch.", shows: [offers_choices], why: "It was what he gave you here.", then: "at-4"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-4"),
    ///     ]),
    ///     "at-4": (narration: "It is 4 o'clock.", patient: "Not so fast.", moment: room, choices: [
    ///         (id: "met", say: "Take your time.", shows: [allows_silence], why: "It was what he gave you here.", then: "at-5"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-5"),
    ///     ]),
    ///     "at-5": (narration: "It is 5 o'clock.", patient: "It frightens me.", cue: "He rubs his eyes.", moment: feeling, choices: [
    ///         (id: "met", say: "You are afraid of it.", shows: [validates], why: "It was what he gave you here.", then: "at-6"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-6"),
    ///     ]),
    ///     "at-6": (narration: "It is 6 o'clock.", patient: "When does it begin?", moment: question, choices: [
    ///         (id: "met", say: "At ten, here in your room.", shows: [gives_time], why: "It was what he gave you here.", then: "at-7"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-7"),
    ///     ]),
    ///     "at-7": (narration: "It is 7 o'clock.", patient: "Now or later?", moment: choice, choices: [
    ///         (id: "met", say: "As you like: now, or after lunch.", shows: [offers_choices], why: "It was what he gave you here.", then: "at-8"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "at-8"),
    ///     ]),
    ///     "at-8": (narration: "It is 8 o'clock.", patient: "Not so fast.", moment: room, choices: [
    ///         (id: "met", say: "Take your time.", shows: [allows_silence], why: "It was what he gave you here.", then: "better"),
    ///         (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "one-kind-of-moment", Warning;
}

measured! {
    OneKindOfMoment, of_the_whole,
    "look for what else the patient gives: a question, a need, a choice, a wish for quiet"
}
