//! What comes after the debrief.

use egui::Ui;

use crate::debrief::page::Appendix;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::page;

use super::{BACK_TO_PAST, DebriefAction, DebriefPage};

pub(super) fn ways_on(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    let (can_play, leave) = match &model.again {
        Some(again) => (again.can_play, BACK_TO_PAST),
        None => (true, "To the library"),
    };
    page::row(ui, |ui| {
        if can_play && Button::primary("Play again").pressed(ui) {
            return Some(DebriefAction::PlayAgain);
        }
        if Button::plain("Save this page").pressed(ui) {
            return Some(DebriefAction::SavePage(Appendix::Folded));
        }
        if Button::plain("Save all of it").named("Save all of it, every turn in full").pressed(ui) {
            return Some(DebriefAction::SavePage(Appendix::Printed));
        }
        Button::plain(leave).pressed(ui).then_some(DebriefAction::Leave)
    })
}
