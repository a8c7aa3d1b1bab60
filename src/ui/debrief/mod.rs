//! The debrief: the composed page, with what can be opened and written on it, and what comes next.

mod arc;
mod block;
mod course;
mod model;
mod notes;
mod other_choices;
mod road;
mod scale;
mod scores;
mod summary;
mod survey;
mod turn;

use egui::Ui;

use crate::debrief::page::{Block, Material, OtherRoads, Page, Part};

use super::TypeSize;
use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::text::Ink;
use super::widgets::{disclosure, focus, page, text};

pub use model::{DebriefAction, DebriefPage, View};

/// Shows the debrief and returns the requested action.
pub fn show(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    let opened = focus::opened(ui, "debrief");
    let composed = compose(model);
    page::column(ui, "debrief", |ui| {
        text::landmark(ui, 2, &composed.title, opened);
        let title = Ink::new(TypeSize::Title, text::palette(ui).text).strong().show(ui, &composed.headline);
        text::mark_heading(ui, &title, 1, &composed.headline);
        let mut action = summary::summary(ui, model, &composed.summary);
        action = block::blocks(ui, model, &composed.opening).or(action);
        ui.add_space(space::L);
        for (index, part) in composed.parts.iter().enumerate() {
            if index > 0 {
                ui.add_space(space::XXL);
            }
            action = self::part(ui, model, part).or(action);
        }
        ui.add_space(space::XL);
        disclosure::disclosure(ui, "background", &composed.background.heading, |ui| {
            block::blocks(ui, model, &composed.background.blocks);
        });
        action.or(ways_on(ui))
    })
}

fn part(ui: &mut Ui, model: &DebriefPage<'_>, part: &Part) -> Option<DebriefAction> {
    // This part shows its heading itself, because other parts move the focus to it.
    if let [Block::OtherChoices(turns)] = &part.blocks[..] {
        return other_choices::other_choices(ui, model, &part.heading, turns);
    }
    text::heading(ui, 2, &part.heading);
    block::blocks(ui, model, &part.blocks)
}

/// Shows the buttons for what comes next.
fn ways_on(ui: &mut Ui) -> Option<DebriefAction> {
    ui.add_space(space::L);
    page::row(ui, |ui| {
        if Button::primary("Play again").pressed(ui) {
            return Some(DebriefAction::PlayAgain);
        }
        if Button::plain("Save this page").pressed(ui) {
            return Some(DebriefAction::SavePage);
        }
        Button::plain("To the library").pressed(ui).then_some(DebriefAction::Library)
    })
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
