//! Closed outlines, and ways to make them.

use glam::{Affine2, Vec2};

/// The straight segments of a curve between two of its points.
const SEGMENTS: u8 = 8;

/// A closed polygon: the last point is joined to the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    pub points: Vec<Vec2>,
}

impl Outline {
    #[must_use]
    pub fn polygon(points: &[Vec2]) -> Self {
        Self { points: points.to_vec() }
    }

    /// An axis-aligned rectangle between two opposite corners.
    #[must_use]
    pub fn rectangle(from: Vec2, to: Vec2) -> Self {
        Self { points: vec![from, Vec2::new(to.x, from.y), to, Vec2::new(from.x, to.y)] }
    }

    /// An axis-aligned rectangle with round corners; too large a radius is cut to what fits.
    #[must_use]
    pub fn rounded(from: Vec2, to: Vec2, radius: f32) -> Self {
        let (low, high) = (from.min(to), from.max(to));
        let radius = radius.min((high - low).min_element() / 2.0);
        let (inner_low, inner_high) = (low + radius, high - radius);
        let corner = |at: Vec2, start: f32| {
            (0..=SEGMENTS).map(move |step| {
                let angle = (start + f32::from(step) / f32::from(SEGMENTS) / 4.0) * std::f32::consts::TAU;
                at + radius * Vec2::from_angle(angle)
            })
        };
        let points = corner(inner_high, 0.0)
            .chain(corner(Vec2::new(inner_low.x, inner_high.y), 0.25))
            .chain(corner(inner_low, 0.5))
            .chain(corner(Vec2::new(inner_high.x, inner_low.y), 0.75));
        Self { points: points.collect() }
    }

    /// An axis-aligned ellipse.
    #[must_use]
    pub fn ellipse(centre: Vec2, radii: Vec2) -> Self {
        let corners = match radii.max_element() {
            ..6.0 => 14,
            ..20.0 => 22,
            ..60.0 => 32,
            _ => 48_u8,
        };
        let corner = |step: u8| f32::from(step) / f32::from(corners) * std::f32::consts::TAU;
        Self { points: (0..corners).map(|step| centre + radii * Vec2::from_angle(corner(step))).collect() }
    }

    /// A smooth closed curve through the points.
    #[must_use]
    pub fn smooth(points: &[Vec2]) -> Self {
        let count = points.len();
        if count < 3 {
            return Self::polygon(points);
        }
        let at = |index: usize| points[index % count];
        let mut outline = Vec::with_capacity(count * usize::from(SEGMENTS));
        for index in 0..count {
            push_between(&mut outline, [at(index + count - 1), at(index), at(index + 1), at(index + 2)]);
        }
        Self { points: outline }
    }

    /// A smooth closed curve that is symmetric about the vertical axis: through the points, which go down the right
    /// side from top to bottom, and their mirror images.
    #[must_use]
    pub fn smooth_mirrored(right_side: &[Vec2]) -> Self {
        Self::smooth(&mirrored(right_side))
    }

    /// Smooth curves joined end to end, with a corner where one meets the next.
    #[must_use]
    pub fn of_curves(curves: &[&[Vec2]]) -> Self {
        Self { points: curves.iter().flat_map(|points| curve(points)).collect() }
    }

    #[must_use]
    pub fn map(self, change: impl FnMut(Vec2) -> Vec2) -> Self {
        Self { points: self.points.into_iter().map(change).collect() }
    }

    #[must_use]
    pub fn transformed(self, by: Affine2) -> Self {
        self.map(|point| by.transform_point2(point))
    }

    /// The enclosed area: positive for an anticlockwise outline, negative for a clockwise one.
    #[must_use]
    pub fn signed_area(&self) -> f32 {
        self.edges().map(|(from, to)| from.perp_dot(to)).sum::<f32>() / 2.0
    }

    #[must_use]
    pub fn length(&self) -> f32 {
        self.edges().map(|(from, to)| from.distance(to)).sum()
    }

    /// The edges, each from a corner to the next.
    pub fn edges(&self) -> impl Iterator<Item = (Vec2, Vec2)> + '_ {
        let next = self.points.iter().cycle().skip(1);
        self.points.iter().copied().zip(next.copied())
    }
}

/// A smooth open curve through the points, as straight segments, both ends included.
#[must_use]
pub fn curve(points: &[Vec2]) -> Vec<Vec2> {
    let [first, .., last] = points else { return points.to_vec() };
    let mut drawn = Vec::with_capacity(points.len() * usize::from(SEGMENTS));
    for index in 0..points.len() - 1 {
        let before = if index == 0 { 2.0 * *first - points[1] } else { points[index - 1] };
        let after = points.get(index + 2).copied().unwrap_or(2.0 * *last - points[index]);
        push_between(&mut drawn, [before, points[index], points[index + 1], after]);
    }
    drawn.push(*last);
    drawn
}

/// The points of a right side from top to bottom, followed by their mirror images back to the top. Points on the axis
/// are not repeated.
#[must_use]
pub fn mirrored(right_side: &[Vec2]) -> Vec<Vec2> {
    let left = right_side.iter().rev().filter(|point| point.x.abs() > 1e-3);
    right_side.iter().copied().chain(left.map(|point| Vec2::new(-point.x, point.y))).collect()
}

/// Appends the centripetal Catmull–Rom curve from the second point to the third, without its end.
fn push_between(drawn: &mut Vec<Vec2>, [before, from, to, after]: [Vec2; 4]) {
    let knot = |left: Vec2, right: Vec2| left.distance(right).sqrt().max(1e-3);
    let (first, second, third) = (knot(before, from), knot(from, to), knot(to, after));
    let start = second * ((from - before) / first - (to - before) / (first + second)) + (to - from);
    let end = second * ((after - to) / third - (after - from) / (second + third)) + (to - from);
    for step in 0..SEGMENTS {
        let along = f32::from(step) / f32::from(SEGMENTS);
        let (square, cube) = (along * along, along * along * along);
        drawn.push(
            (2.0 * cube - 3.0 * square + 1.0) * from
                + (cube - 2.0 * square + along) * start
                + (3.0 * square - 2.0 * cube) * to
                + (cube - square) * end,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ellipse_has_its_area_and_goes_anticlockwise() {
        let area = Outline::ellipse(Vec2::new(3.0, 4.0), Vec2::new(10.0, 5.0)).signed_area();
        assert!((area - std::f32::consts::PI * 50.0).abs() < 4.0);
    }

    #[test]
    fn a_curve_passes_through_its_points() {
        let points = [Vec2::ZERO, Vec2::new(10.0, 5.0), Vec2::new(20.0, -3.0), Vec2::new(40.0, 0.0)];
        let drawn = curve(&points);
        assert!(points.iter().all(|point| drawn.iter().any(|other| other.distance(*point) < 1e-3)));
    }

    #[test]
    fn a_smooth_outline_of_coinciding_points_stays_finite() {
        let outline = Outline::smooth(&[Vec2::ZERO, Vec2::ZERO, Vec2::X, Vec2::X]);
        assert!(outline.points.iter().all(|point| point.is_finite()));
    }

    #[test]
    fn mirroring_keeps_points_on_the_axis_single() {
        let points = mirrored(&[Vec2::new(0.0, 1.0), Vec2::new(1.0, 0.0), Vec2::new(0.0, -1.0)]);
        assert_eq!(points.len(), 4);
    }

    #[test]
    fn a_rounded_rectangle_stays_within_its_corners() {
        let outline = Outline::rounded(Vec2::ZERO, Vec2::new(10.0, 4.0), 20.0);
        assert!(outline.points.iter().all(|p| p.x > -1e-3 && p.x < 10.001 && p.y > -1e-3 && p.y < 4.001));
    }
}
