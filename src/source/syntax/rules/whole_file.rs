//! The rules about a file as a whole: its beginning, its end and its size.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) WHOLE_FILE_RULES {
        /// An attribute at the top, `#![enable(…)]`, that is not written as it must be.
        ///
        /// ## Why it matters
        /// Attributes are a part of RON that a scenario never needs. One that cannot be read may be a slip of
        /// the keys.
        ///
        /// ## Before
        /// ```ron the file
        /// #![enable(speed)]
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        ///
        /// ## After
        /// ```ron the file
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        BAD_ATTRIBUTE = "bad-attribute", Error;

        /// No bracket around the whole content of the file.
        ///
        /// ## Why it matters
        /// A scenario is one thing with many fields, and its brackets show where it begins and ends.
        ///
        /// ## Before
        /// ```ron the file
        /// format: 1,
        /// …
        /// ```
        ///
        /// ## After
        /// ```ron the file
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        MISSING_BRACKETS = "missing-brackets", Error;

        /// A file without anything in it but spaces and comments.
        ///
        /// ## Why it matters
        /// Most often the file was made and never saved, or the wrong one was named.
        ///
        /// ## Before
        /// ```ron the file
        /// // My first scenario.
        /// ```
        ///
        /// ## After
        /// ```ron the file
        /// // My first scenario.
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        NOTHING_HERE = "nothing-here", Error;

        /// Something that cannot stand where it stands.
        ///
        /// ## Why it matters
        /// The file cannot be read on from here. Look at the character marked, and at what stands just before
        /// it.
        ///
        /// ## Before
        /// ```ron the file
        /// : (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        ///
        /// ## After
        /// ```ron the file
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// ```
        SYNTAX = "syntax", Error;

        /// Text after the closing bracket of the whole.
        ///
        /// ## Why it matters
        /// What follows the last bracket is not part of the scenario. Most often a bracket closes too early,
        /// and the rest of your scenario would be lost.
        ///
        /// ## Before
        /// ```ron the file
        /// (
        ///     format: 1,
        ///     …
        /// )
        /// facilitator: "Give them a minute before you ask.",
        /// ```
        ///
        /// ## After
        /// ```ron the file
        /// (
        ///     format: 1,
        ///     …
        ///     facilitator: "Give them a minute before you ask.",
        /// )
        /// ```
        TEXT_AFTER_END = "text-after-end", Error;

        /// Brackets within brackets, deeper than is read.
        ///
        /// ## Why it matters
        /// A scenario needs about ten levels. A file that goes far beyond holds brackets that are never
        /// closed, or was made to break the program that reads it.
        ///
        /// ## Before
        /// ```ron the scenario
        /// facilitator: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// facilitator: "Give them a minute before you ask.",
        /// ```
        TOO_DEEP = "too-deep", Error;

        /// A file of more than 16 MiB.
        ///
        /// ## Why it matters
        /// A scenario is a text of some dozen kilobytes. A file that is a thousand times as large is most
        /// often not the one you meant.
        ///
        /// ## Before
        /// ```ron the scenario, 600000 times
        /// // This note stands here too often.
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// // This note stands here once.
        /// ```
        TOO_LARGE = "too-large", Error;

        /// More than two million values in one file.
        ///
        /// ## Why it matters
        /// No conversation needs so many. The bound keeps a damaged file from using up the machine's memory.
        ///
        /// ## Before
        /// ```ron the scenario, 200000 times
        /// a: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// hour: 14,
        /// ```
        TOO_MANY_VALUES = "too-many-values", Error;
    }
}
