//! The options of a decision get answers of their own.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// A decision at which most options get the same answer.
    ///
    /// ## Why it matters
    /// The patient is to answer what was said. If the reply could follow another option as well, nobody was listening. The
    /// answer of an option is its `answer`; without one, the first line of what follows, as it is heard most often. It is its
    /// own if at least half of its words stand in no answer to another option. Three options need one each, or all where
    /// there are fewer.
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
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next", answer: (patient: "That nobody calls me back.")),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next", answer: (patient: "I am not hungry, thank you.")),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next", answer: (patient: "How could I sleep now?")),
    /// ],
    /// ```
    pub(crate) RULE = "same-answer", Warning;
}

measured! { SameAnswer, of_each_breach, "write an `answer` for each option, in words that could follow no other" }
