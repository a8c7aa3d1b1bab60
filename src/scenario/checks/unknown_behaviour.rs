//! Behaviours come from the catalogue.

use crate::scenario::document::ConditionKind;
use crate::source::Diagnostic;
use crate::source::rule::rule;

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A behaviour that the catalogue does not have.
    ///
    /// ## Why it matters
    /// Points follow from behaviours, so one that nobody knows would count for nothing. All of them stand in
    /// `assets/behaviours.ron`.
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

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a behaviour", file: "assets/behaviours.ron" };

/// Every behaviour is one of the catalogue.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let shown = document.choices().flat_map(|(_, choice)| choice.shows.iter().flatten());
    let clearing = document.needs().flat_map(|need| need.cleared_by.iter().flat_map(|words| &words.0));
    let asked = context.conditions.iter().flat_map(|(condition, _)| match &condition.kind {
        ConditionKind::Shown(word) => [Some(word), None],
        ConditionKind::Before(first, second) => [Some(first), Some(second)],
        _ => [None, None],
    });
    let rubric = context.rubric;
    for word in shown.chain(clearing).chain(asked.flatten()) {
        if rubric.find(&word.value.0).is_none() {
            CATALOGUE.lacks(word, rubric.behaviours.iter().map(|known| known.id.as_str()), found);
        }
    }
}
