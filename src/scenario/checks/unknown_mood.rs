//! Every mood is in the catalogue.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A mood that the catalogue does not have.
    ///
    /// ## Why it matters
    /// The patient is drawn in that mood, so it must be one that can be drawn. `bedside explain moods`
    /// lists all of them.
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

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a mood", listed_as: "moods" };

pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let of_lines = scene.lines().filter_map(|line| line.mood.as_ref());
    for mood in scene.passages().filter_map(|passage| passage.mood).chain(of_lines) {
        let known = context.rubric.moods.iter().map(|known| known.id.as_str());
        if known.clone().all(|known| known != mood.value.0) {
            CATALOGUE.lacks(mood, known, found);
        }
    }
}
