//! Columns side by side where there is room for them, and otherwise one below the other.

use egui::{Ui, vec2};

use crate::ui::tokens::{measure, space};

use super::text::palette;

/// Shows two columns, the first `width` wide, if the second then has at least `least`.
pub(crate) fn first_fixed<R>(
    ui: &mut Ui,
    width: f32,
    least: f32,
    first: impl FnOnce(&mut Ui),
    second: impl FnOnce(&mut Ui) -> R,
) -> R {
    let rest = ui.available_width() - width - space::XL;
    if rest < least {
        first(ui);
        return second(ui);
    }
    let contents = |ui: &mut Ui| {
        column(ui, width, first);
        ui.add_space(space::XL);
        column(ui, rest, second)
    };
    ui.horizontal_top(|ui| side_by_side(ui, contents)).inner
}

/// Shows two columns of the same width with a line between them, if each has at least `least`.
pub(crate) fn halves<R>(ui: &mut Ui, least: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ((ui.available_width() - 2.0 * space::L) / 2.0).floor();
    if width < least {
        first(ui);
        ui.add_space(space::L);
        return second(ui);
    }
    let shown = ui.horizontal_top(|ui| {
        side_by_side(ui, |ui| {
            column(ui, width, first);
            ui.add_space(2.0 * space::L);
            column(ui, width, second)
        })
    });
    let rect = shown.response.rect;
    let line = egui::Stroke::new(measure::BORDER, palette(ui).hairline);
    ui.painter().vline(rect.left() + width + space::L, rect.y_range(), line);
    shown.inner
}

/// Shows a column for each item, all of the same width, if each has at least `least`; otherwise rows.
pub(crate) fn each<T>(ui: &mut Ui, items: &[T], least: f32, mut show: impl FnMut(&mut Ui, &T)) {
    #[allow(clippy::cast_precision_loss, reason = "a handful of columns")]
    let count = items.len().max(1) as f32;
    let width = ((ui.available_width() - (count - 1.0) * space::XL) / count).floor();
    if width < least {
        for item in items {
            show(ui, item);
        }
        return;
    }
    ui.horizontal_top(|ui| {
        side_by_side(ui, |ui| {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    ui.add_space(space::XL);
                }
                column(ui, width, |ui| show(ui, item));
            }
        });
    });
}

fn side_by_side<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.spacing_mut().item_spacing.x = 0.0;
    contents(ui)
}

fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.set_width(width);
            contents(ui)
        })
        .inner
    })
    .inner
}
