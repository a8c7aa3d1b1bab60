//! The best option has a rival.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// The best option has no rival that a decent professional might choose.
    ///
    /// ## Why it matters
    /// If only one option is any good, it is found by tone, and nobody has to look at the patient. Four decent sentences, each
    /// good at something else, and the moment decides: before its rule, another option should be worth as much as the best,
    /// two points less at most, or more. The moment then shows which of them it was time for.
    ///
    /// ## Before
    /// ```ron each of eight scenes
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern, validates], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron each of eight scenes
    /// patient: "When do they come?",
    /// moment: question,
    /// choices: [
    ///     (id: "time", say: "At ten, here in your room.", shows: [gives_time], why: "He asked when, and he can plan with that.", then: "next"),
    ///     (id: "long", say: "It is a long time to wait.", shows: [validates], why: "It was true and kind, and he had asked for a time. Name it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "no-rival", Warning;
}

measured! { NoRival, of_the_whole, "make another option as good at something else, which this moment does not ask for" }
