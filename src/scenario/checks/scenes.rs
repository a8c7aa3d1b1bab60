//! Scenes whose parts do not go together.

use crate::scenario::code;
use crate::source::{Diagnostic, Span};

use super::super::document::SceneDoc;
use super::Context;

/// `choices-or-ending`, `empty-list`, `lines-or-patient`, `opportunity-without-cue`, `timer-choice`:
/// parts of a scene that do not go together; `empty-list` also for the lists of the whole file.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    filled(context, found);
    for (id, scene) in context.document.scenes() {
        choices_or_ending(id.span, scene, found);
        lines_or_patient(scene, found);
        opportunity(scene, found);
        timer(scene, found);
    }
}

fn filled(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let lists = [
        ("practises", document.practises.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("objectives", document.objectives.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("scenes", document.scenes.as_ref().map(|list| (list.span, list.value.0.is_empty()))),
    ];
    for (name, list) in lists {
        if let Some((span, true)) = list
            && !document.lost.has(name)
        {
            let empty = Diagnostic::error(code::EMPTY_LIST, span, format!("`{name}` is empty"));
            found.push(empty.hint("put at least one in"));
        }
    }
}

fn choices_or_ending(id: Span, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    match (&scene.choices, &scene.ending) {
        (Some(choices), Some(ending)) => found.push(
            Diagnostic::error(
                code::CHOICES_OR_ENDING,
                opening(choices.span),
                "This scene has both `choices` and an `ending`",
            )
            .note(opening(ending.span), "the ending is here")
            .hint("move the ending to a scene of its own, and let a choice lead there"),
        ),
        (None, None) if !scene.lost.has("choices") && !scene.lost.has("ending") => found.push(
            Diagnostic::error(code::CHOICES_OR_ENDING, id, "This scene has neither `choices` nor an `ending`")
                .hint("add one of them; without it the conversation gets stuck here"),
        ),
        (Some(choices), None) if choices.value.is_empty() && !scene.lost.has("choices") => found.push(
            Diagnostic::error(code::EMPTY_LIST, choices.span, "`choices` is empty")
                .hint("put at least one in, or make this an ending"),
        ),
        _ => {}
    }
}

fn lines_or_patient(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    if let (Some(patient), Some(lines)) = (&scene.patient, &scene.lines) {
        let both =
            Diagnostic::error(code::LINES_OR_PATIENT, opening(lines.span), "This scene has both `patient` and `lines`");
        found.push(
            both.note(opening(patient.span), "`patient` is here")
                .hint("move what the patient says into `lines`, as an entry without `who`: `(say: \"…\")`"),
        );
    }
}

fn opportunity(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(opportunity) = scene.opportunity.as_ref().filter(|opportunity| opportunity.value) else { return };
    if scene.cue.is_none() && !scene.lost.has("cue") {
        let message = "An empathic opportunity needs a `cue`, and this scene has none";
        found.push(
            Diagnostic::error(code::OPPORTUNITY_WITHOUT_CUE, opportunity.span, message)
                .hint("say in `cue` what a good listener would notice here"),
        );
    }
}

fn timer(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(timer) = &scene.timer else { return };
    if scene.ending.is_some() && scene.choices.is_none() {
        let message = "There is nothing to choose in an ending, so no time can run out";
        found.push(Diagnostic::error(code::TIMER_CHOICE, opening(timer.span), message).hint("take the timer out"));
        return;
    }
    let Some(then) = &timer.then else { return };
    let taken = scene.choices().find(|choice| choice.id.as_ref().is_some_and(|id| id.value == then.value));
    if let Some(when) = taken.and_then(|choice| choice.when.as_ref()) {
        let message = format!("The timer takes `{}`, which is not always on offer", then.value.0);
        found.push(
            Diagnostic::error(code::TIMER_CHOICE, then.span, message)
                .note(when.span, "it has a condition here")
                .hint("name a choice without `when`"),
        );
    }
}

/// The bracket or quote that something begins with.
fn opening(span: Span) -> Span {
    Span::new(span.start, (span.start + 1).min(span.end))
}
