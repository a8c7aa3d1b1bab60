//! What if: another choice at any turn, and where it leads.

use egui::Ui;

use crate::debrief::page::{OtherChoices, RoadOutcome};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, focus, radio, text};

use super::{DebriefAction, DebriefPage, View};

/// What the turn selected last is remembered under.
const SELECTED: &str = "what if";

/// Whether a button elsewhere has just led to this part.
pub(super) fn led_here(ui: &Ui, model: &DebriefPage<'_>) -> bool {
    let picked = picked(model);
    focus::changed(ui, SELECTED, &picked) && picked.is_some()
}

fn picked(model: &DebriefPage<'_>) -> Option<usize> {
    model.view.what_if.as_ref().map(|(turn, _)| *turn)
}

/// Shows the part below its heading.
pub(super) fn other_choices(ui: &mut Ui, model: &DebriefPage<'_>, turns: &[OtherChoices]) -> Option<DebriefAction> {
    let picked = picked(model);
    text::body(ui, "Pick a turn and another choice. Bedside plays it on from there, with the same luck.");
    let options: Vec<(Option<usize>, &str)> = turns.iter().map(|turn| (Some(turn.turn), turn.name.as_str())).collect();
    if let Some(Some(turn)) = radio::radio(ui, "Turn", &options, picked) {
        // A turn selected here must not move the focus to the heading.
        focus::changed(ui, SELECTED, &Some(turn));
        return Some(view(model, turn, None));
    }
    at_turn(ui, model, turns.get(picked?)?)
}

fn view(model: &DebriefPage<'_>, turn: usize, choice: Option<String>) -> DebriefAction {
    DebriefAction::View(View { what_if: Some((turn, choice)), ..model.view.clone() })
}

fn at_turn(ui: &mut Ui, model: &DebriefPage<'_>, others: &OtherChoices) -> Option<DebriefAction> {
    text::quiet(ui, &others.title);
    if let Some(none) = &others.none {
        text::body(ui, none);
    }
    let picked = model.view.what_if.as_ref().and_then(|(_, choice)| choice.as_deref());
    let mut action = None;
    ui.push_id(("other", others.turn), |ui| {
        for other in &others.choices {
            let is_picked = picked == Some(&other.choice);
            if Button::radio(&other.deed, is_picked).wide().pressed(ui) {
                action = Some(view(model, others.turn, (!is_picked).then(|| other.choice.clone())));
            }
        }
    });
    if let Some(other) = others.choices.iter().find(|other| picked == Some(&other.choice)) {
        ui.add_space(space::S);
        other.roads.iter().for_each(|road| outcome(ui, road));
    }
    action
}

fn outcome(ui: &mut Ui, road: &RoadOutcome) {
    card::card(ui, |ui| {
        text::strong(ui, &road.title);
        text::body(ui, &road.ending);
        text::small(ui, &road.felt);
        text::small(ui, &road.scores);
    });
}
