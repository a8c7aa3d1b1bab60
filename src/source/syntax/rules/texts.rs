//! The rules about texts, their quotation marks, and comments.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) TEXTS_RULES {
        /// An escape after a backslash inside a text that does not exist or is not complete.
        ///
        /// ## Why it matters
        /// In a text a backslash is special: `\n` is a line break, `\"` a quotation mark. A backslash of your
        /// own is written twice.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: "His notes say 120\80.",
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "His notes say 120/80.",
        /// ```
        BAD_ESCAPE = "bad-escape", Error;

        /// Quotation marks inside a text that end it too early.
        ///
        /// ## Why it matters
        /// A text ends at the next quotation mark. Inside a text write `\"`, or use curly quotation marks,
        /// which are welcome there.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: "He says "badly" when you ask.",
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He says \"badly\" when you ask.",
        /// ```
        INNER_QUOTES = "inner-quotes", Error;

        /// A space or mark that cannot be seen and does not count as a space, such as a no-break space.
        ///
        /// ## Why it matters
        /// Such characters come with text that is pasted from a document or a web page. Nobody can see what
        /// is wrong, so delete it and type an ordinary space.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes:⟨U+00A0⟩6,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        INVISIBLE_CHARACTER = "invisible-character", Error;

        /// Text that is not in quotation marks.
        ///
        /// ## Why it matters
        /// Without them nobody can tell where the text begins and ends. Only words of fixed lists, such as
        /// `Foundation`, stand without.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: He has slept badly.,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He has slept badly.",
        /// ```
        MISSING_QUOTES = "missing-quotes", Error;

        /// Text in single quotation marks.
        ///
        /// ## Why it matters
        /// Texts stand between double ones, so that an apostrophe can stand inside.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: 'He has slept badly.',
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He has slept badly.",
        /// ```
        SINGLE_QUOTES = "single-quotes", Error;

        /// Curly quotation marks, as word processors make them, in place of straight ones.
        ///
        /// ## Why it matters
        /// They look alike and are other characters. Inside a text they are welcome; around a text only
        /// straight ones count. Turn off "smart quotes" in your editor.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: “He has slept badly.”,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He has slept badly.",
        /// ```
        TYPOGRAPHIC_QUOTES = "typographic-quotes", Error;

        /// A block comment that is never closed.
        ///
        /// ## Why it matters
        /// All that follows `/*` is skipped until `*/`, so the rest of the scenario would be lost. For one
        /// line, `//` is easier.
        ///
        /// ## Before
        /// ```ron the scenario
        /// /* He has been told twice.
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// // He has been told twice.
        /// ```
        UNCLOSED_COMMENT = "unclosed-comment", Error;

        /// A text without its closing quotation mark.
        ///
        /// ## Why it matters
        /// The text would go on through the lines below it, and take your fields into itself.
        ///
        /// ## Before
        /// ```ron the scenario
        /// briefing: "He has slept badly.,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// briefing: "He has slept badly.",
        /// ```
        UNCLOSED_TEXT = "unclosed-text", Error;
    }
}
