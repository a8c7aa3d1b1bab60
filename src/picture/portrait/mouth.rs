//! The mouth: lips, what shows between them, and the crease of the chin.

use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, curve, ribbon};
use super::subject::Subject;

/// The height of the mouth on the face.
const MOUTH: f32 = -77.0;

/// The edges of the lips, each from the left to the right corner, on the face seen from the front.
pub(super) struct Lips {
    /// The upper edge of the upper lip.
    top: [Vec2; 7],
    /// The lower edge of the upper lip.
    upper: [Vec2; 5],
    /// The upper edge of the lower lip.
    lower: [Vec2; 5],
    /// The lower edge of the lower lip.
    bottom: [Vec2; 5],
    /// How far apart the lips are in the middle.
    pub(super) gap: f32,
}

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    let lips = Lips::new(subject);
    paint_inside(subject, &lips, picture);
    paint_lips(subject, &lips, picture);
    paint_corners(subject, &lips, picture);
    paint_chin(subject, &lips, picture);
}

/// The right corner of the mouth on the face seen from the front; the left is its mirror image.
pub(super) fn corner(subject: &Subject) -> Vec2 {
    let units = subject.units;
    let half = 24.5 + 8.0 * units.lip_stretch + 8.5 * units.lip_corner_pull
        - 2.5 * units.lip_press
        - 4.5 * units.jaw_drop
        - 1.0 * units.lip_corner_depress;
    let height =
        10.5 * units.lip_corner_pull - 9.0 * units.lip_corner_depress - 2.5 * units.lip_stretch - 3.0 * units.jaw_drop;
    Vec2::new(half, MOUTH + height)
}

impl Lips {
    pub(super) fn new(subject: &Subject) -> Self {
        let units = subject.units;
        let Vec2 { x: half, y: corner } = corner(subject);
        let gap = 6.0 * units.lips_part + 18.0 * units.jaw_drop;
        let middle = MOUTH - 4.5 * units.lip_corner_pull + 3.5 * units.lip_corner_depress + 3.0 * units.chin_raise;
        let (upper, lower) = (middle + 0.22 * gap + 1.8 * units.nose_wrinkle, middle - 0.78 * gap);
        let thin = subject.features.lips
            * (1.0 - 0.62 * units.lip_press)
            * (1.0 - 0.25 * units.lip_stretch)
            * (1.0 - 0.2 * subject.aged());
        let top = upper + 6.6 * thin * (1.0 - 0.2 * units.lip_corner_pull);
        let bottom = lower - 8.8 * thin * (1.0 - 0.15 * units.lip_corner_pull) - 0.8 * units.chin_raise;
        let at = |along: f32, y: f32| Vec2::new(along * half, y);
        // The height at this share of the way from the corner to the middle.
        let between = |level: f32, share: f32| corner + (level - corner) * share;
        // Where a lip meets the other or the gap.
        let edge = |level: f32| {
            let half_way = between(level, 0.8);
            [at(-1.0, corner), at(-0.5, half_way), at(0.0, level - 0.6), at(0.5, half_way), at(1.0, corner)]
        };
        Self {
            top: [
                at(-1.0, corner),
                at(-0.55, between(top, 0.72)),
                at(-0.2, top + 0.5),
                at(0.0, top - 1.4),
                at(0.2, top + 0.5),
                at(0.55, between(top, 0.72)),
                at(1.0, corner),
            ],
            upper: edge(upper),
            lower: edge(lower),
            bottom: [
                at(-1.0, corner),
                at(-0.52, between(bottom, 0.8)),
                at(0.0, bottom),
                at(0.52, between(bottom, 0.8)),
                at(1.0, corner),
            ],
            gap,
        }
    }
}

/// Moves a point of the mouth for an asymmetric expression: the left corner goes up, the right one down.
pub(super) fn skewed(subject: &Subject, point: Vec2) -> Vec2 {
    let strength = subject.body.one_brow;
    point + strength * Vec2::new(-4.0, -0.13 * point.x)
}

/// The shape between two edges that share their ends.
fn between(subject: &Subject, above: &[Vec2], below: &[Vec2]) -> Outline {
    let mut points = curve(above);
    points.extend(curve(below).into_iter().rev());
    Outline { points }.map(|point| subject.on_face(skewed(subject, point)))
}

fn paint_inside(subject: &Subject, lips: &Lips, picture: &mut Picture) {
    if lips.gap < 0.8 {
        return;
    }
    picture.fill(between(subject, &lips.upper, &lips.lower), Colour::hex(0x45_1D_1F).mix(subject.tones.ink, 0.3));
    let teeth = (lips.gap - 2.0).min(5.5 + 3.0 * subject.units.lip_corner_pull);
    if teeth > 0.5 {
        let edge = lips.upper.map(|point| {
            let centrality = 1.0 - (point.x / lips.upper[4].x).abs();
            point - Vec2::new(0.0, teeth * (1.6 * centrality).min(1.0))
        });
        let narrower = |points: [Vec2; 5]| points.map(|point| Vec2::new(point.x * 0.86, point.y));
        picture.fill(between(subject, &narrower(lips.upper), &narrower(edge)), Colour::hex(0xEC_E4_D8));
    }
}

fn paint_lips(subject: &Subject, lips: &Lips, picture: &mut Picture) {
    let tones = &subject.tones;
    picture.fill(between(subject, &lips.lower, &lips.bottom), tones.lips.mix(tones.skin.base, 0.08));
    picture.fill(between(subject, &lips.top, &lips.upper), tones.lips.mix(tones.skin.line, 0.16));
    let line = tones.ink.mix(tones.lips, 0.22);
    let firm = 1.0 + 0.5 * subject.units.lip_press;
    let upper = lips.upper.map(|point| subject.on_face(skewed(subject, point)));
    picture.fill(ribbon(&upper, &[1.6, 2.0 * firm, 2.6 * firm, 2.0 * firm, 1.6]), line);
    if lips.gap < 6.0 {
        let [_, left, middle, right, _] =
            lips.bottom.map(|point| subject.on_face(skewed(subject, point) - Vec2::new(0.0, 2.5)));
        let shade = tones.skin.shade.mix(tones.skin.line, 0.3);
        picture.fill(ribbon(&[left, middle - Vec2::Y * 0.8, right], &[0.8, 3.4, 0.8]), shade.with_alpha(0.85));
    }
}

/// The small creases at the corners of the mouth: those of a smile, a frown or pressed lips.
fn paint_corners(subject: &Subject, lips: &Lips, picture: &mut Picture) {
    let units = subject.units;
    let Vec2 { x: half, y: corner } = lips.upper[4];
    for side in [-1.0, 1.0] {
        let at = |dx: f32, dy: f32| subject.on_face(skewed(subject, Vec2::new(side * (half + dx), corner + dy)));
        let line = subject.tones.skin.line;
        let smile = units.lip_corner_pull.max(units.lip_press * 0.8);
        if smile > 0.25 {
            let crease = [at(1.5, 4.5), at(4.0, 0.5), at(2.0, -4.5)];
            picture.fill(ribbon(&crease, &[0.6, 2.0, 0.6]), line.with_alpha(0.8 * smile));
        }
        let frown = units.lip_corner_depress.max(0.4 * subject.aged());
        if frown > 0.2 {
            let crease = [at(-0.5, -0.5), at(3.0, -5.0), at(4.0, -13.0)];
            picture.fill(ribbon(&crease, &[1.4, 2.0, 0.6]), line.with_alpha(0.75 * frown));
        }
    }
}

fn paint_chin(subject: &Subject, lips: &Lips, picture: &mut Picture) {
    let strength = subject.units.chin_raise;
    if strength < 0.2 {
        return;
    }
    let y = lips.bottom[2].y - 9.0;
    let at = |x: f32, dy: f32| subject.on_face(Vec2::new(x, y + dy));
    let colour = subject.tones.skin.line.with_alpha(0.65 * strength);
    let boss = [at(-13.0, -7.0), at(-8.0, -1.5), at(0.0, 0.5), at(8.0, -1.5), at(13.0, -7.0)];
    picture.fill(ribbon(&boss, &[0.6, 1.8, 2.2, 1.8, 0.6]), colour);
}
