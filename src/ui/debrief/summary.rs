//! The summary: what one takes home, on the first screen.

use egui::Ui;

use crate::attempt::Mode;
use crate::debrief::page::{Lesson, Summary};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, text};

use super::{DebriefAction, DebriefPage, block, notes, scores};

pub(super) fn summary(ui: &mut Ui, model: &DebriefPage<'_>, summary: &Summary) -> Option<DebriefAction> {
    text::lead(ui, &summary.ended);
    if let Some(moments) = &summary.moments {
        text::body(ui, moments);
    }
    scores::in_short(ui, &summary.scores);
    ui.add_space(space::M);
    card::card(ui, |ui| lesson(ui, &summary.keep));
    let again = card::card(ui, |ui| {
        lesson(ui, &summary.change);
        let turn = summary.change.turn.filter(|_| model.mode == Mode::Practise)?;
        Button::plain("Play again from there").pressed(ui).then_some(DebriefAction::PlayFrom(turn))
    });
    let written = notes::notes(ui, model.notes, std::slice::from_ref(&summary.next));
    again.or(written)
}

fn lesson(ui: &mut Ui, lesson: &Lesson) {
    text::heading(ui, 2, lesson.heading);
    lesson.words.iter().for_each(|statement| block::statement(ui, statement));
}
