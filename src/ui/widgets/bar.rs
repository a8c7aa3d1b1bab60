//! A progress bar.

use std::ops::RangeInclusive;

use egui::{Color32, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, vec2};

use crate::ui::look::{border, radius};
use crate::ui::tokens::measure;

use super::text::palette;

/// Shows a bar of the available width, filled up to `part` of 1. `name` is its label for screen readers.
pub(crate) fn bar(ui: &mut Ui, name: &str, part: f32, colour: Color32) -> Response {
    let response = range(ui, name, 0.0..=part, colour);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(part * 100.0).round());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
    response
}

/// The share of a count in a total, from 0 to 1; 0 where the total is 0.
#[allow(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
pub(crate) fn share(count: u32, total: u32) -> f32 {
    if total == 0 { 0.0 } else { (f64::from(count) / f64::from(total)) as f32 }
}

/// Shows a bar that is filled from one part of 1 to another. `name` is its label for screen readers.
pub(crate) fn range(ui: &mut Ui, name: &str, filled: RangeInclusive<f32>, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::BAR), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, name));
    let round = radius(measure::BAR / 2.0);
    let along = |part: f32| rect.left() + rect.width() * part.clamp(0.0, 1.0);
    let (start, end) = (along(*filled.start()), along(*filled.end()));
    // A range that is one value is a dot.
    let width = if start > rect.left() { (end - start).max(measure::BAR) } else { end - start };
    let start = start.min(rect.right() - width);
    let filled = Rect::from_x_y_ranges(start..=start + width, rect.y_range());
    ui.painter().rect_filled(filled, round, colour);
    ui.painter().rect_stroke(rect, round, border(palette(ui).border), StrokeKind::Inside);
    response
}
