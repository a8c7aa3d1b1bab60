//! Neck and shoulders, which the clothes are drawn over.

use glam::Vec2;

use super::super::shapes::{Outline, Picture};
use super::subject::{NECK_PIT, Subject};

/// The lower edge of a person's picture: below any view.
pub(super) const BOTTOM: f32 = -1600.0;

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    let skin = subject.tones.skin;
    let neck = subject.torso.neck;
    let column = neck_outline(subject);
    picture.fill(chest(subject), skin.base);
    picture.fill(column.clone(), skin.base);
    let turn = 6.0 * subject.body.turn;
    let chin = subject.skull.chin_y
        - 10.0 * subject.body.nod.max(0.0)
        - 9.0 * subject.body.lean
        - 13.0 * subject.units.jaw_drop;
    let under_chin = [
        Vec2::new(-neck - 10.0, -60.0),
        Vec2::new(-neck - 6.0, -88.0),
        Vec2::new(-neck * 0.4 + turn, chin - 13.0),
        Vec2::new(neck * 0.35 + turn, chin - 26.0),
        Vec2::new(neck * 0.8, chin - 50.0),
        Vec2::new(neck + 20.0, chin - 62.0),
        Vec2::new(neck + 20.0, -60.0),
    ];
    picture.fill(Outline::smooth(&under_chin).within(&column), skin.shade.mix(skin.line, 0.12));
}

fn neck_outline(subject: &Subject) -> Outline {
    let neck = subject.torso.neck;
    let (left, right) = (root(subject, -1.0), root(subject, 1.0));
    Outline::polygon(&[
        Vec2::new(-neck, -50.0),
        Vec2::new(-neck, -120.0),
        left,
        Vec2::new(left.x * 0.6, left.y - 50.0),
        Vec2::new(right.x * 0.6, right.y - 50.0),
        right,
        Vec2::new(neck, -120.0),
        Vec2::new(neck, -50.0),
    ])
}

/// The skin that shows in a wide neckline.
fn chest(subject: &Subject) -> Outline {
    let half = subject.torso.shoulder * 0.6;
    Outline::polygon(&[
        root(subject, -1.0),
        root(subject, 1.0),
        shoulder(subject, 1.0)[1] - Vec2::Y * 10.0,
        Vec2::new(half, NECK_PIT - 34.0),
        Vec2::new(half * 0.8, NECK_PIT - 120.0),
        Vec2::new(-half * 0.8, NECK_PIT - 120.0),
        Vec2::new(-half, NECK_PIT - 34.0),
        shoulder(subject, -1.0)[1] - Vec2::Y * 10.0,
    ])
}

/// How far a shoulder is lifted above its relaxed height, in the picture's units.
fn lift(subject: &Subject, side: f32) -> f32 {
    let guarding = if side < 0.0 { 12.0 * subject.body.guard } else { 0.0 };
    30.0 * subject.body.shoulders.max(0.0) + 30.0 * subject.body.shoulders.min(0.0) - guarding
}

/// Where the neck meets the shoulder.
pub(super) fn root(subject: &Subject, side: f32) -> Vec2 {
    Vec2::new(side * (subject.torso.neck + 7.0), -144.0 + 0.4 * lift(subject, side))
}

/// The outline from the neck over the shoulder and down the arm.
pub(super) fn shoulder(subject: &Subject, side: f32) -> [Vec2; 8] {
    let Vec2 { x: root_x, y: root_y } = root(subject, 1.0);
    let root_y = root_y.min(root(subject, side).y);
    let up = lift(subject, side);
    let drawn_in = if side < 0.0 { 1.0 - 0.08 * subject.body.guard } else { 1.0 };
    let wide = subject.torso.shoulder * drawn_in * (1.0 - 0.03 * subject.body.shoulders);
    let at = |x: f32, y: f32| Vec2::new(side * x, y);
    [
        at(root_x, root_y),
        at(root_x + 0.3 * (wide - root_x), root_y - 18.0 + 0.15 * up),
        at(wide - 34.0, -183.0 + 0.85 * up),
        at(wide - 8.0, -200.0 + up),
        at(wide + 8.0, -236.0 + 0.9 * up),
        at(wide + 16.0, -310.0 + 0.4 * up),
        at(wide + 22.0, -420.0),
        at(wide + 26.0, BOTTOM),
    ]
}
