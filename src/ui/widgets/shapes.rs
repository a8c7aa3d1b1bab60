//! The signs of the three dimensions: a heart, a magnifying glass and a wave.

use std::f32::consts::{PI, TAU};

use egui::{Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::rubric::Dimension;
use crate::ui::Palette;
use crate::ui::tokens::measure;

/// Shows a dimension's sign in a square of `side`.
pub(crate) fn sign(ui: &mut Ui, dimension: Dimension, side: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    draw(ui.painter(), dimension, rect.center(), side / 2.0);
    response
}

/// Draws a dimension's sign.
pub(crate) fn draw(painter: &Painter, dimension: Dimension, centre: Pos2, radius: f32) {
    let colour = Palette::dimension(dimension);
    let stroke = Stroke::new(measure::RING, colour);
    match dimension {
        Dimension::Empathy => {
            painter.extend(
                heart(centre, radius).into_iter().map(|half| Shape::convex_polygon(half, colour, Stroke::NONE)),
            );
        }
        Dimension::Clarity => {
            let glass = centre + vec2(-0.18, -0.18) * radius;
            painter.circle_stroke(glass, radius * 0.58, stroke);
            let from = glass + Vec2::angled(PI / 4.0) * radius * 0.62;
            painter.line_segment([from, centre + Vec2::splat(0.82) * radius], Stroke::new(measure::RING + 1.0, colour));
        }
        Dimension::DeEscalation => {
            for offset in [-0.3, 0.3] {
                painter.add(Shape::line(wave(centre + vec2(0.0, offset * radius), radius), stroke));
            }
        }
    }
}

/// A heart as two convex halves.
fn heart(centre: Pos2, radius: f32) -> [Vec<Pos2>; 2] {
    const STEPS: u8 = 20;
    let curve = |step: u8| {
        let t = TAU * f32::from(step) / f32::from(2 * STEPS);
        let x = 16.0 * t.sin().powi(3);
        let y = 13.0 * t.cos() - 5.0 * (2.0 * t).cos() - 2.0 * (3.0 * t).cos() - (4.0 * t).cos();
        pos2(centre.x + x / 17.0 * radius, centre.y - (y + 2.5) / 17.0 * radius)
    };
    [(0..=STEPS).map(curve).collect(), (STEPS..=2 * STEPS).map(curve).collect()]
}

fn wave(centre: Pos2, radius: f32) -> Vec<Pos2> {
    (0..=24u8)
        .map(|step| {
            let part = f32::from(step) / 24.0;
            pos2(centre.x + (2.0 * part - 1.0) * radius, centre.y - (part * 2.0 * TAU).sin() * radius * 0.22)
        })
        .collect()
}
