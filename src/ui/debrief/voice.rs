//! The patient's voice: their closing thought, and the survey with its reasons.

use egui::Ui;

use crate::debrief::{MeantFor, SurveyAnswer, SurveyReason};
use crate::ui::tokens::space;
use crate::ui::widgets::{card, disclosure, text};
use crate::ui::words::quoted;

use super::{DebriefAction, DebriefPage};

/// Shows it.
pub(super) fn voice(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    text::heading(ui, 2, &format!("How it was for {}", model.patient()));
    if let Some(ending) = &model.debrief.ending {
        card::card(ui, |ui| {
            text::small(ui, &format!("{} thinks, afterwards", model.patient()));
            text::lead(ui, &quoted(&ending.thought));
        });
    }
    let (asked, not_asked): (Vec<_>, Vec<_>) = model.debrief.survey.iter().partition(|item| item.answer.is_some());
    if asked.is_empty() {
        return None;
    }
    ui.add_space(space::S);
    text::body(ui, &format!("What {} might answer in a survey. Open an answer to see its reasons.", model.patient()));
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for item in &asked {
            answer(ui, item);
        }
    });
    if !not_asked.is_empty() {
        let items: Vec<&str> = not_asked.iter().map(|item| item.text.as_str()).collect();
        text::small(ui, &format!("Not asked, because nothing on your road bore on it: {}.", items.join("; ")));
    }
    None
}

fn answer(ui: &mut Ui, item: &SurveyAnswer) {
    let of = item.step.map(|(step, steps)| format!(" ({} of {steps})", step + 1)).unwrap_or_default();
    let said = format!("{}{of}", item.answer.unwrap_or_default());
    disclosure::answer(ui, &item.id, [&format!("{} ", question(&item.text)), &said], |ui| {
        for reason in &item.reasons {
            text::body(ui, &why(reason));
        }
        if item.reasons.is_empty() {
            text::body(ui, "No single turn stands behind this.");
        }
    });
}

/// The item, with a colon where it does not end in a mark of its own.
fn question(text: &str) -> String {
    let text = text.trim_end_matches('.');
    if text.ends_with(['?', '!']) { text.to_owned() } else { format!("{text}:") }
}

fn why(reason: &SurveyReason) -> String {
    let behaviours = reason.behaviours.join(", ");
    let turn = reason.turn + 1;
    match reason.meant {
        MeantFor::For => format!("\u{2022} Turn {turn} spoke for it: {behaviours}."),
        MeantFor::Missed => format!("\u{2022} At turn {turn} it was on offer, and not taken: {behaviours}."),
        MeantFor::Against => format!("\u{2022} Turn {turn} spoke against it: {behaviours}."),
    }
}
