//! A scale from 0 to 100, with the score, the self-rating and where others come to.

use egui::{
    Align2, FontId, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::debrief::page::{MarkMeasures, MarkPlace, Scale};
use crate::rubric::Dimension;
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::shapes;
use crate::ui::widgets::text::palette;
use crate::ui::{Palette, TypeSize};

/// Draws the scale, as wide as there is room.
pub(super) fn scale(ui: &mut Ui, dimension: Dimension, scale: &Scale) {
    draw(ui, dimension, scale, Ticks::Numbered);
}

/// The same in less height: without numbers, and without the sign over the score.
pub(super) fn in_short(ui: &mut Ui, dimension: Dimension, scale: &Scale) {
    draw(ui, dimension, scale, Ticks::None);
}

/// What stands on a scale beside score, self-rating and marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticks {
    /// 0, 50 and 100, and the dimension's sign over the score.
    Numbered,
    None,
}

fn draw(ui: &mut Ui, dimension: Dimension, scale: &Scale, ticks: Ticks) {
    let score = scale.score;
    let colours = palette(ui);
    let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
    let sign = Look::of(ui.ctx()).scaled(space::M);
    let width = ui.available_width();
    let on_line = |value: u8| sign + (width - 2.0 * sign) * f32::from(value) / 100.0;
    let half = label.size * 0.3;
    let numbered = ticks == Ticks::Numbered;
    let marks: Vec<(u8, &str)> =
        scale.marks.iter().map(|mark| (mark.value, if numbered { mark.label.as_str() } else { mark.who })).collect();
    let places = places(ui, &marks, &label, half, on_line);
    let rows = places.iter().map(|place| place.row + 1).max().unwrap_or(0);
    let row_height = label.size * 1.3;
    // How far the line is below the upper edge, and the first row of marks below that.
    let (drop, above_marks) = if numbered { (2.0 * sign + space::M, space::M + row_height) } else { (sign, space::M) };
    let above_marks = drop + above_marks;
    let height = (0..rows).fold(above_marks, |height, _| height + row_height);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &scale.description));
    let line = Rect::from_min_max(pos2(rect.left() + sign, 0.0), pos2(rect.right() - sign, 0.0));
    let y = rect.top() + drop;
    let x = |value: u8| rect.left() + on_line(value);
    let painter = ui.painter();
    for tick in [0, 50, 100].into_iter().filter(|_| numbered) {
        painter.vline(x(tick), y..=y + space::S, border(colours.border));
        painter.text(pos2(x(tick), y + space::S), Align2::CENTER_TOP, tick, label.clone(), colours.quiet);
    }
    // The part of the scale up to the score.
    let bar = measure::BAR / 2.0;
    let whole = Rect::from_x_y_ranges(line.x_range(), y - bar..=y + bar);
    painter.rect(whole, radius(bar), colours.background, border(colours.border), StrokeKind::Inside);
    let gained = Rect::from_x_y_ranges(line.left()..=x(score).max(line.left() + measure::BAR), whole.y_range());
    painter.rect_filled(gained, radius(bar), Palette::dimension(dimension));
    if let Some(rating) = scale.own {
        painter.add(diamond(pos2(x(rating), y), sign * 0.7, colours.text, colours.surface));
    }
    let at = pos2(x(score), if numbered { y - sign - space::XS } else { y - space::S });
    painter.vline(at.x, at.y..=y + space::S, Stroke::new(measure::RING, colours.text));
    if numbered {
        shapes::draw(painter, dimension, pos2(at.x, at.y - space::XS), sign);
    }
    for ((value, said), place) in marks.into_iter().zip(places) {
        let middle = (0..place.row).fold(rect.top() + above_marks + row_height / 2.0, |y, _| y + row_height);
        mark(painter, said, place, pos2(x(value), middle), half, &label, [colours.quiet, colours.text]);
    }
}

/// Where the marks stand; `on_line` is the place of a value, from the left edge.
fn places(ui: &Ui, marks: &[(u8, &str)], label: &FontId, half: f32, on_line: impl Fn(u8) -> f32) -> Vec<MarkPlace> {
    let width =
        |said: &str| ui.painter().layout_no_wrap(said.to_owned(), label.clone(), egui::Color32::PLACEHOLDER).size().x;
    let marks: Vec<(f32, f32)> = marks.iter().map(|&(value, said)| (on_line(value), width(said))).collect();
    MarkMeasures { half, gap: space::XS, right: ui.available_width() }.places(&marks)
}

/// A triangle that points up to a place on the scale, with its label beside it.
fn mark(
    painter: &Painter,
    said: &str,
    place: MarkPlace,
    at: Pos2,
    half: f32,
    font: &FontId,
    [sign, text]: [egui::Color32; 2],
) {
    let corners = [vec2(0.0, -half), vec2(half, half), vec2(-half, half)].map(|offset| at + offset).to_vec();
    painter.add(Shape::convex_polygon(corners, sign, Stroke::NONE));
    let beside = vec2(half + space::XS, 0.0);
    let (align, from) =
        if place.label_left { (Align2::RIGHT_CENTER, at - beside) } else { (Align2::LEFT_CENTER, at + beside) };
    painter.text(from, align, said, font.clone(), text);
}

fn diamond(centre: egui::Pos2, side: f32, edge: egui::Color32, fill: egui::Color32) -> Shape {
    let points = [vec2(0.0, -side), vec2(side, 0.0), vec2(0.0, side), vec2(-side, 0.0)];
    let points = points.map(|offset| centre + offset).to_vec();
    Shape::convex_polygon(points, fill, Stroke::new(measure::RING_GAP, edge))
}
