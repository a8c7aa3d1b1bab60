//! Clips an outline to a convex one.

use glam::Vec2;

use super::outline::Outline;

impl Outline {
    /// The part of this outline inside `window`, which must be convex (Sutherland and Hodgman, 1974).
    #[must_use]
    pub fn within(self, window: &Self) -> Self {
        let side = if window.signed_area() < 0.0 { -1.0 } else { 1.0 };
        window.edges().fold(self, |outline, (from, to)| outline.clipped_by_line(from, (to - from) * side))
    }

    /// The part to the left of the line through `from` along `direction`.
    fn clipped_by_line(self, from: Vec2, direction: Vec2) -> Self {
        let height = |point: Vec2| direction.perp_dot(point - from);
        if self.points.iter().all(|point| height(*point) >= 0.0) {
            return self;
        }
        let mut points = Vec::with_capacity(self.points.len() + 2);
        for (start, end) in self.edges() {
            let (start_height, end_height) = (height(start), height(end));
            if start_height >= 0.0 {
                points.push(start);
            }
            if (start_height >= 0.0) != (end_height >= 0.0) {
                points.push(start.lerp(end, start_height / (start_height - end_height)));
            }
        }
        Self { points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_squares_share_a_quarter() {
        let square = Outline::rectangle(Vec2::ZERO, Vec2::splat(2.0));
        let shared = square.clone().within(&Outline::rectangle(Vec2::ONE, Vec2::splat(3.0)));
        assert!((shared.signed_area() - 1.0).abs() < 1e-5);
    }

    #[test]
    fn the_window_may_go_clockwise() {
        let square = Outline::rectangle(Vec2::ZERO, Vec2::splat(2.0));
        let clockwise = Outline { points: square.points.iter().rev().copied().collect() };
        assert!((square.clone().within(&clockwise).signed_area() - 4.0).abs() < 1e-5);
    }

    #[test]
    fn nothing_is_left_of_what_lies_outside() {
        let square = Outline::rectangle(Vec2::ZERO, Vec2::ONE);
        assert!(square.clone().within(&Outline::rectangle(Vec2::splat(5.0), Vec2::splat(6.0))).points.is_empty());
    }
}
