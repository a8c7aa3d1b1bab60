//! Texts that vary, and all lists of which the first entry that fits is taken.

use crate::scenario::code;
use crate::source::decode::Lost;
use crate::source::{Diagnostic, Span};

use super::super::document::{ConditionDoc, ConditionKind};
use super::Context;

/// `empty-list`, `no-fallback`, `never-applies`: there is always something to say, and nothing in vain.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for text in context.document.scenes().flat_map(|(_, scene)| scene.texts()) {
        let turns = text.variants.iter().map(|variant| Turn::new(variant.span, variant.when.as_ref(), &variant.lost));
        in_turn("variant", text.span, text.whole, turns, found);
        for say in text.variants.iter().filter_map(|variant| variant.say.as_ref()) {
            if say.wordings.is_empty() && say.whole {
                found.push(
                    Diagnostic::error(code::EMPTY_LIST, say.span, "This list of texts is empty")
                        .hint("put at least one in, or take the field out"),
                );
            }
        }
    }
}

/// Whether one entry of a list applies.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    span: Span,
    applies: Applies,
}

#[derive(Clone, Copy)]
enum Applies {
    Always,
    When(Span),
    /// It has a condition, which could not be read.
    Unknown,
}

impl Turn {
    /// An entry with its condition, if it has one.
    pub(super) fn new(span: Span, when: Option<&ConditionDoc>, lost: &Lost) -> Self {
        let applies = match when {
            Some(ConditionDoc { kind: ConditionKind::Broken, .. }) => Applies::Unknown,
            Some(condition) => Applies::When(condition.span),
            None if lost.has("when") => Applies::Unknown,
            None => Applies::Always,
        };
        Self { span, applies }
    }
}

/// The last must have no condition, and only the last; nothing about a list read in part.
pub(super) fn in_turn(
    what: &str,
    list: Span,
    whole: bool,
    turns: impl Iterator<Item = Turn>,
    found: &mut Vec<Diagnostic>,
) {
    let turns: Vec<Turn> = turns.collect();
    let Some((final_one, earlier)) = turns.split_last() else {
        if whole {
            let plural = if what == "branch" { "branches" } else { "variants" };
            let message = format!("This list of {plural} is empty");
            found.push(Diagnostic::error(code::EMPTY_LIST, list, message).hint("put at least one in"));
        }
        return;
    };
    if let Applies::When(condition) = final_one.applies
        && whole
    {
        let message = format!("The last {what} has a condition, so there may be none that applies");
        found.push(
            Diagnostic::error(code::NO_FALLBACK, condition, message)
                .hint(format!("add a {what} without `when` at the end, for every other case")),
        );
    }
    if let Some(always) = earlier.iter().find(|turn| matches!(turn.applies, Applies::Always)) {
        let message = format!("This {what} always applies, so what follows it never does");
        found.push(
            Diagnostic::error(code::NEVER_APPLIES, always.span, message)
                .hint("give it a `when`, or move it to the end"),
        );
    }
}
