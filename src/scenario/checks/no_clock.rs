//! Whatever asks for the clock has one.

use crate::scenario::TimeUnit;
use crate::scenario::document::ConditionKind;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span};

use super::Context;

rule! {
    /// Minutes, or a condition about the time, in a scenario without a clock.
    ///
    /// ## Why it matters
    /// Nobody knows what time it is, so no time would ever pass and none would ever come.
    ///
    /// ## Before
    /// ```ron a choice
    /// when: From("09:30"),
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// clock: "09:10",
    /// ```
    pub(crate) RULE = "no-clock", Error;
}

/// No condition asks what time it is, and no choice takes minutes. One missing clock is one mistake: it is told at the
/// first place that needs it.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if has_clock(context) {
        return;
    }
    let asks = context.conditions.iter().filter(|(condition, _)| asks_for_the_time(&condition.kind));
    let asks = asks.map(|(condition, _)| (condition.span, "This asks for the time"));
    let choices = context.document.scenes().flat_map(|(_, scene)| scene.choices());
    let takes = choices.filter_map(|choice| Some((choice.minutes.as_ref()?.span, "This takes time")));
    let places: Vec<(Span, &str)> = asks.chain(takes).collect();
    let Some((span, what)) = places.iter().min_by_key(|(span, _)| *span) else { return };
    let more = match places.len() - 1 {
        0 => None,
        1 => Some("1 more place needs the clock".to_owned()),
        more => Some(format!("{more} more places need the clock")),
    };
    let message = format!("{what}, and the scenario has no clock");
    let hint = "say when it begins with `clock: \"19:40\"` beside `place`, or take this out";
    found.push(RULE.at(*span, message).hint(hint).hints(more));
}

fn asks_for_the_time(condition: &ConditionKind) -> bool {
    matches!(
        condition,
        ConditionKind::From(_)
            | ConditionKind::Since(_, _, TimeUnit::Minutes)
            | ConditionKind::SinceChose(_, _, _, TimeUnit::Minutes)
    )
}

/// Whether there is a clock, or one that could not be read.
fn has_clock(context: &Context<'_>) -> bool {
    context.document.clock.is_some() || context.document.unread.has("clock")
}
