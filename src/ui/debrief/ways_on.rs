//! What comes after the debrief.

use egui::Ui;

use crate::debrief::page::Appendix;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::page;

use super::DebriefAction;

pub(super) fn ways_on(ui: &mut Ui) -> Option<DebriefAction> {
    page::row(ui, |ui| {
        if Button::primary("Play again").pressed(ui) {
            return Some(DebriefAction::PlayAgain);
        }
        if Button::plain("Save this page").pressed(ui) {
            return Some(DebriefAction::SavePage(Appendix::Folded));
        }
        if Button::plain("Save all of it").named("Save all of it, every turn in full").pressed(ui) {
            return Some(DebriefAction::SavePage(Appendix::Printed));
        }
        Button::plain("To the library").pressed(ui).then_some(DebriefAction::Library)
    })
}
