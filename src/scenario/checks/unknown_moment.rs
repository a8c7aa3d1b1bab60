//! Every kind of moment is in the catalogue.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Spanned};

use super::Context;
use super::catalogue::Catalogue;

rule! {
    /// A kind of moment that the catalogue does not have.
    ///
    /// ## Why it matters
    /// Nobody knows what would meet it. `bedside explain moments` lists all of them.
    ///
    /// ## Before
    /// ```ron a scene
    /// moment: questoin,
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// moment: question,
    /// ```
    pub(crate) RULE = "unknown-moment", Error;
}

const CATALOGUE: Catalogue = Catalogue { rule: &RULE, what: "a kind of moment", listed_as: "moments" };

pub(super) fn scene(context: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let moments = &context.rubric.moments;
    for kind in scene.moment().iter().filter(|kind| context.rubric.find_moment(&kind.value.0).is_none()) {
        CATALOGUE.lacks(kind, moments.iter().map(|moment| moment.id.as_str()), found);
    }
}
