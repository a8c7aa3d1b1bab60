//! Choices whose parts do not go together, and where they must not lead.

use crate::scenario::code;
use crate::source::Diagnostic;

use super::super::document::{BranchDoc, ChoiceDoc, TargetDoc};
use super::Context;

/// `words-or-silence`, `resume-outside`, `interruption-as-target`.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, scene) in context.document.scenes() {
        for choice in scene.choices() {
            words_or_silence(choice, found);
            if scene.breaks_in.is_none() && !scene.lost.has("breaks_in") {
                no_resume(choice, found);
            }
        }
    }
    interruptions(context, found);
}

fn words_or_silence(choice: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    let lost = ["say", "act", "silence"].into_iter().any(|field| choice.lost.has(field));
    match (choice.say.as_ref().or(choice.act.as_ref()), &choice.silence) {
        (Some(spoken), Some(silence)) => found.push(
            Diagnostic::error(code::WORDS_OR_SILENCE, silence.span, "A silence has neither `say` nor `act` beside it")
                .note(spoken.span, "this stands beside it")
                .hint("for something done without words, use `act` alone"),
        ),
        (None, None) if !lost => {
            let at = choice.id.as_ref().map_or(choice.span, |id| id.span);
            found.push(
                Diagnostic::error(code::WORDS_OR_SILENCE, at, "In this choice nothing is said or done")
                    .hint("add `say`, `act` or `silence`"),
            );
        }
        _ => {}
    }
}

fn no_resume(choice: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    for target in choice.then.iter().flat_map(|then| &then.branches).flat_map(BranchDoc::targets) {
        if let TargetDoc::Resume(span) = target {
            let message = "`Resume` goes back from an interruption, and this scene is not one";
            found.push(
                Diagnostic::error(code::RESUME_OUTSIDE, *span, message)
                    .hint("name a scene, or make this scene an interruption with `breaks_in`"),
            );
        }
    }
}

/// An interruption comes by itself: nothing leads there.
fn interruptions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for id in context.document.start.iter().chain(context.document.targets()) {
        let Some(breaks_in) = context.scene(&id.value.0).and_then(|scene| scene.breaks_in.as_ref()) else { continue };
        let message =
            format!("`{}` is an interruption: it breaks in by itself, and nothing may lead to it", id.value.0);
        found.push(
            Diagnostic::error(code::INTERRUPTION_AS_TARGET, id.span, message)
                .note(breaks_in.span, "it breaks in when this holds")
                .hint("lead to another scene, or take `breaks_in` out"),
        );
    }
}
