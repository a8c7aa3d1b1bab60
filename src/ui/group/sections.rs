//! The parts of a handout on the screen: large on the projector, as running text for the facilitator.

use egui::{Ui, vec2};

use crate::group::{Item, Section};
use crate::ui::TypeSize;
use crate::ui::tokens::space;
use crate::ui::widgets::text::{self, Ink, palette};

/// A part as the projector shows it.
pub(super) fn projected(ui: &mut Ui, section: &Section) {
    text::heading(ui, 1, &section.heading);
    ui.add_space(space::M);
    let ink = Ink::new(TypeSize::Lead, palette(ui).text);
    for item in &section.items {
        show(ui, item, ink);
    }
}

/// A part as the facilitator reads it.
pub(super) fn read(ui: &mut Ui, section: &Section) {
    text::heading(ui, 2, &section.heading);
    items(ui, &section.items);
}

pub(super) fn items(ui: &mut Ui, items: &[Item]) {
    let ink = Ink::new(TypeSize::Body, palette(ui).text);
    for item in items {
        show(ui, item, ink);
    }
}

fn show(ui: &mut Ui, item: &Item, ink: Ink) {
    match item {
        Item::Text(text) => drop(ink.show(ui, text)),
        Item::Labelled(label, words) => {
            let galley = text::labelled_in(ui, ink, label, words, ui.available_width());
            ui.add(egui::Label::new(galley));
        }
        Item::List(all) => {
            for one in all {
                ink.show(ui, &format!("\u{2022} {one}"));
            }
        }
        Item::Table { columns, rows, .. } => table(ui, columns, rows, ink),
        Item::Lines(label, _) => drop(ink.show(ui, label)),
    }
}

fn table(ui: &mut Ui, columns: &[(&str, u8)], rows: &[Vec<String>], ink: Ink) {
    let shares: f32 = columns.iter().map(|&(_, share)| f32::from(share)).sum();
    let room = ui.available_width() - space::L * f32::from(u8::try_from(columns.len()).unwrap_or(u8::MAX));
    let widths: Vec<f32> = columns.iter().map(|&(_, share)| room * f32::from(share) / shares.max(1.0)).collect();
    let heads = columns.iter().map(|&(head, _)| head);
    row(ui, &widths, heads, ink.strong());
    for cells in rows {
        row(ui, &widths, cells.iter().map(String::as_str), ink);
    }
}

fn row<'a>(ui: &mut Ui, widths: &[f32], cells: impl Iterator<Item = &'a str>, ink: Ink) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for (&width, cell) in widths.iter().zip(cells) {
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ink.show(ui, cell);
                });
            });
        }
    });
}
