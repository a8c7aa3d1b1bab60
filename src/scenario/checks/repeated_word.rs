//! A behaviour is listed once.

use std::collections::BTreeMap;

use crate::source::decode::short;
use crate::source::rule::rule;
use crate::source::{Diagnostic, Span};

use super::Context;

rule! {
    /// A behaviour that stands twice in a list.
    ///
    /// ## Why it matters
    /// It counts once. Perhaps another one was meant.
    ///
    /// ## Before
    /// ```ron a choice
    /// shows: [open_question, open_question],
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// shows: [open_question, validates],
    /// ```
    pub(crate) RULE = "repeated-word", Warning;
}

/// No behaviour stands twice in what a choice shows.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, choice) in context.document.choices() {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for word in choice.shows.iter().flatten() {
            if let Some(first) = seen.insert(&word.value.0, word.span) {
                let repeated = RULE.at(word.span, format!("`{}` stands in this list twice", short(&word.value.0)));
                found.push(repeated.note(first, "it stands here already").hint("once is enough: it counts once"));
            }
        }
    }
}
