//! The graph's lines with their arrows and labels. No meaning is carried by colour alone: every row has a sign.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::chart::{Effect, Link, Reach};
use crate::ui::Palette;
use crate::ui::look::{Face, font_of};
use crate::ui::tokens::measure;
use crate::ui::widgets::text::palette;

use super::camera::Viewport;
use super::model::Author;
use super::paint::{DASH, DETAIL, readable, row_height, write};

/// The length of an arrow's head, in points.
const HEAD: f32 = 8.0;
/// At fewer points per unit of the chart there is no room for arrows.
const MIN_SCALE_FOR_HEADS: f32 = 0.06;

/// Draws the lines in sight, those of the road taken last.
pub(super) fn show(ui: &Ui, viewport: &Viewport, model: &Author<'_>) {
    let in_sight = |link: &&Link| {
        let from = Rect::from_pos(link.route.first().map_or(viewport.room.min, |point| viewport.at(*point)));
        let along = link.route.iter().fold(from, |area, point| area.union(Rect::from_pos(viewport.at(*point))));
        viewport.sees(along.union(viewport.area(link.label)).expand(HEAD))
    };
    let (taken, others): (Vec<_>, Vec<_>) =
        model.chart.links.iter().filter(in_sight).partition(|link| is_taken(model, link));
    for (links, taken) in [(others, false), (taken, true)] {
        for link in links {
            line(ui, viewport, model, link, taken);
            rows(ui, viewport, model, link);
        }
    }
}

fn line(ui: &Ui, viewport: &Viewport, model: &Author<'_>, link: &Link, taken: bool) {
    let colours = palette(ui);
    let points: Vec<Pos2> = link.route.iter().map(|point| viewport.at(*point)).collect();
    let open = model.chart.edges_of(link).any(|edge| edge.reach == Reach::Open);
    let stroke = if taken {
        Stroke::new(measure::RING, colours.accent)
    } else {
        Stroke::new(1.5 * measure::BORDER, one_colour(model, link, colours))
    };
    for run in runs(viewport, &points, open) {
        if open {
            ui.painter().add(Shape::line(run, stroke));
        } else {
            ui.painter().extend(Shape::dashed_line(&run, stroke, DASH, DASH));
        }
    }
    if viewport.scale >= MIN_SCALE_FOR_HEADS {
        head(ui, viewport, &points, stroke.color);
    }
}

/// The parts of a line that are in sight. A `whole` line is not dashed, so that its parts need not be shortened.
fn runs(viewport: &Viewport, points: &[Pos2], whole: bool) -> Vec<Vec<Pos2>> {
    let mut runs: Vec<Vec<Pos2>> = Vec::new();
    let mut goes_on = false;
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        if !viewport.sees(Rect::from_two_pos(from, to).expand(HEAD)) {
            goes_on = false;
            continue;
        }
        let [from, to] = if whole { [from, to] } else { shortened(from, to, viewport.room) };
        match runs.last_mut().filter(|_| goes_on) {
            Some(run) => run.extend(path(from, to).into_iter().skip(1)),
            None => runs.push(path(from, to)),
        }
        goes_on = whole;
    }
    runs
}

/// The arrow's head at the end of a line.
fn head(ui: &Ui, viewport: &Viewport, points: &[Pos2], colour: Color32) {
    let (Some(&last), Some(&before)) = (points.last(), points.iter().rev().nth(1)) else { return };
    let down = if last.y >= before.y { 1.0 } else { -1.0 };
    let head = HEAD * (viewport.scale / 1.25).clamp(0.4, 1.2);
    let back = last - vec2(0.0, head * down);
    let points = vec![last, back + vec2(head * 0.55, 0.0), back - vec2(head * 0.55, 0.0)];
    ui.painter().add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// Cuts a vertical line to the part near the room, by whole dashes: in a large graph it would have thousands of them.
fn shortened(from: Pos2, to: Pos2, room: Rect) -> [Pos2; 2] {
    if (from.x - to.x).abs() >= 0.5 {
        return [from, to];
    }
    let down = (to.y - from.y).signum();
    let begins = if down > 0.0 { room.top() - from.y } else { from.y - room.bottom() };
    let skipped = ((begins / (2.0 * DASH)).floor() * 2.0 * DASH).max(0.0);
    let end = to.y.clamp(room.top() - 2.0 * DASH, room.bottom() + 2.0 * DASH);
    [pos2(from.x, from.y + down * skipped), pos2(to.x, end)]
}

/// A straight line, or a curve that is vertical at both ends.
fn path(from: Pos2, to: Pos2) -> Vec<Pos2> {
    if (from.x - to.x).abs() < 0.5 {
        return vec![from, to];
    }
    let middle = f32::midpoint(from.y, to.y);
    let points = [from, pos2(from.x, middle), pos2(to.x, middle), to];
    CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::NONE).flatten(Some(0.5))
}

/// A row for each choice on the line, with its sign and its conditions.
fn rows(ui: &Ui, viewport: &Viewport, model: &Author<'_>, link: &Link) {
    let Some(size) = readable(viewport, DETAIL) else { return };
    let area = viewport.area(link.label);
    if !viewport.sees(area) {
        return;
    }
    let colours = palette(ui);
    for (row, edge) in (0u8..).zip(model.chart.edges_of(link)) {
        let top = area.top() + viewport.length(f32::from(row) * row_height());
        let taken = model.road.took(edge);
        let face = if taken { Face::Strong } else { Face::Regular };
        let words = if taken { format!("\u{2713} {}", edge.label) } else { edge.label.clone() };
        write(ui, pos2(area.left(), top), &words, font_of(ui.ctx(), size, face), of_effect(edge.effect, colours));
    }
}

fn is_taken(model: &Author<'_>, link: &Link) -> bool {
    model.chart.edges_of(link).any(|edge| model.road.took(edge))
}

/// The colour of a line whose choices all have one effect; else that of no effect.
fn one_colour(model: &Author<'_>, link: &Link, colours: &Palette) -> Color32 {
    let mut effects = model.chart.edges_of(link).map(|edge| edge.effect);
    match effects.next() {
        Some(first) if effects.all(|other| other == first) => of_effect(first, colours),
        _ => colours.border,
    }
}

/// The colour that goes with an effect's sign.
pub(super) const fn of_effect(effect: Effect, colours: &Palette) -> Color32 {
    match effect {
        Effect::Helps => colours.understanding,
        Effect::Mixed => colours.quiet,
        Effect::Harms => colours.agitation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_dashed_line_keeps_its_dashes_in_their_places() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 100.0));
        for (from, to) in [(-70_003.0, 90_000.0), (90_007.0, -70_000.0), (20.0, 60.0)] {
            let [begin, end] = shortened(pos2(5.0, from), pos2(5.0, to), room);
            assert!((end.y - begin.y).abs() < 150.0, "{begin:?} {end:?}");
            assert!(((begin.y - from) / (2.0 * DASH)).fract().abs() < 1e-3, "{begin:?}");
            let in_room = |y: f32| y.clamp(room.top(), room.bottom());
            assert!((in_room(begin.y) - in_room(from)).abs() < 0.01 && (in_room(end.y) - in_room(to)).abs() < 0.01);
        }
    }
}
