//! A turn's account, with buttons for what if and for playing again.

use egui::Ui;

use crate::debrief::page::TurnBlock;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, page, text};

use super::{DebriefAction, DebriefPage, View, block};

/// Shows a turning point.
pub(super) fn turning_point(ui: &mut Ui, model: &DebriefPage<'_>, point: &TurnBlock) -> Option<DebriefAction> {
    card::card(ui, |ui| {
        let title = text::strong(ui, &point.title);
        text::mark_heading(ui, &title, 3, &point.title);
        ui.push_id(("point", point.turn), |ui| account(ui, model, point)).inner
    })
}

/// Shows a turn below its title.
pub(super) fn account(ui: &mut Ui, model: &DebriefPage<'_>, turn: &TurnBlock) -> Option<DebriefAction> {
    let action = block::blocks(ui, model, &turn.blocks);
    ui.add_space(space::S);
    action.or(ways_on(ui, model, turn.turn))
}

fn ways_on(ui: &mut Ui, model: &DebriefPage<'_>, turn: usize) -> Option<DebriefAction> {
    page::row(ui, |ui| {
        let other = format!("What if I had chosen otherwise at turn {}?", turn + 1);
        if Button::plain("What if \u{2026}?").named(&other).pressed(ui) {
            return Some(DebriefAction::View(View { what_if: Some((turn, None)), ..model.view.clone() }));
        }
        let again = format!("Play again from turn {}", turn + 1);
        let again = model.plays_from_turns() && Button::plain("Play again from here").named(&again).pressed(ui);
        again.then_some(DebriefAction::PlayFrom(turn))
    })
}
