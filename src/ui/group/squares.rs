//! A code to scan, drawn dark on white in every theme: many cameras read no other.

use egui::accesskit::Role;
use egui::{Color32, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use super::Squares;

/// The white margin that a scanner needs, in squares (ISO/IEC 18004).
const QUIET: usize = 4;

/// Shows a code as large as fits into a square of this side, and says `name` to screen readers.
pub(super) fn squares(ui: &mut Ui, squares: &Squares, side: f32, name: &str) {
    #[allow(clippy::cast_precision_loss, reason = "a code has at most 177 squares a side")]
    let across = (squares.side + 2 * QUIET) as f32;
    // Whole pixels, so that no edge is blurred.
    let pixel = ui.ctx().pixels_per_point();
    let one = ((side * pixel / across).floor() / pixel).max(1.0 / pixel);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(one * across), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Image));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let corner = (rect.min.to_vec2() * pixel).round() / pixel;
    ui.painter().rect_filled(Rect::from_min_size(corner.to_pos2(), rect.size()), 0.0, Color32::WHITE);
    for (place, _) in squares.dark.iter().enumerate().filter(|&(_, &dark)| dark) {
        #[allow(clippy::cast_precision_loss, reason = "a code has at most 177 squares a side")]
        let at = vec2((place % squares.side + QUIET) as f32, (place / squares.side + QUIET) as f32) * one;
        ui.painter().rect_filled(Rect::from_min_size((corner + at).to_pos2(), Vec2::splat(one)), 0.0, Color32::BLACK);
    }
}
