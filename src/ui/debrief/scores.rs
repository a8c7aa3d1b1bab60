//! The three scores, each on its exact scale beside the self-rating.

use egui::Ui;

use crate::debrief::page::{ScoreRow, Scoreboard};
use crate::rubric::Dimension;
use crate::ui::TypeSize;
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::{card, columns, shapes, text};

use super::scale;

pub(super) fn scores(ui: &mut Ui, scoreboard: &Scoreboard) {
    card::card(ui, |ui| {
        for row in &scoreboard.rows {
            if row.dimension != Dimension::Empathy {
                ui.add_space(space::L);
            }
            score(ui, row);
        }
    });
    for below in scoreboard.key.iter().chain(&scoreboard.notes) {
        text::small(ui, below);
    }
    ui.add_space(space::S);
}

/// The scores without what is said below them, side by side if there is room.
pub(super) fn in_short(ui: &mut Ui, rows: &[ScoreRow]) {
    let least = Look::of(ui.ctx()).scaled(measure::CARD);
    columns::each(ui, rows, least, |ui, row| {
        title(ui, row);
        if let Some(scale) = &row.scale {
            scale::in_short(ui, row.dimension, scale);
        }
    });
}

fn title(ui: &mut Ui, row: &ScoreRow) {
    let side = Look::of(ui.ctx()).size(TypeSize::Title);
    ui.horizontal_wrapped(|ui| {
        shapes::sign(ui, row.dimension, side);
        text::headed(ui, row.dimension.label(), &row.value);
    });
}

fn score(ui: &mut Ui, row: &ScoreRow) {
    title(ui, row);
    if let Some(scale) = &row.scale {
        scale::scale(ui, row.dimension, scale);
    }
    for remark in &row.remarks {
        text::small(ui, remark);
    }
}
