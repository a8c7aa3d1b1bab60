//! A scenario has an hour or a clock.

use crate::source::Diagnostic;
use crate::source::decoding::KEEP_ONE;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// An hour beside a clock.
    ///
    /// ## Why it matters
    /// The clock says what hour it is at the beginning, so the other number could only contradict it.
    ///
    /// ## Before
    /// ```ron the scenario
    /// clock: "09:10",
    /// hour: 9,
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// clock: "09:10",
    /// ```
    pub(crate) RULE = "hour-and-clock", Error;
}

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if let (Some(hour), Some(clock)) = (&context.document.hour, &context.document.clock) {
        let message = "The scenario has an hour and a clock";
        found.push(RULE.at(hour.span, message).note(clock.span, "this is the clock").hint(KEEP_ONE));
    }
}
