//! The rules about how values are written.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) VALUES_RULES {
        /// Something that starts like a number and is none.
        ///
        /// ## Why it matters
        /// Numbers in a scenario are plain: `6`, `-5`. What should be a text needs quotation marks.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: 6min,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        BAD_NUMBER = "bad-number", Error;

        /// A value without a name, where every value needs one.
        ///
        /// ## Why it matters
        /// In `( … )` each value has a name before it, so that the order does not matter and nobody has to
        /// count.
        ///
        /// ## Before
        /// ```ron the scenario
        /// 6,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        MISSING_NAME = "missing-name", Error;

        /// A name or key without a value.
        ///
        /// ## Why it matters
        /// The field is there and says nothing. Give it a value, or take it out.
        ///
        /// ## Before
        /// ```ron the scenario
        /// hour: ,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// hour: 14,
        /// ```
        MISSING_VALUE = "missing-value", Error;

        /// The name of a field in quotation marks.
        ///
        /// ## Why it matters
        /// Names of fields are plain words. Quotation marks are for texts, and for ids such as those of
        /// scenes.
        ///
        /// ## Before
        /// ```ron the scenario
        /// "minutes": 6,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        QUOTED_NAME = "quoted-name", Error;

        /// A range such as `1..5`, which RON knows and the format does not use.
        ///
        /// ## Why it matters
        /// No field of a scenario holds a range.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: 5..10,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 7,
        /// ```
        RANGE = "range", Error;

        /// `Some` without exactly one value in its brackets.
        ///
        /// ## Why it matters
        /// `Some(…)` is RON's long way of writing that a field is there. You never need it: write the value
        /// alone.
        ///
        /// ## Before
        /// ```ron the scenario
        /// hour: Some(14, 15),
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// hour: 14,
        /// ```
        SOME_VALUE = "some-value", Error;

        /// A character that means nothing where it stands.
        ///
        /// ## Why it matters
        /// It may have slipped in, or it belongs to a text that lacks its quotation marks.
        ///
        /// ## Before
        /// ```ron the scenario
        /// minutes: ~6,
        /// ```
        ///
        /// ## After
        /// ```ron the scenario
        /// minutes: 6,
        /// ```
        STRAY_CHARACTER = "stray-character", Error;
    }
}
