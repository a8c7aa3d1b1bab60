//! "Start play here": the state in which a rehearsal of the scene begins.

use egui::accesskit::{Invalid, Live};
use egui::{Align, Layout, Ui, vec2};

use crate::rubric::{Feeling, Feelings};
use crate::scenario::{ClockTime, FlagId, NeedId};
use crate::sentence::sentence;
use crate::session::Opening;
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, page, radio, slider, text};
use crate::ui::words::{self, quoted};

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
        let time = model.scenario.clock.and_then(|begins| time(ui, model, begins));
        let start = page::row(ui, |ui| {
            let rehearse = Button::primary("Rehearse from here").pressed(ui);
            let start = Button::quiet("As at the start").named("Set the state as at the start").pressed(ui);
            (rehearse, start)
        });
        match start {
            (true, _) => Some(AuthorAction::Rehearse),
            (_, true) => Some(AuthorAction::Opening(Opening::of(model.scenario, model.opening.scene), None)),
            _ => feelings.or(flags).or(needs).or(time),
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

/// The time of day, in a scenario whose clock begins at `begins`. While what is typed is none, the last one stays.
fn time(ui: &mut Ui, model: &Author<'_>, begins: ClockTime) -> Option<AuthorAction> {
    let now = begins.after(model.opening.elapsed);
    let shown = model.view.time.clone().unwrap_or_else(|| now.to_string());
    let width = Look::of(ui.ctx()).scaled(measure::TIME).min(ui.available_width());
    let typed = ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        TextBox::line("Time of day").show(ui, &shown)
    });
    let typed = typed.inner;
    let note = if ClockTime::parse(shown.trim()).is_some() {
        text::small(ui, &format!("It begins at {begins}; minutes since then: {}.", model.opening.elapsed))
    } else {
        let wrong = format!("{} Until then it is {now}.", no_time(shown.trim()));
        let said = text::strong(ui, &wrong);
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        ui.ctx().accesskit_node_builder(typed.response.id, |node| {
            node.set_invalid(Invalid::True);
            node.set_description(wrong);
        });
        said
    };
    if typed.response.gained_focus() || typed.response.changed() {
        note.scroll_to_me(None);
    }
    let typed = typed.text?;
    let time = ClockTime::parse(typed.trim());
    let opening = model.opening.clone();
    let opening = match time {
        Some(time) => opening.at(model.scenario, time),
        None => opening,
    };
    Some(AuthorAction::Opening(opening, Some(typed)))
}

/// What is wrong with words that are no time of day, and what to write.
fn no_time(typed: &str) -> String {
    let meant = ClockTime::guess(typed).map(|meant| format!("write {meant}"));
    let way_out = sentence(&meant.unwrap_or_else(|| ClockTime::BOUNDS.replace('`', "")));
    if typed.is_empty() { way_out } else { format!("{} is no time of day. {way_out}", quoted(typed)) }
}

/// Shows a toggle for each, and returns the one that was pressed.
fn switches<T: Copy>(
    ui: &mut Ui,
    title: &str,
    all: impl Iterator<Item = (T, String)>,
    is_on: impl Fn(T) -> bool,
) -> Option<T> {
    let mut all = all.peekable();
    all.peek()?;
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
    AuthorAction::Opening(opening, model.view.time.clone())
}
