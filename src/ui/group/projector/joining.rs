//! The lobby: how to join.

use egui::{Align, Layout, Ui};

use crate::ui::TypeSize;
use crate::ui::group::squares::squares;
use crate::ui::group::{HowToJoin, Projector};
use crate::ui::tokens::space;
use crate::ui::widgets::text::{self, Ink, palette};

use super::parts::{halves, within};

/// The share of the page's width for what is to be read.
const WORDS: f32 = 0.56;

pub(super) fn lobby(ui: &mut Ui, model: &Projector<'_>) {
    let Some(join) = &model.join else { return by_hands(ui, model) };
    let [left, right] = halves(ui, WORDS);
    within(ui, left, |ui| how(ui, model, join));
    within(ui, right, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            let side = right.width().min(right.height());
            squares(ui, join.squares, side, "The code to scan: it opens the page to join");
        });
    });
}

fn how(ui: &mut Ui, model: &Projector<'_>, join: &HowToJoin<'_>) {
    text::heading(ui, 1, &model.room.title);
    text::lead(ui, &model.scenario.setting);
    ui.add_space(space::XL);
    text::heading(ui, 2, "Join with your phone");
    text::lead(ui, "Scan the code, or open this page:");
    let large = Ink::new(TypeSize::Display, palette(ui).text).strong();
    large.show(ui, join.link);
    text::lead(ui, "The code of this room:");
    large.show(ui, join.code);
    ui.add_space(space::L);
    text::lead(ui, "No name, no account, nothing to install. Without a phone, raise your hand.");
}

fn by_hands(ui: &mut Ui, model: &Projector<'_>) {
    text::heading(ui, 1, &model.room.title);
    text::lead(ui, &model.scenario.setting);
    ui.add_space(space::XL);
    text::heading(ui, 2, "You decide together, by a show of hands");
    text::lead(ui, "Nobody has to speak, and anybody may step out.");
}
