//! Not every option meets the moment.

use crate::source::diagnostics::rule::rule;

use super::measured::measured;

rule! {
    /// A moment that too many of the options meet.
    ///
    /// ## Why it matters
    /// If every option meets the moment, it decides nothing. One or two of the options on offer should meet it, and never all
    /// of them; the others are good at something else, which this moment does not ask for.
    ///
    /// ## Before
    /// ```ron a scene
    /// cue: "He rubs his eyes and looks away.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question, validates], why: "You asked.", then: "better"),
    ///     (id: "see", say: "You look worn out.", shows: [names_emotion], why: "You said what you saw.", then: "better"),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// cue: "He rubs his eyes and looks away.",
    /// moment: feeling,
    /// choices: [
    ///     (id: "ask", say: "What kept you awake?", shows: [open_question, validates], why: "You asked.", then: "better"),
    ///     (id: "when", say: "Breakfast is at eight.", shows: [gives_time], why: "He had not asked for it.", then: "better"),
    /// ],
    /// ```
    pub(crate) RULE = "met-by-all", Warning;
}

measured! { MetByAll, of_each_breach, "let an option be good at something else than this moment asks for" }
