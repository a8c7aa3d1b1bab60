//! The brows, which carry most of an expression.

use glam::Vec2;

use super::super::shapes::{Picture, ribbon};
use super::subject::{Subject, childlike};

/// Paints both brows and the frown lines between them.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let brow = subject.all_on_face(brow(subject, side));
        let bushy = subject.features.brows + 0.18 * subject.aged() - 0.4 * childlike(subject.age);
        let widths = [5.5, 8.0, 7.0, 4.5, 1.4].map(|width| width * bushy);
        picture.fill(ribbon(&brow, &widths), subject.tones.brow);
    }
    paint_frown(subject, picture);
}

/// How far the brow on this side is lowered, 0–1.
fn lowered(subject: &Subject, side: f32) -> f32 {
    let alone = if side > 0.0 { 1.0 - subject.body.one_brow } else { 1.0 };
    subject.units.brow_lower * alone
}

/// A brow from its inner to its outer end, on the face seen from the front.
pub(super) fn brow(subject: &Subject, side: f32) -> [Vec2; 5] {
    let units = subject.units;
    let low = lowered(subject, side);
    let lone_raise = if side > 0.0 { 1.15 * subject.body.one_brow } else { 0.0 };
    let inner_raise = units.inner_brow_raise.max(0.5 * lone_raise);
    let outer_raise = units.outer_brow_raise.max(lone_raise);
    // Together with unit 1, unit 4 draws the brows together without lowering their inner ends: the oblique brows of
    // sadness.
    let inner_low = low * (1.0 - 0.85 * units.inner_brow_raise);
    let together = 4.5 * low;
    let inner = 20.0 + 13.0 * inner_raise - 11.0 * inner_low;
    let middle = 27.5 + 4.5 * inner_raise + 8.0 * outer_raise - 8.0 * inner_low;
    let outer =
        20.0 + 11.0 * outer_raise - 2.0 * inner_low - 5.0 * units.inner_brow_raise * (1.0 - units.outer_brow_raise);
    let at = |x: f32, y: f32| Vec2::new(side * x, y);
    [
        at(14.0 - together, inner),
        at(23.0 - 0.8 * together, inner + (middle - inner) * 0.6),
        at(36.0 - 0.4 * together, middle),
        at(48.0, middle + (outer - middle) * 0.35),
        at(59.0, outer),
    ]
}

fn paint_frown(subject: &Subject, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let strength = lowered(subject, side).max(0.35 * subject.aged());
        if strength < 0.2 {
            continue;
        }
        let colour = subject.tones.skin.line.with_alpha((0.9 * strength).min(0.8));
        let top = 26.0 + 6.0 * subject.units.inner_brow_raise;
        let furrow =
            subject.all_on_face([Vec2::new(side * 4.0, 9.0), Vec2::new(side * 5.5, 17.0), Vec2::new(side * 4.5, top)]);
        picture.fill(ribbon(&furrow, &[0.6, 2.6 * strength.max(0.5), 0.6]), colour);
    }
}
