//! The rules about what single values and fields say.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) READING_RULES {
        /// An identifier that is not lower-case words joined by hyphens.
        ///
        /// ## Why it matters
        /// Ids are used again elsewhere: in conditions, in file names, on the command line. One plain way of
        /// writing them leaves nothing to guess. At most 64 characters, starting with a letter.
        ///
        /// ## Before
        /// ```ron a choice
        /// id: "Ask him",
        /// ```
        ///
        /// ## After
        /// ```ron a choice
        /// id: "ask-him",
        /// ```
        BAD_ID = "bad-id", Error;

        /// A text that holds a character which cannot be seen.
        ///
        /// ## Why it matters
        /// Such characters come with pasted text. They can turn the order of the words around or upset a
        /// terminal, and nobody sees them.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: "He has\u{202e} slept badly.",
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He has slept badly.",
        /// ```
        CONTROL_CHARACTER = "control-character", Error;

        /// A field that is given twice.
        ///
        /// ## Why it matters
        /// Only one of the two would count, and you may be looking at the other.
        ///
        /// ## Before
        /// ```ron a scene
        /// cue: "He rubs his eyes.",
        /// cue: "He looks away.",
        /// ```
        ///
        /// ## After
        /// ```ron a scene
        /// cue: "He rubs his eyes and looks away.",
        /// ```
        DUPLICATE_FIELD = "duplicate-field", Error;

        /// A text without anything in it.
        ///
        /// ## Why it matters
        /// Something would be missing on screen. A field that you do not need is left out as a whole.
        ///
        /// ## Before
        /// ```ron a scene
        /// cue: "",
        /// ```
        ///
        /// ## After
        /// ```ron a scene
        /// cue: "He rubs his eyes.",
        /// ```
        EMPTY_TEXT = "empty-text", Error;

        /// A field that must be there and is not.
        ///
        /// ## Why it matters
        /// Without it the scenario cannot be played, or cannot be understood. Which fields can be left out
        /// stands in the reference of the format.
        ///
        /// ## Before
        /// ```ron the scenario
        /// objectives: [(id: "ask", met: Shown(open_question))],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// objectives: [(id: "ask", text: "Ask him", met: Shown(open_question))],
        /// ```
        MISSING_FIELD = "missing-field", Error;

        /// A number that is too small or too large.
        ///
        /// ## Why it matters
        /// Feelings go from 0 to 100, hours from 0 to 23, and so on; the message says the bounds. A number
        /// beyond them is most often a slip of the keys.
        ///
        /// ## Before
        /// ```ron the scenario
        /// hour: 25,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// hour: 23,
        /// ```
        OUT_OF_RANGE = "out-of-range", Error;

        /// A name before a bracket that needs none.
        ///
        /// ## Why it matters
        /// RON can name what stands in brackets; a scenario does so only in conditions, such as `Shown(…)`.
        ///
        /// ## Before
        /// ```ron the scenario
        /// objectives: [Objective(id: "ask", text: "Ask him", met: Shown(open_question))],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// objectives: [(id: "ask", text: "Ask him", met: Shown(open_question))],
        /// ```
        UNEXPECTED_NAME = "unexpected-name", Error;

        /// A field that nothing knows.
        ///
        /// ## Why it matters
        /// It would be passed over, and what you wrote would never show. Most often it is a slip of the keys.
        ///
        /// ## Before
        /// ```ron a scene
        /// cues: "He rubs his eyes.",
        /// ```
        ///
        /// ## After
        /// ```ron a scene
        /// cue: "He rubs his eyes.",
        /// ```
        UNKNOWN_FIELD = "unknown-field", Error;

        /// A word that its list does not have.
        ///
        /// ## Why it matters
        /// Words without quotation marks come from fixed lists. The message names the nearest, or all of
        /// them.
        ///
        /// ## Before
        /// ```ron the scenario
        /// level: Beginner,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// level: Foundation,
        /// ```
        UNKNOWN_WORD = "unknown-word", Error;

        /// A value of another kind than is needed.
        ///
        /// ## Why it matters
        /// A number in quotation marks is a text, one text is no list, and a word such as `Good` stands
        /// without quotation marks.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: "6",
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        WRONG_TYPE = "wrong-type", Error;
    }
}
