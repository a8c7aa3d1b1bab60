//! How head and body are held. A turned head is imitated by moving the features over an ellipsoid.

use glam::{Affine2, Vec2};

use super::subject::{Subject, childlike};

/// The turn and nod of the head at full strength, in radians.
const FULL_TURN: f32 = 0.25;
const FULL_NOD: f32 = 0.26;
/// The head as an ellipsoid: half its width, height and depth.
const HEAD_RADII: [f32; 3] = [96.0, 150.0, 82.0];
/// The point that the head turns about.
const NAPE: Vec2 = Vec2::new(0.0, -105.0);

impl Subject<'_> {
    /// Where a point of the face as seen from the front is when the head is turned and bowed.
    pub(super) fn on_face(&self, point: Vec2) -> Vec2 {
        let [width, height, depth] = HEAD_RADII;
        // A child's face is shorter, and lower on the skull.
        let child = childlike(self.age);
        let point = Vec2::new(point.x * (1.0 + 0.04 * child), point.y * (1.0 - 0.14 * child) - 9.0 * child);
        let rest = 1.0 - (point.x / width).powi(2) - (point.y / height).powi(2);
        let forward = depth * rest.max(0.0).sqrt();
        let (turn, nod) = (self.body.turn * FULL_TURN, self.body.nod * FULL_NOD);
        Vec2::new(
            point.x * turn.cos() + forward * turn.sin(),
            point.y * nod.cos() - forward * nod.sin() + 0.2 * depth * nod.sin(),
        )
    }

    pub(super) fn all_on_face<const COUNT: usize>(&self, points: [Vec2; COUNT]) -> [Vec2; COUNT] {
        points.map(|point| self.on_face(point))
    }

    /// How the head is held on the neck: tilted, bowed, pushed forward.
    pub(super) fn head_pose(&self) -> Affine2 {
        let body = self.body;
        let scale = 1.0 + 0.05 * body.lean;
        let short_neck = 20.0 * childlike(self.age);
        let moved =
            Vec2::new(6.0 * body.turn, -13.0 * body.nod.max(0.0) - 9.0 * body.lean - 5.0 * body.guard - short_neck);
        Affine2::from_translation(NAPE + moved)
            * Affine2::from_scale_angle_translation(Vec2::splat(scale), -0.26 * body.tilt, Vec2::ZERO)
            * Affine2::from_translation(-NAPE)
    }

    /// The size of the body in relation to the head: a child's is smaller.
    pub(super) fn body_pose(&self) -> Affine2 {
        let grown = 1.0 - 0.36 * childlike(self.age);
        Affine2::from_translation(NAPE) * Affine2::from_scale(Vec2::splat(grown)) * Affine2::from_translation(-NAPE)
    }

    /// Where the whole person is: nearer when leaning in, higher when drawn up to full height.
    pub(super) fn stance(&self) -> Affine2 {
        let body = self.body;
        // A child is smaller, and stands lower in the picture.
        let grown = 1.0 - 0.16 * childlike(self.age);
        let scale = grown * (1.0 + 0.045 * body.lean + 0.035 * body.rise);
        let foot = Vec2::new(0.0, -320.0);
        let moved = Vec2::new(-6.0 * body.guard, 16.0 * body.rise - 12.0 * (body.shoulders.min(0.0)).abs());
        Affine2::from_translation(foot + moved)
            * Affine2::from_scale_angle_translation(Vec2::splat(scale), 0.03 * body.guard, Vec2::ZERO)
            * Affine2::from_translation(-foot)
    }
}
