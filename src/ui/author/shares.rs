//! How often the ways of a choice and the gates of a scene are taken, in words.

use egui::Ui;

use crate::analysis::{Analysis, WayReport, taken_in_words};
use crate::chart::{gate_in_words, gate_taken_in_words};
use crate::scenario::{ChoiceId, SceneId};
use crate::ui::widgets::text;

use super::model::{Author, Known};

/// The analysis, where it has watched plays to take shares from.
fn watched<'a>(model: &Author<'a>) -> Option<&'a Analysis> {
    match model.known {
        Known::All(analysis) if analysis.watched > 0 => Some(analysis),
        _ => None,
    }
}

/// Shows which plays the shares are of, where there are shares.
pub(super) fn name_plays(ui: &mut Ui, model: &Author<'_>) {
    if let Some(analysis) = watched(model) {
        text::small(ui, &format!("Shares are of {} plays of a developing trainee.", analysis.watched));
    }
}

/// What is known of the ways of a choice, in the order of its branches and their targets; empty where it is not known.
pub(super) fn of_ways<'a>(model: &Author<'a>, choice: ChoiceId) -> &'a [WayReport] {
    watched(model).and_then(|analysis| analysis.choices.get(choice.index())).map_or(&[], |choice| &choice.ways)
}

/// Where a gate leads and when, and how often, where that is known.
pub(super) fn gate(model: &Author<'_>, scene: SceneId, index: usize) -> String {
    let scenario = model.scenario;
    if let Some(gate) = watched(model).and_then(|analysis| analysis.gate(scenario, scene, index)) {
        return gate_taken_in_words(scenario, scene, index, gate);
    }
    let to = &scenario.scene(scenario.gates(scene)[index].to).id;
    format!("{to}, if {}", gate_in_words(scenario, scene, index))
}

/// The share as it is shown behind what is taken; nothing where it is not known.
pub(super) fn shown(way: Option<&WayReport>) -> String {
    way.map(|way| format!(": {}", taken_in_words(way.taken))).unwrap_or_default()
}

/// The share as screen readers are told it; nothing where it is not known.
pub(super) fn told(way: Option<&WayReport>) -> String {
    let told = |way: &WayReport| match way.taken {
        Some(taken) if taken > 0.0 => format!(", taken in {} of plays", taken_in_words(way.taken)),
        _ => ", never taken".to_owned(),
    };
    way.map(told).unwrap_or_default()
}
