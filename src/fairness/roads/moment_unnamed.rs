//! Decisions name their moments.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// Too many decisions do not say what the moment is.
    ///
    /// ## Why it matters
    /// Without a moment, the same good sentence is right everywhere: a score then says that one can tell a good line, and not
    /// that one saw the patient. `moment` says what the patient gives here, and the rubric what meets it. A few decisions may do
    /// without.
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
    /// cue: "He rubs his eyes and looks away.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next"),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "moment-unnamed", Warning;
}

measured! { MomentUnnamed, of_the_whole, "say in `moment` what the patient gives there" }
