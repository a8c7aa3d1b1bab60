//! Strokes whose width changes along them: brows, creases, locks of hair, straps.

use glam::Vec2;

use super::outline::{Outline, curve};

/// The outline of a stroke along a smooth curve through `points`; `widths` are spread evenly along it, and the ends are
/// round.
#[must_use]
pub fn ribbon(points: &[Vec2], widths: &[f32]) -> Outline {
    let spine = curve(points);
    let count = spine.len();
    if count < 2 {
        return Outline { points: spine };
    }
    let mut left = Vec::with_capacity(count * 2);
    let mut right = Vec::with_capacity(count);
    for (index, point) in spine.iter().enumerate() {
        let along = spine[(index + 1).min(count - 1)] - spine[index.saturating_sub(1)];
        let across = along.perp().normalize_or_zero() * width_at(widths, index, count) / 2.0;
        left.push(*point + across);
        right.push(*point - across);
    }
    let end_cap = cap(left[count - 1], right[count - 1]);
    let start_cap = cap(right[0], left[0]);
    let points = left.into_iter().chain(end_cap).chain(right.into_iter().rev()).chain(start_cap);
    Outline { points: points.collect() }
}

/// A round cap: a half circle, clockwise, from one side of an end to the other; no points where the end is too thin to
/// need one.
fn cap(from: Vec2, to: Vec2) -> impl Iterator<Item = Vec2> {
    let (middle, out) = (from.midpoint(to), (from - to) / 2.0);
    let steps = if out.length() > 0.7 { 1..6_u8 } else { 1..1 };
    steps.map(move |step| middle + Vec2::from_angle(-std::f32::consts::PI * f32::from(step) / 6.0).rotate(out))
}

/// The width at point `index` of `count`, interpolated.
#[expect(clippy::cast_precision_loss, reason = "a stroke has a few hundred points")]
fn width_at(widths: &[f32], index: usize, count: usize) -> f32 {
    let along = index as f32 / (count - 1) as f32;
    match widths {
        [] => 0.0,
        [only] => *only,
        [_, .., last] => {
            let position = along * (widths.len() - 1) as f32;
            let before = widths.iter().enumerate().take_while(|(at, _)| *at as f32 <= position).last();
            let Some((at, from)) = before else { return *last };
            let to = widths.get(at + 1).unwrap_or(last);
            from + (to - from) * (position - at as f32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_ribbon_covers_length_times_width() {
        let outline = ribbon(&[Vec2::ZERO, Vec2::new(50.0, 0.0), Vec2::new(100.0, 0.0)], &[4.0]);
        let caps = std::f32::consts::PI * 4.0;
        assert!((outline.signed_area().abs() - 400.0 - caps).abs() < 2.0);
    }

    #[test]
    fn widths_change_along_the_stroke() {
        assert!((width_at(&[0.0, 4.0, 0.0], 5, 11) - 4.0).abs() < 1e-5);
        assert!((width_at(&[2.0, 4.0], 10, 11) - 4.0).abs() < 1e-5);
        assert!((width_at(&[2.0, 4.0], 5, 11) - 3.0).abs() < 1e-5);
    }

    #[test]
    fn a_single_point_makes_nothing() {
        assert!(ribbon(&[Vec2::ZERO], &[3.0]).signed_area().abs() < 1e-6);
    }
}
