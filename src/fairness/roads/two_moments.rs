//! Few decisions have two moments at once.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// Too many decisions have two moments at once.
    ///
    /// ## Why it matters
    /// Either of two moments can be met, so such a decision is easier, and it measures less. Two at once are right where two
    /// needs really compete, he is in pain *and* asks how long, and what was left comes back later.
    ///
    /// ## Before
    /// ```ron each of eight scenes
    /// patient: "What would you do?",
    /// cue: "He rubs his eyes and looks away.",
    /// moment: [feeling, question],
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron each of eight scenes
    /// patient: "What would you do?",
    /// cue: "He rubs his eyes and looks away.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "two-moments", Warning;
}

measured! {
    TwoMoments, of_the_whole,
    "keep the moment that matters more there, and let the other come in a scene of its own"
}
