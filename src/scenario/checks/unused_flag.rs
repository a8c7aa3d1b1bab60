//! Every flag that is set is in a condition.

use std::collections::BTreeSet;

use crate::scenario::document::ConditionKind;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, suggest};

use super::Context;
use super::scope::MAX_SUGGESTIONS;

rule! {
    /// A flag that is set and never asked for.
    ///
    /// ## Why it matters
    /// It changes nothing. Perhaps a condition was meant to ask for it.
    ///
    /// ## Before
    /// ```ron a choice
    /// sets: ["asked"],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (
    ///         patient: [(when: Flag("asked"), say: "I told you."), (say: "I did not sleep.")],
    ///         choices: [
    ///             (id: "ask", say: "What is it?", shows: [open_question], why: "You asked.", then: "morning", sets: ["asked"]),
    ///             (id: "go", act: "Leave.", shows: [ignores_cue], why: "You left.", then: "better"),
    ///         ],
    ///     ),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "unused-flag", Warning;
}

pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for (condition, _) in &context.conditions {
        if let ConditionKind::Flag(flag) = &condition.kind {
            asked.insert(&flag.value.0);
        }
    }
    let mut told = BTreeSet::new();
    for flag in &context.set {
        if !asked.contains(flag.value.0.as_str()) && told.insert(&flag.value) {
            let message = format!("No condition asks for the flag `{}`", flag.value.0);
            let close =
                suggest::closest(&flag.value.0, asked.iter().copied().filter(|_| told.len() <= MAX_SUGGESTIONS));
            let ask = || format!("ask for it with `Flag(\"{}\")`, or take it out", flag.value.0);
            let hint = close.map_or_else(ask, suggest::did_you_mean);
            found.push(RULE.at(flag.span, message).hint(hint));
        }
    }
}
