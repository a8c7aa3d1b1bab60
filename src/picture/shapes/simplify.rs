//! Leaves out points of an outline where that cannot be seen.

use glam::Vec2;

use super::outline::Outline;

/// The most points in a row that are left out.
const MOST_SKIPPED: usize = 24;

impl Outline {
    /// The outline without points that lie within `tolerance` of the line between those kept.
    #[must_use]
    pub fn simplified(self, tolerance: f32) -> Self {
        let count = self.points.len();
        if count < 4 {
            return self;
        }
        let mut points = Vec::with_capacity(count);
        let mut kept = 0;
        while kept < count {
            points.push(self.points[kept]);
            kept = self.furthest_straight(kept, tolerance);
        }
        if points.len() < 3 { self } else { Self { points } }
    }

    /// The furthest point that a straight line from `from` can reach while passing all points between within
    /// `tolerance`.
    fn furthest_straight(&self, from: usize, tolerance: f32) -> usize {
        let start = self.points[from];
        let last = (from + 1 + MOST_SKIPPED).min(self.points.len());
        // The wedge of directions that keeps the line near enough to all points passed so far.
        let mut wedge: Option<(Vec2, Vec2)> = None;
        let mut reached = from + 1;
        let mut furthest = 0.0;
        for next in from + 1..=last {
            let way = self.points[next % self.points.len()] - start;
            let far = way.length();
            let inside = wedge.is_none_or(|(right, left)| right.perp_dot(way) >= 0.0 && way.perp_dot(left) >= 0.0);
            if !inside || far < furthest {
                break;
            }
            reached = next;
            furthest = far;
            if far > tolerance {
                let sine = tolerance / far;
                let turn = Vec2::new((1.0 - sine * sine).sqrt(), sine);
                let (right, left) = (Vec2::new(turn.x, -turn.y).rotate(way), turn.rotate(way));
                wedge = Some(wedge.map_or((right, left), |(old_right, old_left)| {
                    let narrower_right = if old_right.perp_dot(right) > 0.0 { right } else { old_right };
                    let narrower_left = if left.perp_dot(old_left) > 0.0 { left } else { old_left };
                    (narrower_right, narrower_left)
                }));
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_keeps_its_shape_with_fewer_points() {
        let steps = (0_u8..200).map(|step| 100.0 * Vec2::from_angle(f32::from(step) / 200.0 * std::f32::consts::TAU));
        let circle = Outline { points: steps.collect() };
        let area = circle.signed_area();
        let simpler = circle.simplified(0.1);
        assert!(simpler.points.len() < 110 && simpler.points.len() > 20, "{}", simpler.points.len());
        assert!((simpler.signed_area() - area).abs() < area * 0.002);
    }

    #[test]
    fn corners_stay_and_points_on_a_side_go() {
        let square = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 2.0), (0.0, 2.0), (0.0, 1.0)];
        let simpler = Outline::polygon(&square.map(Vec2::from)).simplified(0.01);
        assert_eq!(simpler, Outline::polygon(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)].map(Vec2::from)));
    }

    #[test]
    fn no_point_left_out_was_further_off_than_allowed() {
        let wave: Vec<Vec2> = (0_u8..60).map(|x| Vec2::new(f32::from(x), (f32::from(x) * 0.3).sin() * 5.0)).collect();
        let mut outline = Outline { points: wave };
        outline.points.push(Vec2::new(30.0, -40.0));
        let simpler = outline.clone().simplified(0.2);
        assert!(simpler.points.len() < outline.points.len());
        for point in &outline.points {
            let off = simpler.edges().map(|(from, to)| {
                let along = (to - from) / (to - from).length_squared();
                point.distance(from.lerp(to, (*point - from).dot(along).clamp(0.0, 1.0)))
            });
            assert!(off.fold(f32::MAX, f32::min) <= 0.2001, "{point}");
        }
    }
}
