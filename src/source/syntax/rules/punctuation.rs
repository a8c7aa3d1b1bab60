//! The rules about brackets, commas and colons.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) PUNCTUATION_RULES {
        /// A closing bracket that nothing opened, or that closes too much.
        ///
        /// ## Why it matters
        /// Brackets come in pairs. One too many ends a part of the scenario before you meant it to end, so
        /// what follows cannot be checked.
        ///
        /// ## Before
        /// ```ron the scenario
        /// practises: [empathy]],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// practises: [empathy],
        /// ```
        EXTRA_BRACKET = "extra-bracket", Error;

        /// A comma with nothing before it.
        ///
        /// ## Why it matters
        /// One comma parts two things. Two in a row look as if something between them was lost.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: 6,,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        EXTRA_COMMA = "extra-comma", Error;

        /// A name or key without a colon after it.
        ///
        /// ## Why it matters
        /// The colon parts a field's name from its value.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes 6,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        MISSING_COLON = "missing-colon", Error;

        /// Two things side by side without a comma between them.
        ///
        /// ## Why it matters
        /// The comma shows where one thing ends and the next begins. One after the last is welcome too, so
        /// put one after each.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: 6
        /// level: Foundation,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// level: Foundation,
        /// ```
        MISSING_COMMA = "missing-comma", Error;

        /// Fields without a bracket before them.
        ///
        /// ## Why it matters
        /// A scene, a choice, an objective begins with a round bracket, which holds its fields together.
        ///
        /// ## Before
        /// ```ron the scenario
        /// objectives: [id: "ask", text: "Ask him", met: Shown(open_question))],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// objectives: [(id: "ask", text: "Ask him", met: Shown(open_question))],
        /// ```
        MISSING_OPENING = "missing-opening", Error;

        /// A bracket that is never closed.
        ///
        /// ## Why it matters
        /// Brackets come in pairs. Where one is not closed, nobody can tell where its part ends, so what
        /// follows cannot be checked.
        ///
        /// ## Before
        /// ```ron the scenario
        /// practises: [empathy,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// practises: [empathy],
        /// ```
        UNCLOSED_BRACKET = "unclosed-bracket", Error;

        /// A colon in a list, where values have no names.
        ///
        /// ## Why it matters
        /// In `[ … ]` each value stands by itself. A colon belongs behind the name of a field, in `( … )`, or
        /// behind a key, in `{ … }`.
        ///
        /// ## Before
        /// ```ron the scenario
        /// practises: [strategy: empathy],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// practises: [empathy],
        /// ```
        UNEXPECTED_COLON = "unexpected-colon", Error;

        /// A bracket of one kind where one of another is needed.
        ///
        /// ## Why it matters
        /// Each kind has its meaning: `( … )` holds fields, `[ … ]` a list, `{ … }` keys in quotation marks.
        /// One that is opened must be closed with its own kind.
        ///
        /// ## Before
        /// ```ron the scenario
        /// practises: [empathy),
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// practises: [empathy],
        /// ```
        WRONG_BRACKET = "wrong-bracket", Error;

        /// An equals sign in place of a colon, or a semicolon in place of a comma.
        ///
        /// ## Why it matters
        /// Other formats use those signs, this one does not.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes = 6;
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        WRONG_SEPARATOR = "wrong-separator", Error;
    }
}
