//! The endings are shared out.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

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

measured! {
    OneEnding, of_the_whole,
    "let more decisions lead to an ending of their own, or make the way to the usual one narrower"
}
