//! The rules of the rubric: its behaviours, its model, its other catalogues.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) RUBRIC_RULES {
        /// A turn that could change a feeling by more than the room from which on a change counts in full.
        ///
        /// ## Why it matters
        /// Where less room is left, a change counts in proportion to it, so that no feeling ever jumps to an end of its
        /// scale. That holds only for changes that are smaller than the room from which on they count in full.
        ///
        /// ## Before
        /// ```ron the model
        /// room: (full: 20),
        /// ```
        ///
        /// ## After
        /// ```ron the model
        /// room: (full: 50),
        /// ```
        BEYOND_THE_ROOM = "beyond-the-room", Error;

        /// Two entries of a catalogue with the same id.
        ///
        /// ## Why it matters
        /// A scenario that names the id could mean either.
        ///
        /// ## Before
        /// ```ron the moods
        /// (id: sad, label: "Sad", seen: "Eyes down."),
        /// (id: sad, label: "Very sad", seen: "Eyes down, head bowed."),
        /// ```
        ///
        /// ## After
        /// ```ron the moods
        /// (id: forlorn, label: "Forlorn", seen: "Eyes down, head bowed."),
        /// ```
        DUPLICATE_ENTRY = "duplicate-entry", Error;

        /// A kind of moment that nothing could meet.
        ///
        /// ## Why it matters
        /// Every option of a scene with such a moment would miss it. A kind of moment says what meets it: behaviours
        /// in `met_by`, a level of the ECCS in `met_from`, or `met_by_a_need: true`. A behaviour that spoils it, or that
        /// is added where it was missed, does not meet it.
        ///
        /// ## Before
        /// ```ron the moments
        /// (id: rest, label: "Rest", gives: "needed rest", met_by: [], spoilt_by: [], added: talks_on, source: "Ours."),
        /// ```
        ///
        /// ## After
        /// ```ron the moments
        /// (id: rest, label: "Rest", gives: "needed rest", met_by: [allows_silence], spoilt_by: [], added: talks_on, source: "Ours."),
        /// ```
        MOMENT_UNMEETABLE = "moment-unmeetable", Error;

        /// Numbers of the rubric that should rise, each above the one before, and do not.
        ///
        /// ## Why it matters
        /// Stages of agitation, bands and the steps of an answer each begin above the one before, and a stage
        /// is left at no higher agitation than it is entered at. Otherwise a number would belong to two of
        /// them, or to none.
        ///
        /// ## Before
        /// ```ron the model
        /// bands: (developing: 40, secure: 30, strong: 85),
        /// ```
        ///
        /// ## After
        /// ```ron the model
        /// bands: (developing: 40, secure: 70, strong: 85),
        /// ```
        NOT_RISING = "not-rising", Error;

        /// More behaviours than the catalogue can hold.
        ///
        /// ## Why it matters
        /// What has been shown is kept in a set of fixed size, so that a conversation of any length is scored
        /// in no time.
        ///
        /// ## Before
        /// ```ron the behaviours, 130 times
        /// (id: nods, label: "Nods", says: "shows that they listen", empathy: 1, clarity: 0, de_escalation: 1, source: "Ours."),
        /// ```
        ///
        /// ## After
        /// ```ron the behaviours
        /// (id: nods, label: "Nods", says: "shows that they listen", empathy: 1, clarity: 0, de_escalation: 1, source: "Ours."),
        /// ```
        TOO_MANY_BEHAVIOURS = "too-many-behaviours", Error;

        /// A behaviour that the moments, the model or the survey name and the catalogue does not have.
        ///
        /// ## Why it matters
        /// It would never be shown, so that part of the model would never do anything.
        ///
        /// ## Before
        /// ```ron the moments
        /// (id: rest, label: "Rest", gives: "needed rest", met_by: [allow_silence], spoilt_by: [], added: talks_on, source: "Ours."),
        /// ```
        ///
        /// ## After
        /// ```ron the moments
        /// (id: rest, label: "Rest", gives: "needed rest", met_by: [allows_silence], spoilt_by: [], added: talks_on, source: "Ours."),
        /// ```
        UNLISTED_BEHAVIOUR = "unlisted-behaviour", Error;
    }
}
