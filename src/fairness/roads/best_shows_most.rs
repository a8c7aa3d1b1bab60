//! The best option does not do the most.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// The best option shows more behaviours than any other, too often.
    ///
    /// ## Why it matters
    /// Authors give all that is good to the option they like: it names the feeling, gives a reason and asks a question. Then
    /// whoever does the most in one breath is right, and nobody has to choose between two goods. The best may be half a
    /// sentence; what does more than the moment asks for can be the rival.
    ///
    /// ## Before
    /// ```ron each of eight scenes
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern, validates, calm_tone], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron each of eight scenes
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today. Have it now, or later?", shows: [offers_choices, ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "best-shows-most", Warning;
}

measured! {
    BestShowsMost, of_the_whole,
    "let the best option do one thing, and another do several that are not asked for here"
}
