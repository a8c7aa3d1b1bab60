//! The eyes: lids, white, iris and tears.

use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, curve, ribbon};
use super::subject::{Subject, childlike};

/// From the middle of the face to the middle of an eye.
const APART: f32 = 34.0;
/// Half the width of an adult's eye.
const HALF_WIDTH: f32 = 17.0;

/// Half the width of an eye; a child's is larger in relation to the face.
fn half_width(subject: &Subject) -> f32 {
    HALF_WIDTH * (subject.features.eyes + 0.12 * childlike(subject.age))
}

/// The opening between the lids of one eye.
pub(super) struct Opening {
    /// From the inner to the outer corner.
    upper: [Vec2; 5],
    /// From the outer to the inner corner.
    lower: [Vec2; 5],
    /// In the middle.
    pub(super) height: f32,
}

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let opening = Opening::new(subject, side);
        paint_socket(subject, side, picture);
        if opening.height > 1.6 {
            paint_eyeball(subject, side, &opening, picture);
        }
        paint_lids(subject, side, &opening, picture);
        paint_tears(subject, side, picture);
    }
}

impl Opening {
    pub(super) fn new(subject: &Subject, side: f32) -> Self {
        let units = subject.units;
        let looks_down = (-subject.body.gaze_y).max(0.0);
        let droop = 1.8 * subject.aged();
        let raised = 8.9 * subject.features.eyes + 5.6 * units.upper_lid_raise
            - 2.6 * units.lid_tighten
            - 3.2 * looks_down
            - 1.2 * units.cheek_raise
            - droop;
        let low = -6.2 + 2.6 * units.lid_tighten + 3.8 * units.cheek_raise - 0.5 * units.upper_lid_raise;
        let shut_at = -4.5 + 1.5 * units.cheek_raise;
        let closed = units.eyes_closed.clamp(0.0, 1.0);
        let top = raised + (shut_at - raised) * closed;
        let bottom = low.min(top);
        let half = half_width(subject);
        let at = |along: f32, y: f32| subject.on_face(Vec2::new(side * (APART + along * half), y));
        // The upper lid peaks nearer the nose, the lower one dips nearer the temple.
        let outer = 1.0 - 1.5 * subject.aged() - 1.5 * closed;
        let (near, far) = (at(-1.0, -2.5), at(1.0, outer));
        Self {
            upper: [near, at(-0.55, top * 0.78 - 0.4), at(-0.05, top), at(0.55, top * 0.78 + 0.2), far],
            lower: [far, at(0.55, bottom * 0.8), at(0.05, bottom), at(-0.6, bottom * 0.82 - 0.4), near],
            height: top - bottom,
        }
    }
}

/// The soft shadow under the brow and beside the nose, and rings under tired or old eyes.
fn paint_socket(subject: &Subject, side: f32, picture: &mut Picture) {
    let skin = subject.tones.skin;
    let centre = subject.on_face(Vec2::new(side * (APART - 3.0), 7.0));
    picture.glow(centre, Vec2::new(27.0, 19.0), skin.shade.with_alpha(0.55));
    let tired = 0.25 * subject.aged() + 0.3 * (-subject.body.shoulders - 0.5).max(0.0);
    if tired > 0.05 {
        let under = subject.on_face(Vec2::new(side * (APART - 3.0), -12.0));
        picture.glow(under, Vec2::new(18.0, 8.0), skin.shade.with_alpha(1.4 * tired));
    }
}

fn paint_eyeball(subject: &Subject, side: f32, opening: &Opening, picture: &mut Picture) {
    let tones = &subject.tones;
    let almond = Outline::of_curves(&[&opening.upper, &opening.lower]);
    picture.fill(almond.clone(), tones.eye_white);
    let gaze = Vec2::new(7.0 * subject.body.gaze_x, 4.0 * subject.body.gaze_y);
    let iris = subject.on_face(Vec2::new(side * APART, 1.2)) + gaze;
    let radius = 9.0;
    picture.fill(Outline::ellipse(iris, Vec2::splat(radius)).within(&almond), tones.iris.mix(tones.ink, 0.25));
    picture.fill(Outline::ellipse(iris - Vec2::Y, Vec2::splat(radius * 0.74)).within(&almond), tones.iris);
    picture.fill(Outline::ellipse(iris, Vec2::splat(radius * 0.44)).within(&almond), tones.ink);
    // The shadow of the upper lid on the eyeball.
    let below = opening.upper.map(|point| point - Vec2::new(0.0, 2.6));
    let mut shadow = curve(&opening.upper);
    shadow.extend(curve(&below).into_iter().rev());
    picture.fill(Outline { points: shadow }.within(&almond), tones.ink.with_alpha(0.22));
    let glint = iris + Vec2::new(-2.8, 3.0);
    picture.fill(Outline::ellipse(glint, Vec2::splat(2.0)).within(&almond), tones.eye_white.with_alpha(0.95));
}

fn paint_lids(subject: &Subject, side: f32, opening: &Opening, picture: &mut Picture) {
    let tones = &subject.tones;
    let up = Vec2::Y;
    let units = subject.units;
    // The crease above the lid moves away from it as the lid comes down.
    let fold = 4.2 + 2.0 * units.eyes_closed - 1.6 * units.upper_lid_raise - 1.0 * units.lid_tighten;
    let [_, second, middle, fourth, far] = opening.upper;
    let crease = [second + up * fold, middle + up * (fold + 0.4), fourth + up * fold, far + up * 1.5];
    picture.fill(ribbon(&crease, &[0.6, 1.8, 1.8, 0.8]), tones.skin.line.with_alpha(0.65));
    picture.fill(ribbon(&opening.lower, &[1.6, 1.4, 1.0, 0.6]), tones.skin.line.with_alpha(0.7));
    picture.fill(ribbon(&opening.upper, &[1.0, 2.4, 3.0, 2.8, 1.6]), tones.ink);
    if units.lid_tighten + units.cheek_raise > 0.3 {
        let strength = (0.5 * (units.lid_tighten + units.cheek_raise)).min(0.8);
        let half = half_width(subject);
        let at = |along: f32, y: f32| subject.on_face(Vec2::new(side * (APART + along * half), y));
        let pouch = [at(-0.7, -9.5), at(0.0, -11.5), at(0.75, -8.0)];
        picture.fill(ribbon(&pouch, &[0.6, 2.0, 0.6]), tones.skin.line.with_alpha(0.7 * strength));
    }
}

fn paint_tears(subject: &Subject, side: f32, picture: &mut Picture) {
    let tears = subject.body.tears;
    if tears < 0.15 {
        return;
    }
    let water = Colour::hex(0xD3_E9_F4);
    let rim = subject.tones.skin.line.mix(Colour::hex(0x5C_8F_B4), 0.6);
    let at = |x: f32, y: f32| subject.on_face(Vec2::new(side * x, y));
    let brim = [at(APART - 12.0, -5.0), at(APART, -7.6), at(APART + 12.0, -4.4)];
    let full = (2.0 * tears).min(1.0);
    picture.fill(ribbon(&brim, &[1.4, 3.6 + 2.2 * full, 1.4]), rim.with_alpha(0.5 * full));
    picture.fill(ribbon(&brim, &[1.0, 2.6 + 1.6 * full, 1.0]), water.with_alpha(0.9 * full));
    if tears > 0.5 {
        let far = -14.0 - 34.0 * (tears - 0.5) * (1.2 + 0.3 * side);
        let trail = [at(APART + 3.0, -9.0), at(APART + 4.0, (far - 9.0) / 2.0), at(APART + 3.5, far)];
        let drop = at(APART + 3.5, far - 1.0);
        picture.fill(ribbon(&trail, &[2.4, 3.8, 5.4]), rim.with_alpha(0.55));
        picture.fill(ribbon(&trail, &[1.2, 2.4, 3.6]), water);
        picture.fill(Outline::ellipse(drop, Vec2::new(4.2, 5.2)), rim.with_alpha(0.7));
        picture.fill(Outline::ellipse(drop, Vec2::new(3.1, 4.1)), water);
    }
}
