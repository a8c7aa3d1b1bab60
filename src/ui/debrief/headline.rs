//! The debrief's first sentences: how it ended, how the patient was, and what the trainee felt.

use egui::Ui;

use crate::debrief::headline as headline_of;
use crate::scenario::Stage;
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::text::Ink;
use crate::ui::widgets::{card, text};
use crate::ui::words;

use super::DebriefPage;

/// Shows the headline and what belongs to it.
pub(super) fn headline(ui: &mut Ui, model: &DebriefPage<'_>, opened: bool) {
    let debrief = model.debrief;
    text::landmark(ui, 2, &format!("Debrief: {}", model.scenario.title), opened);
    let said = headline_of(debrief);
    let title = Ink::new(TypeSize::Title, text::palette(ui).text).strong().show(ui, &said);
    text::mark_heading(ui, &title, 1, &said);
    text::lead(ui, &how_they_were(model));
    if let Some(from) = model.again_from {
        let again = format!("This is another try, from turn {}. Your first time through stays the result.", from + 1);
        card::notice(ui, |ui| card::notice_text(ui, &again));
    }
    if let Some(feeling) = model.reflection.map(|said| said.feeling.as_str()).filter(|word| !word.is_empty()) {
        text::quiet(ui, &format!("You said it felt \u{201c}{feeling}\u{201d}. Keep that in mind as you read."));
    }
    ui.add_space(space::L);
}

fn how_they_were(model: &DebriefPage<'_>) -> String {
    let after = model.debrief.patient;
    let (who, end, peak) = (model.patient(), words::stage(after.stage), words::stage(after.peak_stage));
    let ended = model.debrief.ending.as_ref();
    let ended = ended.map(|ending| format!("It ended {}. ", words::ending(ending.kind))).unwrap_or_default();
    if after.came_down {
        format!("{ended}{who} was {peak} at the hardest moment, and {end} by the end. It came down again.")
    } else if after.peak_stage == Stage::Calm {
        format!("{ended}{who} was calm all the way.")
    } else if after.peak_stage == after.stage {
        format!("{ended}{who} was {end} by the end, and that was the hardest it got.")
    } else {
        format!("{ended}{who} was {peak} at the hardest moment, and {end} by the end.")
    }
}
