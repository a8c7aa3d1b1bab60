//! What somebody wants to do that comes up on a day to come.

use egui::Ui;

use crate::records::progress::Coming;
use crate::sentence::unended;
use crate::ui::tokens::space;
use crate::ui::widgets::text;

use super::in_words;
use super::part::{list, part};

pub(super) fn coming(ui: &mut Ui, coming: &[Coming]) {
    if coming.is_empty() {
        return;
    }
    part(ui, "What comes later", |ui| {
        text::quiet(
            ui,
            "What you want to do next time waits here for its day. Once you have practised it, it comes back, each time after \
             a longer while, so that it lasts.",
        );
        ui.add_space(space::S);
        list(ui, coming, |ui, Coming { title, next_time, on, .. }| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text::strong(ui, &format!("Next on {}", on.strftime(in_words::DAY)));
            text::body(ui, &format!("Next time I will {}.", unended(next_time)));
            text::quiet(ui, title);
            ui.add_space(space::M);
        });
    });
}
