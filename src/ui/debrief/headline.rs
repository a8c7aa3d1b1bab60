//! The debrief's first sentences: how it ended, how the patient was, and what the trainee felt.

use egui::Ui;

use crate::debrief::headline as headline_of;
use crate::debrief::terms::how_they_were;
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::text::Ink;
use crate::ui::widgets::{card, text};

use super::DebriefPage;

/// Shows the headline and what belongs to it.
pub(super) fn headline(ui: &mut Ui, model: &DebriefPage<'_>, opened: bool) {
    let debrief = model.debrief;
    text::landmark(ui, 2, &format!("Debrief: {}", model.scenario.title), opened);
    let said = headline_of(debrief);
    let title = Ink::new(TypeSize::Title, text::palette(ui).text).strong().show(ui, &said);
    text::mark_heading(ui, &title, 1, &said);
    text::lead(ui, &how_they_were(debrief, model.patient()));
    if let Some(from) = model.again_from {
        let again = format!("This is another try, from turn {}. Your first time through stays the result.", from + 1);
        card::notice(ui, |ui| card::notice_text(ui, &again));
    }
    if let Some(feeling) = model.reflection.map(|said| said.feeling.as_str()).filter(|word| !word.is_empty()) {
        text::quiet(ui, &format!("You said it felt \u{201c}{feeling}\u{201d}. Keep that in mind as you read."));
    }
    ui.add_space(space::L);
}
