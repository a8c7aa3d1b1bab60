//! A bar that is filled so far.

use egui::{Color32, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, vec2};

use crate::ui::look::{border, radius};
use crate::ui::tokens::measure;

use super::text::palette;

/// Shows a bar as wide as there is room, filled by `part` of 1. `name` says it in words.
pub(crate) fn bar(ui: &mut Ui, name: &str, part: f32, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::BAR), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(part * 100.0).round());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
    let round = radius(measure::BAR / 2.0);
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * part.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(filled, round, colour);
    ui.painter().rect_stroke(rect, round, border(palette(ui).border), StrokeKind::Inside);
    response
}
