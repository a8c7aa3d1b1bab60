//! What happened: the arc, the turn that is looked at, and every turn to open.

use egui::Ui;

use crate::ui::conversation;
use crate::ui::tokens::space;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::{card, text};

use super::turn::{account, title};
use super::{DebriefAction, DebriefPage, View, arc};

/// Shows what happened.
pub(super) fn happened(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    text::heading(ui, 2, "What happened");
    if model.debrief.turns.is_empty() {
        text::body(ui, "No turn was played, so there is nothing to look back on. That is all right.");
        return None;
    }
    text::body(ui, &format!("How {} felt, turn by turn. Choose a turn to look at it.", model.patient()));
    let mut action = None;
    card::card(ui, |ui| {
        if let Some(turn) = arc::arc(ui, model) {
            let turn = (model.view.turn != Some(turn)).then_some(turn);
            action = Some(DebriefAction::View(View { turn, ..model.view.clone() }));
        }
    });
    if let Some(turn) = model.view.turn.filter(|&turn| turn < model.debrief.turns.len()) {
        card::card(ui, |ui| {
            text::heading(ui, 3, &title(model, turn));
            action = ui.push_id("looked at", |ui| account(ui, model, turn)).inner.or(action.take());
        });
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
