//! The rules of reading and running a plan.

use crate::source::diagnostics::rule::rule_table;

rule_table! {
    pub(crate) PLAN_RULES {
        /// A plan without a road, or a road without a step.
        ///
        /// ## Why it matters
        ///
        /// Such a plan passes whatever the scenario does, and you would rely on a promise that nobody makes.
        ///
        /// ## Before
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// ```
        ///
        /// ## After
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// choose: ask
        /// ending: better
        /// ```
        EMPTY_PLAN = "empty-plan", Error;

        /// The conversation does not go as the plan says.
        ///
        /// ## Why it matters
        ///
        /// The plan says what you mean the scenario to do. Either a change of the scenario broke it, or the
        /// plan is out of date: only you can tell, so look at both.
        ///
        /// ## Before
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// choose: ask
        /// ending: worse
        /// ```
        ///
        /// ## After
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// choose: ask
        /// ending: better
        /// ```
        NOT_AS_PLANNED = "not-as-planned", Error;

        /// A step of a plan that is not written as it must be.
        ///
        /// ## Why it matters
        ///
        /// A step that cannot be read checks nothing. Each kind of step has its own way of being written,
        /// which the help under the message shows.
        ///
        /// ## Before
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// choose: ask
        /// feels: agitation low
        /// ```
        ///
        /// ## After
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// choose: ask
        /// feels: agitation below 40
        /// ```
        STEP_SHAPE = "step-shape", Error;

        /// A line of a plan that begins with no step's name.
        ///
        /// ## Why it matters
        ///
        /// It is skipped, so whatever it was to check is not checked. Notes for people begin with `#`.
        ///
        /// ## Before
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// chose: ask
        /// ```
        ///
        /// ## After
        ///
        /// ```text the plan
        /// road: Someone who asks
        /// # They ask at once.
        /// choose: ask
        /// ```
        UNKNOWN_STEP = "unknown-step", Error;
    }
}
