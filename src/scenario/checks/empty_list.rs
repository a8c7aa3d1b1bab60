//! Lists that must not be empty.

use crate::scenario::document::SceneDoc;
use crate::source::decoding::Id;
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span, Spanned};

use super::Context;

rule! {
    /// A list that must hold something and is empty.
    ///
    /// ## Why it matters
    /// A scene without choices leaves the trainee stuck; a list of texts without a text leaves nothing to
    /// say.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: [],
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: ["I did not sleep.", "I hardly slept."],
    /// ```
    pub(crate) RULE = "empty-list", Error;
}

const PUT_ONE_IN: &str = "put at least one in";

/// No list of the whole file that must hold something is empty, and no list of branches or variants.
pub(super) fn file(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let lists = [
        ("practises", document.practises.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("objectives", document.objectives.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("scenes", document.scenes.as_ref().map(|list| (list.span, list.value.0.is_empty()))),
    ];
    for (name, list) in lists {
        if let Some((span, true)) = list
            && !document.unread.has(name)
        {
            found.push(RULE.at(span, format!("`{name}` is empty")).hint(PUT_ONE_IN));
        }
    }
    for list in context.first_match_lists.iter().filter(|list| list.whole && list.entries.is_empty()) {
        found.push(RULE.at(list.span, format!("This list of {} is empty", list.plural())).hint(PUT_ONE_IN));
    }
}

/// No list of choices, of kinds of moment, of targets with weights or of wordings is empty.
pub(super) fn scene(_: &Context<'_>, _: &Spanned<Id>, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    choices(scene, found);
    moment(scene, found);
    chances(scene, found);
    wordings(scene, found);
    let gates = scene.instead.as_ref().filter(|gates| gates.value.is_empty() && !scene.unread.has("instead"));
    if let Some(gates) = gates {
        found.push(empty(gates.span, "`instead` is empty", "put a gate in, or take the field out"));
    }
}

fn choices(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let empty_list = scene.choices.as_ref().filter(|choices| choices.value.is_empty());
    if let Some(choices) = empty_list.filter(|_| scene.ending.is_none() && !scene.unread.has("choices")) {
        found.push(empty(choices.span, "`choices` is empty", "put at least one in, or make this an ending"));
    }
}

fn moment(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if let Some(moment) = scene.moment.as_ref().filter(|moment| moment.kinds.is_empty() && moment.whole) {
        found.push(empty(moment.span, "`moment` is empty", "say what the patient gives, or take the field out"));
    }
}

fn chances(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    for branch in scene.branches().filter(|branch| branch.to.is_none() && !branch.unread.has("chance")) {
        if let Some(chance) = branch.chance.as_ref().filter(|chance| chance.value.is_empty()) {
            let hint = "put scenes in, each with its weight: `[(2, \"scene-id\"), (1, \"another\")]`";
            found.push(empty(chance.span, "`chance` is empty", hint));
        }
    }
}

fn wordings(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let variants = scene.texts().flat_map(|text| &text.variants);
    for say in variants.filter_map(|variant| variant.say.as_ref()) {
        if say.wordings.is_empty() && say.whole {
            found.push(empty(say.span, "This list of texts is empty", "put at least one in, or take the field out"));
        }
    }
}

fn empty(span: Span, message: &str, hint: &str) -> Diagnostic {
    RULE.at(span, message).hint(hint)
}
