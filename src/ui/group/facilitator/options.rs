//! The options: what each shows, the hands for it, and taking it.

use egui::Ui;

use crate::group::{KeyedOption, Phase, Steer, Step, letter};
use crate::ui::group::lettered::line_of;
use crate::ui::group::{FacilitatorAction, FacilitatorPage};
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, page, text};
use crate::ui::words;

pub(super) fn options(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let mut requested = None;
    if model.own.options.is_empty() {
        return None;
    }
    ui.add_space(space::M);
    let reveal = model.room.step == Step::Deciding(Phase::Reveal);
    if reveal && model.own.next.is_none() {
        text::strong(ui, "No option has a majority: take one, or split the room between two and compare.");
    }
    for (place, keyed) in model.own.options.iter().enumerate() {
        let shown = card::card(ui, |ui| one(ui, model, place, keyed));
        requested = shown.or(requested);
    }
    requested
}

fn one(ui: &mut Ui, model: &FacilitatorPage<'_>, place: usize, keyed: &KeyedOption) -> Option<FacilitatorAction> {
    text::body(ui, &line_of(&keyed.option));
    let voting = model.own.voted.is_some();
    // While hands are counted there is no time to read.
    if model.private && !voting {
        if !keyed.shows.is_empty() {
            text::labelled(ui, "Shows", &keyed.shows.join(", "));
        }
        text::small(ui, &keyed.why);
    }
    if let Some(votes) = votes(model, place) {
        text::strong(ui, &votes);
    }
    let reveal = model.room.step == Step::Deciding(Phase::Reveal);
    if voting {
        return hands(ui, model, place);
    }
    reveal.then(|| taking(ui, model, keyed)).flatten()
}

/// The votes for an option, of each vote that is closed.
fn votes(model: &FacilitatorPage<'_>, place: usize) -> Option<String> {
    let revealed = model.room.decision.as_ref().is_some_and(|open| open.spreads.is_some());
    if !(model.private || revealed) {
        return None;
    }
    let counts: Vec<u32> = model.own.spreads.iter().filter_map(|spread| spread.0.get(place).copied()).collect();
    match counts[..] {
        [] => None,
        [first] => Some(format!("Votes: {first}")),
        [first, .., last] => Some(words::votes([first, last])),
    }
}

fn hands(ui: &mut Ui, model: &FacilitatorPage<'_>, place: usize) -> Option<FacilitatorAction> {
    let typed = model.hands.get(place).map_or("", String::as_str);
    let label = format!("Hands for {}", letter(place));
    let width = Look::of(ui.ctx()).scaled(measure::SEARCH).min(ui.available_width());
    let text = ui
        .scope(|ui| {
            ui.set_max_width(width);
            TextBox::line(&label).beside_label().show(ui, typed).text
        })
        .inner;
    text.map(|text| FacilitatorAction::Hands(place, text))
}

fn taking(ui: &mut Ui, model: &FacilitatorPage<'_>, keyed: &KeyedOption) -> Option<FacilitatorAction> {
    let option = &keyed.option;
    page::row(ui, |ui| {
        if Button::plain(&format!("Take {}", option.letter)).pressed(ui) {
            return Some(FacilitatorAction::Steer(Steer::Take { choice: option.choice.as_str().into() }));
        }
        if model.own.split_is_open {
            return None;
        }
        match model.split {
            None => {
                let label = format!("Split {} with another", option.letter);
                Button::plain(&label).pressed(ui).then(|| FacilitatorAction::Split(Some(option.choice.clone())))
            }
            Some(first) if first == option.choice => {
                Button::plain("Do not split").pressed(ui).then_some(FacilitatorAction::Split(None))
            }
            Some(first) => {
                let with = model.own.options.iter().find(|keyed| keyed.option.choice == first)?;
                let label = format!("Play {} and then {}", with.option.letter, option.letter);
                let steer = Steer::Split { first: first.into(), second: option.choice.as_str().into() };
                Button::plain(&label).pressed(ui).then_some(FacilitatorAction::Steer(steer))
            }
        }
    })
}
