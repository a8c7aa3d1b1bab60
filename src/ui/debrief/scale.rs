//! A scale from 0 to 100, the least and the most that the road taken had to give, with the score and the self-rating.

use egui::{Align2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::debrief::page::Scale;
use crate::rubric::Dimension;
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::shapes;
use crate::ui::widgets::text::palette;
use crate::ui::{Palette, TypeSize};

/// Draws the scale, as wide as there is room.
pub(super) fn scale(ui: &mut Ui, dimension: Dimension, scale: &Scale) {
    let score = scale.score.score;
    let [least, most] = scale.ends;
    let colours = palette(ui);
    let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
    let sign = Look::of(ui.ctx()).scaled(space::M);
    let height = 2.0 * sign + space::XL + label.size * 1.3;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &scale.description));
    let line = Rect::from_min_max(pos2(rect.left() + sign, 0.0), pos2(rect.right() - sign, 0.0));
    let y = rect.top() + 2.0 * sign + space::M;
    let x = |value: u8| line.left() + line.width() * f32::from(value) / 100.0;
    let painter = ui.painter();
    for tick in [0, 50, 100] {
        painter.vline(x(tick), y..=y + space::S, border(colours.border));
        let (align, said) = match tick {
            0 => (Align2::LEFT_TOP, least),
            50 => (Align2::CENTER_TOP, "50"),
            _ => (Align2::RIGHT_TOP, most),
        };
        let at = match tick {
            0 => rect.left(),
            50 => x(tick),
            _ => rect.right(),
        };
        painter.text(pos2(at, y + space::S), align, said, label.clone(), colours.quiet);
    }
    // The part of the scale up to the score.
    let half = measure::BAR / 2.0;
    let whole = Rect::from_x_y_ranges(line.x_range(), y - half..=y + half);
    painter.rect(whole, radius(half), colours.background, border(colours.border), StrokeKind::Inside);
    let gained = Rect::from_x_y_ranges(line.left()..=x(score).max(line.left() + measure::BAR), whole.y_range());
    painter.rect_filled(gained, radius(half), Palette::dimension(dimension));
    if let Some(rating) = scale.own {
        painter.add(diamond(pos2(x(rating), y), sign * 0.7, colours.text, colours.surface));
    }
    let at = pos2(x(score), y - sign - space::XS);
    painter.vline(at.x, at.y..=y + space::S, Stroke::new(measure::RING, colours.text));
    shapes::draw(painter, dimension, pos2(at.x, at.y - space::XS), sign);
}

fn diamond(centre: egui::Pos2, side: f32, edge: egui::Color32, fill: egui::Color32) -> Shape {
    let points = [vec2(0.0, -side), vec2(side, 0.0), vec2(0.0, side), vec2(-side, 0.0)];
    let points = points.map(|offset| centre + offset).to_vec();
    Shape::convex_polygon(points, fill, Stroke::new(measure::RING_GAP, edge))
}
