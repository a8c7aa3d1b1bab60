//! No condition waits for tomorrow.

use crate::scenario::document::ConditionKind;
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// A time of day before the one at which the conversation begins.
    ///
    /// ## Why it matters
    /// The clock counts on from the beginning, so that time comes round tomorrow, many hours later, and hardly any
    /// conversation lasts so long.
    ///
    /// ## Before
    /// ```ron the scenario
    /// clock: "09:10",
    /// objectives: [(id: "early", text: "Be done by nine", met: Not(From("09:00")))],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// clock: "09:10",
    /// objectives: [(id: "early", text: "Be done by half past nine", met: Not(From("09:30")))],
    /// ```
    pub(crate) RULE = "time-of-tomorrow", Warning;
}

/// So many minutes on it is taken for a mistake.
const HALF_A_DAY: u16 = 12 * 60;

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(clock) = &context.document.clock else { return };
    for (condition, _) in &context.conditions {
        if let ConditionKind::From(time) = condition.kind
            && clock.value.until(time) > HALF_A_DAY
        {
            let message = format!("It is {time} only tomorrow, because the conversation begins at {}", clock.value);
            let told = RULE.at(condition.span, message).note(clock.span, "this is when it begins");
            found.push(told.hint("name a time after that, or let it begin earlier"));
        }
    }
}
