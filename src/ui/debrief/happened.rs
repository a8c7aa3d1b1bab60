//! What happened: the arc, the turn that is looked at, and every turn to open.

use egui::{Align, Ui};

use crate::ui::conversation;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::{card, focus, page, text};

use super::turn::{account, title};
use super::{DebriefAction, DebriefPage, View, arc};

/// Shows what happened.
pub(super) fn happened(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    text::heading(ui, 2, "What happened");
    if model.debrief.turns.is_empty() {
        text::body(ui, "No turn was played, so there is nothing to look back on. That is all right.");
        return None;
    }
    let rings = if model.debrief.turning_points.is_empty() { "" } else { " A ring marks a turn where much changed." };
    let felt = format!("How {} felt, turn by turn. Choose a turn to look at it.{rings}", model.patient());
    text::body(ui, &felt);
    let mut action = None;
    card::card(ui, |ui| {
        if let Some(turn) = arc::arc(ui, model) {
            let turn = (model.view.turn != Some(turn)).then_some(turn);
            action = Some(DebriefAction::View(View { turn, ..model.view.clone() }));
        }
    });
    let picked = model.view.turn.filter(|&turn| turn < model.debrief.turns.len());
    let led_here = focus::changed(ui, "turn looked at", &picked);
    if let Some(turn) = picked {
        action = card::card(ui, |ui| looked_at(ui, model, turn, led_here)).or(action);
    }
    ui.add_space(space::M);
    disclosure(ui, "every turn", "The whole conversation, with every point explained", |ui| {
        for turn in 0..model.debrief.turns.len() {
            ui.push_id(turn, |ui| action = whole_turn(ui, model, turn).or(action.take()));
        }
        if let Some(last) = model.met.get(model.debrief.turns.len()) {
            conversation::on_stage(ui, model.scenario, last);
        }
    });
    action
}

/// The turn that was chosen in the arc: the focus goes to it, and from it to the turns beside it.
fn looked_at(ui: &mut Ui, model: &DebriefPage<'_>, turn: usize, led_here: bool) -> Option<DebriefAction> {
    let heading = text::destination(ui, 3, &title(model, turn), led_here);
    if led_here {
        heading.scroll_to_me(Some(Align::Center));
    }
    let action = ui.push_id("looked at", |ui| account(ui, model, turn)).inner;
    ui.add_space(space::S);
    let look_at = |turn| DebriefAction::View(View { turn, ..model.view.clone() });
    let beside = page::row(ui, |ui| {
        let mut to = None;
        if turn > 0 && Button::quiet("Turn before").pressed(ui) {
            to = Some(look_at(Some(turn - 1)));
        }
        if turn + 1 < model.debrief.turns.len() && Button::quiet("Next turn").pressed(ui) {
            to = Some(look_at(Some(turn + 1)));
        }
        if Button::quiet("Put away").named("Put this turn away").pressed(ui) {
            to = Some(look_at(None));
        }
        to
    });
    action.or(beside)
}

fn whole_turn(ui: &mut Ui, model: &DebriefPage<'_>, turn: usize) -> Option<DebriefAction> {
    if let Some(met) = model.met.get(turn) {
        conversation::on_stage(ui, model.scenario, met);
    }
    let mut action = None;
    ui.add_space(space::XS);
    disclosure(ui, turn, &title(model, turn), |ui| action = account(ui, model, turn));
    ui.add_space(space::M);
    action
}
