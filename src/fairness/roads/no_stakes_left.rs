//! Something is at stake until the end.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// Nothing is at stake any more near the end of the best road.
    ///
    /// ## Why it matters
    /// Whoever has done well up to there cannot lose any more, and the last decisions only look like decisions. From the
    /// state on the best road with three decisions to come, endings of two kinds (good, mixed, poor, unsafe) should still be
    /// reached.
    ///
    /// The best road is the one with the most points, with chance on its side. Where there are very many roads from there,
    /// looking stops once two kinds are found, and the figure says "or more"; where there are too many to tell, nothing is
    /// reported.
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
    pub(crate) RULE = "no-stakes-left", Warning;
}

measured! {
    NoStakesLeft, of_the_whole,
    "let a late mistake still lead to another kind of ending, by a branch, a gate or a feeling"
}
