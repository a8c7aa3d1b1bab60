//! Every behaviour is in the catalogue.

use crate::scenario::document::{ConditionKind, SceneDoc};
use crate::source::decoding::{Id, Word};
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A behaviour that the catalogue does not have.
    ///
    /// ## Why it matters
    /// Points follow from behaviours, so one that nobody knows would count for nothing. `bedside explain behaviours`
    /// lists all of them.
    ///
    /// ## Before
    /// ```ron a choice
    /// shows: [open_questions],
    /// ```
    ///
    /// ## After
    /// ```ron a choice
    /// shows: [open_question],
    /// ```
    pub(crate) RULE = "unknown-behaviour", Error;
}

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a behaviour", listed_as: "behaviours" };

/// Every behaviour that closes a need or is in a condition is in the catalogue.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let clearing = document.needs().flat_map(|need| need.cleared_by.iter().flat_map(|words| &words.0));
    let asked = context.conditions.iter().flat_map(|(condition, _)| match &condition.kind {
        ConditionKind::Shown(word) => [Some(word), None],
        ConditionKind::Before(first, second) => [Some(first), Some(second)],
        _ => [None, None],
    });
    clearing.chain(asked.flatten()).for_each(|word| look_up(context, word, found));
}

/// Every behaviour that a choice shows is in the catalogue.
pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let shown = scene.choices().flat_map(|choice| choice.shows.iter().flatten());
    shown.for_each(|word| look_up(context, word, found));
}

fn look_up(context: &Context<'_>, word: &Spanned<Word>, found: &mut Vec<Diagnostic>) {
    let rubric = context.rubric;
    if rubric.find(&word.value.0).is_none() {
        CATALOGUE.lacks(word, rubric.behaviours.iter().map(|known| known.id.as_str()), found);
    }
}
