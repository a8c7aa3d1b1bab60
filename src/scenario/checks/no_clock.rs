//! Whatever asks for the clock has one.

use crate::scenario::TimeUnit;
use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

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

/// No condition asks what time it is.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if has_clock(context) {
        return;
    }
    for (condition, _) in &context.conditions {
        let asks = matches!(
            condition.kind,
            ConditionKind::From(_)
                | ConditionKind::Since(_, _, TimeUnit::Minutes)
                | ConditionKind::SinceChose(_, _, _, TimeUnit::Minutes)
        );
        if asks {
            found.push(no_clock("This asks for the time", condition.span));
        }
    }
}

/// No choice takes minutes.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if !has_clock(context) {
        let minutes = scene.choices().filter_map(|choice| choice.minutes.as_ref());
        found.extend(minutes.map(|minutes| no_clock("This takes time", minutes.span)));
    }
}

/// Whether there is a clock, or one that could not be read.
fn has_clock(context: &Context<'_>) -> bool {
    context.document.clock.is_some() || context.document.unread.has("clock")
}

fn no_clock(what: &str, span: Span) -> Diagnostic {
    RULE.at(span, format!("{what}, and the scenario has no clock"))
        .hint("say when it begins with `clock: \"19:40\"` beside `place`, or take this out")
}
