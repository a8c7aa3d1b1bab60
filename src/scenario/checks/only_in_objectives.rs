//! Only objectives have conditions about the end.

use crate::scenario::document::{ConditionKind, ConditionUse};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::Context;

rule! {
    /// A condition about the end, asked before it.
    ///
    /// ## Why it matters
    /// While the talk goes on nobody knows how it will end. `Ended` and `EndedAs` stand only in the `met` of
    /// an objective.
    ///
    /// ## Before
    /// ```ron a choice
    /// when: EndedAs(Good),
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// when: AtLeast(trust, 30),
    /// ```
    pub(crate) RULE = "only-in-objectives", Error;
}

/// No condition about the end is used before the end.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (condition, asked) in &context.conditions {
        let about_the_end = matches!(condition.kind, ConditionKind::Ended(_) | ConditionKind::EndedAs(_));
        if about_the_end && *asked == ConditionUse::InPlay {
            let message = "This asks how the conversation ended, and here it is still going on";
            let hint = "use it only in the `met` of an objective; here, ask for a flag or a scene";
            found.push(RULE.at(condition.span, message).hint(hint));
        }
    }
}
