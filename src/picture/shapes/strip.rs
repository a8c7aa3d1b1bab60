//! Triangulates a ring of corners as a strip, where that is possible: for most strokes, lids, lips and sleeves it is.
//! Much cheaper than general tessellation.

use glam::Vec2;

/// Areas up to this, in square units, count as zero: rounding errors give three corners in a line a small area.
const NEARLY_ZERO: f32 = 1e-4;

/// Triangles that zigzag between the two sides of an anticlockwise ring, starting from its first and last corner; none
/// where a triangle would reach outside the ring.
///
/// All triangles have the same orientation and together the ring's boundary, so they cover its inside exactly once.
pub(super) fn strip(ring: &[Vec2]) -> Option<Vec<[u32; 3]>> {
    let area = |corners: [usize; 3]| {
        let [first, second, third] = corners.map(|corner| ring[corner]);
        (second - first).perp_dot(third - first)
    };
    let (mut low, mut high) = (0, ring.len().checked_sub(1)?);
    let mut triangles = Vec::with_capacity(ring.len());
    while low + 1 < high {
        let (on_low, on_high) = ([low, low + 1, high], [low, high - 1, high]);
        let (can_low, can_high) = (area(on_low) >= -NEARLY_ZERO, area(on_high) >= -NEARLY_ZERO);
        let shorter = ring[low + 1].distance_squared(ring[high]) <= ring[low].distance_squared(ring[high - 1]);
        let triangle = if can_low && (shorter || !can_high) {
            low += 1;
            on_low
        } else if can_high {
            high -= 1;
            on_high
        } else {
            return None;
        };
        triangles.push(triangle.map(|corner| u32::try_from(corner).unwrap_or(u32::MAX)));
    }
    Some(triangles)
}

#[cfg(test)]
mod tests {
    use super::super::outline::Outline;
    use super::super::ribbon::ribbon;
    use super::*;

    fn anticlockwise(mut outline: Outline) -> Outline {
        if outline.signed_area() < 0.0 {
            outline.points.reverse();
        }
        outline
    }

    fn area(ring: &[Vec2], triangles: &[[u32; 3]]) -> f32 {
        let corner = |index: u32| ring[index as usize];
        triangles.iter().map(|[a, b, c]| (corner(*b) - corner(*a)).perp_dot(corner(*c) - corner(*a)) / 2.0).sum()
    }

    #[test]
    fn a_circle_and_a_bent_stroke_are_covered_once() {
        let bent = [(0.0, 0.0), (30.0, 25.0), (60.0, 0.0), (90.0, 25.0)].map(Vec2::from);
        for outline in [Outline::ellipse(Vec2::ZERO, Vec2::new(9.0, 4.0)), ribbon(&bent, &[2.0, 9.0, 4.0])] {
            let ring = anticlockwise(outline);
            let triangles = strip(&ring.points).unwrap();
            assert_eq!(triangles.len(), ring.points.len() - 2);
            assert!((area(&ring.points, &triangles) - ring.signed_area()).abs() < 1e-2);
        }
    }

    #[test]
    fn a_star_is_no_strip() {
        let point = |step: u8| {
            let far = if step.is_multiple_of(2) { 10.0 } else { 3.0 };
            far * Vec2::from_angle(f32::from(step) / 10.0 * std::f32::consts::TAU)
        };
        assert_eq!(strip(&(0..10).map(point).collect::<Vec<_>>()), None);
    }

    #[test]
    fn a_line_and_nothing_have_no_triangles() {
        assert_eq!(strip(&[Vec2::ZERO, Vec2::X]), Some(Vec::new()));
        assert_eq!(strip(&[]), None);
    }
}
