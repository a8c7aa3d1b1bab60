//! Wrinkles: those of age, which stay, and those that an expression makes.

use glam::Vec2;

use super::super::shapes::{Picture, ribbon};
use super::mouth;
use super::subject::{Subject, childlike};

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    paint_forehead(subject, picture);
    paint_cheeks(subject, picture);
    paint_crows_feet(subject, picture);
}

fn stroke(subject: &Subject, points: &[Vec2], width: f32, strength: f32, picture: &mut Picture) {
    // A child's skin hardly wrinkles.
    let strength = strength * (1.0 - 0.6 * childlike(subject.age));
    if strength < 0.08 {
        return;
    }
    let points: Vec<Vec2> = points.iter().map(|point| subject.on_face(*point)).collect();
    let colour = subject.tones.skin.line.with_alpha(strength.min(0.85));
    picture.fill(ribbon(&points, &[0.5, width, width, 0.5]), colour);
}

/// Raised brows wrinkle the forehead; with age the wrinkles stay.
fn paint_forehead(subject: &Subject, picture: &mut Picture) {
    let units = subject.units;
    let raised = units.inner_brow_raise.max(units.outer_brow_raise) * (0.45 + 0.4 * subject.aged());
    let strength = raised.max(0.5 * (subject.aged() - 0.25));
    // Unit 1 alone wrinkles only the middle, and bends the wrinkles up there.
    let half = 26.0 + 14.0 * units.outer_brow_raise.max(subject.aged());
    let bend = 4.0 * units.inner_brow_raise - 3.0 * units.brow_lower;
    for (y, part) in [(49.0, 1.0), (60.0, 0.85)] {
        let fold = [
            Vec2::new(-half * part, y - 2.0),
            Vec2::new(-half * 0.4 * part, y + 1.0 + bend),
            Vec2::new(half * 0.4 * part, y + 1.0 + bend),
            Vec2::new(half * part, y - 2.0),
        ];
        stroke(subject, &fold, 2.0, strength * part, picture);
    }
}

/// The folds from the nose past the mouth, and the bags under the eyes.
fn paint_cheeks(subject: &Subject, picture: &mut Picture) {
    let units = subject.units;
    let moved = (0.75 * units.lip_corner_pull).max(0.85 * units.nose_wrinkle).max(0.4 * units.lip_stretch);
    let strength = moved.max(0.75 * (subject.aged() - 0.1)).max(0.3 * units.cheek_raise);
    let corner = mouth::corner(subject);
    for side in [-1.0, 1.0] {
        let fold = [
            Vec2::new(side * 20.0, -42.0 + 3.0 * units.nose_wrinkle),
            Vec2::new(side * (corner.x * 0.5 + 18.0), -54.0 + 2.0 * units.cheek_raise),
            Vec2::new(side * (corner.x + 8.5), corner.y + 9.0),
            Vec2::new(side * (corner.x + 9.5), corner.y - 2.0),
        ];
        stroke(subject, &fold, 2.2, 0.75 * strength, picture);
        let hollow = 0.5 * (subject.aged() - 0.55);
        let bag = [Vec2::new(side * 22.0, -12.0), Vec2::new(side * 33.0, -16.5), Vec2::new(side * 47.0, -13.0)];
        stroke(subject, &bag, 2.0, hollow.max(0.0) + 0.25 * subject.aged(), picture);
    }
}

fn paint_crows_feet(subject: &Subject, picture: &mut Picture) {
    let units = subject.units;
    let strength = (units.cheek_raise * (0.35 + 0.5 * subject.aged())).max(0.7 * (subject.aged() - 0.3));
    for side in [-1.0, 1.0] {
        for (from, to) in [(5.0, 10.0), (0.5, 0.5), (-4.0, -9.0)] {
            let ray = [
                Vec2::new(side * 55.0, from),
                Vec2::new(side * 59.0, f32::midpoint(from, to)),
                Vec2::new(side * 65.0, to),
            ];
            stroke(subject, &ray, 1.7, strength, picture);
        }
    }
}
