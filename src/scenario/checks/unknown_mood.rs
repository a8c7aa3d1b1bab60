//! Moods come from the catalogue.

use crate::source::Diagnostic;
use crate::source::rule::rule;

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A mood that the catalogue does not have.
    ///
    /// ## Why it matters
    /// The patient is drawn in that mood, so it must be one that can be drawn. All of them stand in
    /// `assets/moods.ron`.
    ///
    /// ## Before
    /// ```ron a scene
    /// mood: exhausted,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// mood: sad,
    /// ```
    pub(crate) RULE = "unknown-mood", Error;
}

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a mood", file: "assets/moods.ron" };

/// Every mood is one of the catalogue.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for mood in context.document.scenes().filter_map(|(_, scene)| scene.mood.as_ref()) {
        CATALOGUE.look_up(mood, &context.rubric.moods, found);
    }
}
