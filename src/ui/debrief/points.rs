//! Turning points, empathic opportunities and objectives.

use egui::Ui;

use crate::debrief::OpportunityResult;
use crate::ui::tokens::space;
use crate::ui::widgets::{card, text};

use super::turn::{title, turning_point};
use super::{DebriefAction, DebriefPage};

/// Shows the turning points.
pub(super) fn turning_points(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    ui.add_space(space::L);
    text::heading(ui, 3, "Where it turned");
    let found = &model.debrief.turning_points;
    if found.is_empty() {
        text::body(ui, "No single turn moved things much. It was a steady conversation.");
        return None;
    }
    let mut action = None;
    for point in found {
        card::card(ui, |ui| {
            text::strong(ui, &title(model, point.turn));
            action = ui.push_id(("point", point.turn), |ui| turning_point(ui, model, point)).inner.or(action.take());
        });
    }
    action
}

/// Shows each empathic opportunity and how it was answered.
pub(super) fn opportunities(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::L);
    text::heading(ui, 3, "Feelings that were there to be met");
    let found = &model.debrief.opportunities;
    if found.is_empty() {
        text::body(ui, "None came up on the road you took.");
        return;
    }
    let met = found.iter().filter(|one| one.met).count();
    text::body(ui, &format!("You met {met} of {}.", found.len()));
    for one in found {
        opportunity(ui, one);
    }
}

fn opportunity(ui: &mut Ui, one: &OpportunityResult) {
    let met = if one.met { "\u{2713} Met" } else { "\u{25cb} Missed" };
    let said = format!("{} Your answer {} (level {} of 5).", one.cue, one.label, one.level.get());
    text::labelled(ui, &format!("{met}, turn {}:", one.turn + 1), &said);
}

/// Shows the objectives.
pub(super) fn objectives(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::L);
    text::heading(ui, 3, "What you set out to try");
    for objective in &model.debrief.objectives {
        let met = if objective.met { "\u{2713} Met:" } else { "\u{25cb} Not met:" };
        text::labelled(ui, met, &objective.text);
    }
}
