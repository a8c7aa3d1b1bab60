//! Two things with one id.

use std::collections::BTreeMap;

use crate::scenario::code;
use crate::source::decode::Id;
use crate::source::{Diagnostic, Span, Spanned};

use super::Context;

/// `duplicate-id`: a scene, choice, need, objective or person whose id another one has in its scope.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    unique("scene", document.scenes.iter().flat_map(|scenes| scenes.value.0.iter().map(|(id, _)| id)), found);
    for (_, scene) in document.scenes() {
        unique("choice of this scene", scene.choices().filter_map(|choice| choice.id.as_ref()), found);
    }
    let needs = document.patient.iter().flat_map(|patient| patient.needs.iter().flatten());
    unique("need", needs.filter_map(|need| need.id.as_ref()), found);
    let objectives = document.objectives.iter().flat_map(|objectives| &objectives.value);
    unique("objective", objectives.filter_map(|objective| objective.id.as_ref()), found);
    unique("person", document.people.iter().flat_map(|people| people.0.iter().map(|(id, _)| id)), found);
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Spanned<Id>>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids {
        if let Some(first) = seen.get(id.value.0.as_str()) {
            let message = format!("Another {what} is called `{}` already", id.value.0);
            let duplicate =
                Diagnostic::error(code::DUPLICATE_ID, id.span, message).note(*first, "the first one is here");
            found.push(duplicate.hint("give one of them another id, and look at what speaks of it"));
        } else {
            seen.insert(&id.value.0, id.span);
        }
    }
}
