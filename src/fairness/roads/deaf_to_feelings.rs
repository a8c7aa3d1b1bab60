//! What is said depends on how the patient feels and on what was done before.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// What the patient says hardly ever depends on how they feel, or on what was done before.
    ///
    /// ## Why it matters
    /// Somebody who does not trust you does not tell you the same as somebody who does, and remembers what you promised. If
    /// the words are the same at trust 10 and at trust 90, feelings are a number and no more.
    ///
    /// A decision counts where after some option a line of the answer, a line of the scene that follows, or which scene
    /// follows depends on a feeling, a need, or something done earlier than at this decision. What only this decision's own
    /// options can have set, shown or been does not count: `Shown(validates)` does where another decision has an option that
    /// validates. Interruptions do not count either, since they may follow anything.
    ///
    /// Beside it stands, without a limit, how many of the spoken wordings are chosen by a feeling or a stage, endings aside.
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
    ///     (id: "ask", say: "What is the worst of it for you?", shows: [explores_concern], why: "You asked for what is behind it, so he can say it.", then: "next", answer: (patient: [(when: AtLeast(trust, 50), say: "That nobody calls me back."), (say: "Nothing. Never mind.")])),
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "next"),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "deaf-to-feelings", Warning;
}

measured! { DeafToFeelings, of_the_whole, "let lines vary by trust, by an open need or by a flag that was set earlier" }
