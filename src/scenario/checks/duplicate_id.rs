//! No two things of one kind have the same id.

use crate::hash::ByName;
use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

use super::Context;

rule! {
    /// Two things of one kind with the same id.
    ///
    /// ## Why it matters
    /// Whatever speaks of that id could mean either. Scenes, needs, objectives and people are unique in the
    /// file, choices in their scene.
    ///
    /// ## Before
    /// ```ron the scenario
    /// objectives: [
    ///     (id: "ask", text: "Ask him", met: Shown(open_question)),
    ///     (id: "ask", text: "Stay with him", met: Not(Shown(ignores_cue))),
    /// ],
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// objectives: [
    ///     (id: "ask", text: "Ask him", met: Shown(open_question)),
    ///     (id: "stay", text: "Stay with him", met: Not(Shown(ignores_cue))),
    /// ],
    /// ```
    pub(crate) RULE = "duplicate-id", Error;
}

/// Up to this many ids, each is compared with each.
const FEW: usize = 16;

/// No two scenes, needs, objectives or people have the same id.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    // A file may have very many scenes, and the context knows whether any name is repeated.
    if context.has_duplicate_scenes() {
        unique("scene", context.scenes.iter().map(|(id, _)| id), found);
    }
    unique("need", document.needs().filter_map(|need| need.id.as_ref()), found);
    let objectives = document.objectives.iter().flat_map(|objectives| &objectives.value);
    unique("objective", objectives.filter_map(|objective| objective.id.as_ref()), found);
    unique("person", document.people.iter().flat_map(|people| people.0.iter().map(|(id, _)| id)), found);
}

/// No two choices of a scene have the same id.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let ids = || scene.choices().filter_map(|choice| choice.id.as_ref());
    // Most scenes have few choices, which are compared faster without a table.
    let few = ids().nth(FEW).is_none();
    if !few || ids().enumerate().any(|(index, id)| ids().take(index).any(|earlier| earlier.value == id.value)) {
        unique("choice of this scene", ids(), found);
    }
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Spanned<Id>>, found: &mut Vec<Diagnostic>) {
    let mut seen: ByName<&str, Span> = ByName::default();
    for id in ids {
        if let Some(first) = seen.get(id.value.0.as_str()) {
            let message = format!("Another {what} is called `{}` already", id.value.0);
            let duplicate = RULE.at(id.span, message).note(*first, "the first one is here");
            found.push(duplicate.hint("give one of them another id, and look at what speaks of it"));
        } else {
            seen.insert(&id.value.0, id.span);
        }
    }
}
