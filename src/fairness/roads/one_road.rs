//! Decisions lead somewhere of their own.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// Too many decisions lead to the same scene, whatever is chosen.
    ///
    /// ## Why it matters
    /// A trainee who chooses well and one who chooses badly then have the same conversation: nothing that they say makes a
    /// difference, and they notice. Looked at are the scenes that are really entered, in every state, with gates and
    /// branches. What breaks in and goes back does not count as another road; nor do the draws of a `chance` that options
    /// share, since chance is not the trainee's choice: two options part where what each may lead to is not the same.
    ///
    /// Let some options lead to a scene of their own, even if the roads meet again a scene later; guard a scene with a gate;
    /// or let one option end the conversation. `assets/fairness.ron` says how many such decisions there may be.
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
    ///     (id: "soup", say: "The soup is good today.", shows: [ignores_cue], why: "He had told you something, and heard about soup. Ask about it first.", then: "better"),
    ///     (id: "rest", say: "Lie down for a while.", shows: [], why: "It is kindly meant, and it ends the talk. Ask what is behind it first.", then: "next"),
    /// ],
    /// ```
    pub(crate) RULE = "one-road", Warning;
}

measured! { OneRoad, of_the_whole, "let an option lead to a scene of its own, or guard a scene with a gate" }
