//! "Start play here": the state in which a rehearsal of the scene begins.

use egui::Ui;

use crate::rubric::{Feeling, Feelings};
use crate::scenario::{FlagId, NeedId};
use crate::session::Opening;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, page, radio, slider, text};
use crate::ui::words;

use super::model::{Author, AuthorAction};

/// Shows the state, and the button that starts the rehearsal.
pub(super) fn show(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    ui.add_space(space::M);
    text::heading(ui, 2, "Start play here");
    text::body(ui, "A rehearsal in any state you like. It is no attempt: nothing of it is saved or scored.");
    card::card(ui, |ui| {
        let feelings = feelings(ui, model);
        let flags = flags(ui, model);
        let needs = needs(ui, model);
        let start = page::row(ui, |ui| {
            let rehearse = Button::primary("Rehearse from here").pressed(ui);
            let start = Button::quiet("As at the start").named("Set the state as at the start").pressed(ui);
            (rehearse, start)
        });
        match start {
            (true, _) => Some(AuthorAction::Rehearse),
            (_, true) => Some(AuthorAction::Opening(Opening::of(model.scenario, model.opening.scene))),
            _ => feelings.or(flags).or(needs),
        }
    })
}

fn feelings(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let mut wanted = model.opening.feelings;
    let stage = words::stage(model.scenario.rubric.model.stage_at(wanted.agitation));
    for feeling in Feeling::ALL {
        let mut value = wanted.get(feeling);
        let said = if feeling == Feeling::Agitation { format!("{value}: {stage}") } else { value.to_string() };
        text::labelled(ui, words::feeling(feeling), &said);
        let name = words::feeling(feeling);
        let moved = ui.push_id(name, |ui| slider::slider(ui, name, &said, true, &mut value)).inner;
        if moved {
            wanted = with(wanted, feeling, value);
        }
    }
    (wanted != model.opening.feelings).then(|| change_opening(model, |opening| opening.feelings = wanted))
}

const fn with(mut feelings: Feelings, feeling: Feeling, value: u8) -> Feelings {
    match feeling {
        Feeling::Agitation => feelings.agitation = value,
        Feeling::Trust => feelings.trust = value,
        Feeling::Understanding => feelings.understanding = value,
    }
    feelings
}

fn flags(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let all = (0..model.scenario.flags.len()).filter_map(FlagId::new);
    let flags = all.map(|flag| (flag, format!("Flag {}", model.scenario.flags[flag.index()])));
    let pressed = switches(ui, "Flags", flags, |flag| model.opening.flags.contains(&flag))?;
    Some(change_opening(model, |opening| toggle(&mut opening.flags, pressed)))
}

fn needs(ui: &mut Ui, model: &Author<'_>) -> Option<AuthorAction> {
    let all = (0..model.scenario.patient.needs.len()).filter_map(NeedId::new);
    let needs = all.map(|need| (need, format!("Open need: {}", model.scenario.patient.needs[need.index()].id)));
    let pressed = switches(ui, "Open needs", needs, |need| model.opening.needs.contains(&need))?;
    Some(change_opening(model, |opening| toggle(&mut opening.needs, pressed)))
}

/// Shows a toggle for each, and returns the one that was pressed.
fn switches<T: Copy>(
    ui: &mut Ui,
    title: &str,
    all: impl Iterator<Item = (T, String)>,
    is_on: impl Fn(T) -> bool,
) -> Option<T> {
    let mut pressed = None;
    ui.push_id(title, |ui| {
        radio::mark_group(ui, title, egui::accesskit::Role::Group);
        page::row(ui, |ui| {
            for (one, label) in all {
                let on = is_on(one);
                let shown = format!("{} {label}", if on { "\u{2713}" } else { "\u{2013}" });
                if Button::toggle(&shown, on).named(&label).pressed(ui) {
                    pressed = Some(one);
                }
            }
        });
    });
    pressed
}

fn toggle<T: PartialEq>(all: &mut Vec<T>, one: T) {
    match all.iter().position(|other| *other == one) {
        Some(place) => {
            all.remove(place);
        }
        None => all.push(one),
    }
}

fn change_opening(model: &Author<'_>, change: impl FnOnce(&mut Opening)) -> AuthorAction {
    let mut opening = model.opening.clone();
    change(&mut opening);
    AuthorAction::Opening(opening)
}
