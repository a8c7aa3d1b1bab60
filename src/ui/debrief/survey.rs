//! The patient's survey: each answer can be opened to see its reasons.

use egui::Ui;

use crate::debrief::page::{Survey, SurveyRow};
use crate::sentence::{ended, introducing};
use crate::ui::tokens::space;
use crate::ui::widgets::{card, disclosure, text};

pub(super) fn survey(ui: &mut Ui, survey: &Survey) {
    ui.add_space(space::S);
    text::body(ui, &format!("{} Open an answer to see its reasons.", ended(&survey.caption)));
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        survey.rows.iter().for_each(|row| answer(ui, row));
    });
    if let Some(not_asked) = &survey.not_asked {
        text::small(ui, not_asked);
    }
}

fn answer(ui: &mut Ui, row: &SurveyRow) {
    let question = format!("{} ", introducing(&row.question));
    let quoted = row.rests_on.as_ref();
    disclosure::answer(ui, &row.id, [&question, &row.answer], |ui| {
        for reason in &row.reasons {
            text::body(ui, &format!("\u{2022} {reason}"));
        }
    });
    if let Some(quoted) = quoted {
        let label = quoted.label.as_deref().unwrap_or_default();
        disclosure::indented(ui, |ui| text::small(ui, &format!("{label} {}", quoted.text)));
    }
}
