//! Scenes and choices whose parts do not go together.

use crate::source::{Diagnostic, Span};

use super::super::document::{ChoiceDoc, ScenarioDoc, SceneDoc, TargetDoc};
use super::Context;

/// `choices-or-ending`, `lines-or-patient`, `opportunity-without-cue`, `words-or-silence`,
/// `empty-list`, `timer-choice`, `interruption-start`, `resume-outside`: parts that do not go together.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    filled(document, found);
    for (id, scene) in document.scenes() {
        scene_parts(id.span, scene, found);
        timer(scene, found);
        for choice in scene.choices() {
            words_or_silence(choice, found);
            if scene.breaks_in.is_none() {
                no_resume(choice, found);
            }
        }
    }
    interruptions(context, found);
}

fn filled(document: &ScenarioDoc, found: &mut Vec<Diagnostic>) {
    let lists = [
        ("practises", document.practises.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("objectives", document.objectives.as_ref().map(|list| (list.span, list.value.is_empty()))),
        ("scenes", document.scenes.as_ref().map(|list| (list.span, list.value.0.is_empty()))),
    ];
    for (name, list) in lists {
        if let Some((span, true)) = list {
            found.push(Diagnostic::error("empty-list", span, format!("`{name}` is empty")).hint("put at least one in"));
        }
    }
}

fn scene_parts(id: Span, scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    match (&scene.choices, &scene.ending) {
        (Some(choices), Some(ending)) => found.push(
            Diagnostic::error(
                "choices-or-ending",
                choices.span,
                "a scene has either `choices` or an `ending`, and this one has both",
            )
            .note(ending.span, "the ending is here")
            .hint("move the ending to a scene of its own, and lead there"),
        ),
        (None, None) => found.push(
            Diagnostic::error("choices-or-ending", id, "this scene has neither `choices` nor an `ending`")
                .hint("add one of them, or the conversation gets stuck here"),
        ),
        (Some(choices), None) if choices.value.is_empty() => {
            found.push(
                Diagnostic::error("empty-list", choices.span, "`choices` is empty")
                    .hint("put at least one in, or make this an ending"),
            );
        }
        _ => {}
    }
    if let (Some(patient), Some(lines)) = (&scene.patient, &scene.lines) {
        let both = Diagnostic::error(
            "lines-or-patient",
            lines.span,
            "a scene has either `patient` or `lines`, and this one has both",
        );
        found.push(
            both.note(patient.span, "`patient` is here")
                .hint("put what the patient says into `lines`, as an entry without `who`"),
        );
    }
    if scene.opportunity.as_ref().is_some_and(|opportunity| opportunity.value) && scene.cue.is_none() {
        let found_span = scene.opportunity.as_ref().map_or(id, |opportunity| opportunity.span);
        found.push(
            Diagnostic::error("opportunity-without-cue", found_span, "an empathic opportunity needs a `cue`")
                .hint("say in `cue` what a good listener would notice"),
        );
    }
}

fn timer(scene: &SceneDoc, found: &mut Vec<Diagnostic>) {
    let Some(timer) = &scene.timer else { return };
    if scene.ending.is_some() {
        found.push(
            Diagnostic::error("timer-choice", timer.span, "an ending has no time to run out")
                .hint("take the timer out"),
        );
    }
    let named = timer.then.as_ref();
    let choice = scene.choices().find(|choice| choice.id.as_ref().map(|id| &id.value) == named.map(|then| &then.value));
    if let (Some(then), Some(when)) = (named, choice.and_then(|choice| choice.when.as_ref())) {
        let conditional =
            Diagnostic::error("timer-choice", then.span, "the choice that a timer takes must always be on offer");
        found.push(
            conditional
                .note(when.span, "it has a condition here")
                .hint("take the condition out, or name another choice"),
        );
    }
}

fn words_or_silence(choice: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    let spoken = choice.say.as_ref().or(choice.act.as_ref());
    match (spoken, &choice.silence) {
        (Some(spoken), Some(silence)) => {
            let both = Diagnostic::error("words-or-silence", silence.span, "a silence has neither `say` nor `act`");
            found.push(
                both.note(spoken.span, "this stands beside it").hint("use `act` for something done without words"),
            );
        }
        (None, None) => {
            let at = choice.id.as_ref().map_or(choice.span, |id| id.span);
            found.push(
                Diagnostic::error("words-or-silence", at, "this choice has nothing to say or do")
                    .hint("add `say`, `act` or `silence`"),
            );
        }
        _ => {}
    }
}

fn no_resume(choice: &ChoiceDoc, found: &mut Vec<Diagnostic>) {
    for target in choice.then.iter().flat_map(|then| &then.branches).flat_map(|branch| branch.targets()) {
        if let TargetDoc::Resume(span) = target {
            let outside = Diagnostic::error(
                "resume-outside",
                *span,
                "`Resume` leads back from an interruption, and this scene is none",
            );
            found.push(outside.hint("name a scene, or give this scene a `breaks_in` condition"));
        }
    }
}

/// An interruption comes by itself: nothing leads there.
fn interruptions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    for id in document.start.iter().chain(document.targets()) {
        let scene = context.scene(&id.value.0);
        if let Some(breaks_in) = scene.and_then(|scene| scene.breaks_in.as_ref()) {
            let led_to = Diagnostic::error(
                "interruption-as-target",
                id.span,
                format!("`{}` breaks in by itself, so nothing may lead to it", id.value.0),
            );
            found.push(
                led_to
                    .note(breaks_in.span, "it breaks in when this holds")
                    .hint("lead to another scene, or take `breaks_in` out"),
            );
        }
    }
}
