//! The debrief: a summary to take home, the composed page folded below it, and what comes next, always in reach.

mod again;
mod arc;
mod block;
mod course;
mod model;
mod notes;
mod other_choices;
mod part;
mod road;
mod scale;
mod scores;
mod summary;
mod survey;
mod turn;
mod ways_on;

use egui::Ui;

use crate::debrief::page::{Material, OtherRoads, Page};

use super::tokens::{measure, space};
use super::widgets::{focus, page};

pub use again::OpenedAgain;
pub(crate) use again::{BACK_TO_PAST, again, mode_in_words};
pub use model::{DebriefAction, DebriefPage, View};

/// Shows the debrief and returns the requested action.
pub fn show(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    let opened = focus::opened(ui, "debrief");
    let composed = compose(model);
    let contents = |ui: &mut Ui| {
        let mut action = None;
        if let Some(again) = &model.again {
            action = self::again(ui, again, opened).map(DebriefAction::Pass);
            ui.add_space(space::M);
        }
        action = summary::summary(ui, model, &composed, opened && model.again.is_none()).or(action);
        ui.add_space(space::L);
        action = block::blocks(ui, model, &composed.opening).or(action);
        for part in composed.parts.iter().chain([&composed.background]) {
            action = part::part(ui, model, part).or(action);
        }
        action
    };
    let (within, below) = page::above_bar(ui, "debrief", measure::DEBRIEF, contents, |ui| ways_on::ways_on(ui, model));
    within.or(below).or_else(|| focus::escape(ui).then_some(DebriefAction::Leave))
}

/// Composes the page.
fn compose(model: &DebriefPage<'_>) -> Page {
    Page::compose(&Material {
        reflection: model.reflection,
        own_words: Some(model.own_words),
        again_from: model.again_from,
        notes: Some(model.notes),
        other_roads: model.what_if.map_or(OtherRoads::UnderWay, OtherRoads::Found),
        road: model.road.map(|(chart, road)| road::on_graph(chart, road)),
        ..Material::of(model.scenario, model.debrief)
    })
}
