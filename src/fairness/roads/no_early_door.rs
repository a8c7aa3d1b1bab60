//! A conversation can end early.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// No ending can be reached within the first turns.
    ///
    /// ## Why it matters
    /// People do leave, hang up or stop listening. If a conversation goes on whatever is said, the first decisions are without
    /// consequence. Some road, a bad one or a very good one, should come to an ending within five turns: a real one, fair and
    /// without scolding.
    ///
    /// Who leaves early is not judged by it: with fewer than six decisions a debrief has scores, but no band and no pass.
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
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "no-early-door", Warning;
}

measured! { NoEarlyDoor, of_the_whole, "let the patient leave, or send you away, where the first turns go badly" }
