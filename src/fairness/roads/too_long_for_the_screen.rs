//! Options and scenes fit on the screen.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// An option or a scene that is too long for the screen.
    ///
    /// ## Why it matters
    /// Four options are to be in view at once, beside what was just said, on a small laptop: at most 150 characters of what is
    /// said and done for each, and 45 words for what a scene, or an answer, tells and says at once. People also speak in short
    /// sentences. Endings have the screen to themselves, and may be longer.
    ///
    /// ## Before
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "You look as if you had not slept at all last night, and I can see that it wears you out. There are many things that keep people awake here. What was it that kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "go", say: "Rest a little.", shows: [], why: "You left.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// choices: [
    ///     (id: "ask", say: "You look as if you had not slept at all. What was it that kept you awake?", shows: [open_question], why: "You asked.", then: "better"),
    ///     (id: "go", say: "Rest a little.", shows: [], why: "You left.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "too-long-for-the-screen", Warning;
}

measured! {
    TooLongForTheScreen, of_each_breach,
    "cut what could be said later, or put it in a scene or an answer of its own"
}
