//! The rules about single parts of a scenario, which are checked while it is read.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) READING_RULES {
        /// A time of day that is none.
        ///
        /// ## Why it matters
        /// A clock shows hours from 0 to 23 and minutes from 0 to 59, with a colon between them.
        ///
        /// ## Before
        /// ```ron the scenario
        /// clock: "half past nine",
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// clock: "09:30",
        /// ```
        CLOCK_TIME = "clock-time", Error;

        /// A condition that is not written as it must be.
        ///
        /// ## Why it matters
        /// Each condition has its own way of being written, which the help under the message shows.
        ///
        /// ## Before
        /// ```ron a choice
        /// when: AtLeast(50, agitation),
        /// ```
        ///
        /// ## After
        /// ```ron a choice
        /// when: AtLeast(agitation, 50),
        /// ```
        CONDITION_SHAPE = "condition-shape", Error;

        /// A format that this version of Bedside is too old for.
        ///
        /// ## Why it matters
        /// A newer format may mean something else by the same words, so the file is not read at all. Use a
        /// newer version of Bedside.
        ///
        /// ## Before
        /// ```ron the scenario
        /// format: 2,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// format: 1,
        /// ```
        NEWER_FORMAT = "newer-format", Error;

        /// A condition that does not exist.
        ///
        /// ## Why it matters
        /// A condition that nobody knows can never be asked. The message names the nearest one, or all of
        /// them.
        ///
        /// ## Before
        /// ```ron a choice
        /// when: Atleast(agitation, 50),
        /// ```
        ///
        /// ## After
        /// ```ron a choice
        /// when: AtLeast(agitation, 50),
        /// ```
        UNKNOWN_CONDITION = "unknown-condition", Error;

        /// A format that never was.
        ///
        /// ## Why it matters
        /// The number says how the file is to be read. Formats begin with 1.
        ///
        /// ## Before
        /// ```ron the scenario
        /// format: 0,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// format: 1,
        /// ```
        UNKNOWN_FORMAT = "unknown-format", Error;

        /// A fault of Bedside itself: no mistake was found, and yet the scenario could not be put together.
        ///
        /// ## Why it matters
        /// Your file may well be right. Please report the fault, with the file.
        UNRESOLVED = "unresolved", Error;
    }
}
