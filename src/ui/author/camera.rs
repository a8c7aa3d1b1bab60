//! Which part of the chart is in view, and at what zoom.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::chart::{Area, Point};

/// Points per unit of the chart at reading size.
const READING: f32 = 1.25;

/// The fewest points per unit of the chart at which boxes can still be told apart.
const LEAST: f32 = 0.04;

/// The closest zoom.
const CLOSEST: f32 = 2.5;

/// The zoom factor of one key press.
const STEP: f32 = 1.25;

/// The part of the chart that is in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The centre, in units of the chart.
    pub centre: Pos2,
    /// The zoom: 1 is reading size.
    pub zoom: f32,
}

impl Camera {
    /// Centres on an area, at reading size.
    #[must_use]
    pub fn on(area: Area) -> Self {
        Self { centre: point(area.middle()), zoom: 1.0 }
    }

    /// Shows the whole of a chart of this size in `room` points. If it is too large for that, shows the part that
    /// contains `at`, at the smallest zoom.
    #[must_use]
    pub fn whole(width: i64, height: i64, room: Vec2, text: f32, at: Area) -> Self {
        let far = point(Point { x: width, y: height });
        let zoom = (room.x / far.x.max(1.0)).min(room.y / far.y.max(1.0)) / (READING * text);
        let camera = Self { centre: pos2(far.x / 2.0, far.y / 2.0), zoom: zoom.min(1.0) }.bounded(text);
        let (half, at) = (room / 2.0 / camera.scale(text), point(at.middle()));
        let along = |half: f32, far: f32, at: f32| {
            // Half a point of tolerance for rounding.
            if far <= 2.0 * half + 0.5 { far / 2.0 } else { at.clamp(half, far - half) }
        };
        Self { centre: pos2(along(half.x, far.x, at.x), along(half.y, far.y, at.y)), ..camera }
    }

    /// Zooms about the point that is `at` points from the centre.
    #[must_use]
    pub fn zoomed(self, by: f32, at: Vec2, text: f32) -> Self {
        let closer = Self { zoom: self.zoom * by, ..self }.bounded(text);
        let moved = at / self.scale(text) - at / closer.scale(text);
        Self { centre: self.centre + moved, ..closer }
    }

    /// Zooms in by one step.
    #[must_use]
    pub fn closer(self, text: f32) -> Self {
        self.zoomed(STEP, Vec2::ZERO, text)
    }

    /// Zooms out by one step.
    #[must_use]
    pub fn further(self, text: f32) -> Self {
        self.zoomed(1.0 / STEP, Vec2::ZERO, text)
    }

    /// Moves the chart by this many points.
    #[must_use]
    pub fn panned(self, by: Vec2, text: f32) -> Self {
        Self { centre: self.centre - by / self.scale(text), ..self }
    }

    /// Moves no more than it must for `area` to be within `room` points.
    #[must_use]
    pub fn showing(self, area: Area, room: Vec2, text: f32) -> Self {
        let half = room / 2.0 / self.scale(text);
        let (least, most) =
            (point(Point { x: area.left, y: area.top }), point(Point { x: area.right(), y: area.bottom() }));
        let along = |centre: f32, half: f32, least: f32, most: f32| {
            if most - least > 2.0 * half { f32::midpoint(least, most) } else { centre.clamp(most - half, least + half) }
        };
        let centre = pos2(along(self.centre.x, half.x, least.x, most.x), along(self.centre.y, half.y, least.y, most.y));
        Self { centre, ..self }
    }

    /// Points per unit of the chart, with text at `text` times its usual size.
    pub(super) fn scale(self, text: f32) -> f32 {
        self.zoom * READING * text
    }

    fn bounded(self, text: f32) -> Self {
        Self { zoom: self.zoom.clamp(LEAST / (READING * text), CLOSEST), ..self }
    }
}

/// The chart on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Viewport {
    pub(super) room: Rect,
    centre: Pos2,
    pub(super) scale: f32,
    /// The scale of text elsewhere on the screen.
    pub(super) text: f32,
}

impl Viewport {
    pub(super) fn new(camera: Camera, room: Rect, text: f32) -> Self {
        Self { room, centre: camera.centre, scale: camera.scale(text), text }
    }

    /// The position of a point of the chart on the screen.
    pub(super) fn at(&self, of_chart: Point) -> Pos2 {
        self.room.center() + (point(of_chart) - self.centre) * self.scale
    }

    /// The rectangle of an area of the chart on the screen.
    pub(super) fn area(&self, area: Area) -> Rect {
        let from = self.at(Point { x: area.left, y: area.top });
        Rect::from_two_pos(from, self.at(Point { x: area.right(), y: area.bottom() }))
    }

    /// Whether any of a rectangle is visible.
    pub(super) fn sees(&self, area: Rect) -> bool {
        self.room.intersects(area)
    }

    /// The length on the screen of a length in the chart.
    pub(super) fn length(&self, units: f32) -> f32 {
        units * self.scale
    }
}

fn point(point: Point) -> Pos2 {
    let [x, y] = point.on_canvas();
    pos2(x, y)
}

/// The size of a room without the margin that is left around what is shown.
pub(super) fn inner(room: Rect) -> Vec2 {
    let edge = |length: f32| (length * 0.08).min(48.0);
    (room.size() - 2.0 * vec2(edge(room.width()), edge(room.height()))).max(vec2(1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { left: 1000, top: 2000, width: 200, height: 80 };

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let camera = Camera::on(AREA);
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let target = Point { x: 1100, y: 2040 };
        let before = Viewport::new(camera.panned(vec2(120.0, -50.0), 1.0), room, 1.0);
        let at = before.at(target) - room.center();
        let after = Viewport::new(camera.panned(vec2(120.0, -50.0), 1.0).zoomed(1.7, at, 1.0), room, 1.0);
        assert!((after.at(target) - before.at(target)).length() < 0.01);
    }

    #[test]
    fn what_is_shown_already_is_not_moved() {
        let room = vec2(800.0, 600.0);
        let camera = Camera::on(AREA);
        assert_eq!(camera.showing(AREA, room, 1.0), camera);
        let far = Area { left: 5000, ..AREA };
        let moved = camera.showing(far, room, 1.0);
        let viewport = Viewport::new(moved, Rect::from_min_size(Pos2::ZERO, room), 1.0);
        assert!(viewport.room.expand(0.01).contains_rect(viewport.area(far)));
        assert!((moved.centre.y - camera.centre.y).abs() < f32::EPSILON);
    }

    #[test]
    fn the_whole_chart_fits_its_room() {
        for (room, text) in [(vec2(800.0, 600.0), 2.0), (vec2(900.0, 180.0), 2.0), (vec2(700.0, 500.0), 0.8)] {
            let size = (3000, 2700);
            let camera = Camera::whole(size.0, size.1, room, text, AREA);
            let viewport = Viewport::new(camera, Rect::from_min_size(Pos2::ZERO, room), text);
            let whole = viewport.area(Area { left: 0, top: 0, width: size.0, height: size.1 });
            assert!(viewport.room.expand(0.01).contains_rect(whole), "{whole:?}");
        }
    }

    #[test]
    fn of_a_chart_too_large_to_be_told_apart_the_part_that_is_looked_at_is_shown() {
        let (room, size) = (vec2(800.0, 600.0), (3000, 500_000));
        let far = Area { top: 400_000, ..AREA };
        for at in [AREA, far] {
            let viewport =
                Viewport::new(Camera::whole(size.0, size.1, room, 1.0, at), Rect::from_min_size(Pos2::ZERO, room), 1.0);
            assert!(viewport.room.contains_rect(viewport.area(at)), "{:?}", viewport.area(at));
            assert!(viewport.area(at).height() > 2.0);
        }
    }

    #[test]
    fn zoom_has_bounds_and_they_are_those_of_the_whole_chart() {
        for text in [0.8, 2.0] {
            let mut camera = Camera::on(AREA);
            for _ in 0..100 {
                camera = camera.closer(text);
            }
            assert!((camera.zoom - CLOSEST).abs() < f32::EPSILON);
            for _ in 0..100 {
                camera = camera.further(text);
            }
            let whole = Camera::whole(1, 1_000_000, vec2(800.0, 600.0), text, AREA);
            assert!((camera.zoom - whole.zoom).abs() < 1e-6);
        }
    }
}
