//! The nose: its shaded side, wings and wrinkles.

use glam::Vec2;

use super::super::shapes::{Outline, Picture, ribbon};
use super::subject::Subject;

/// A point of the nose, scaled for this face: in width from the middle, in length from the eyes down.
fn sized(subject: &Subject, x: f32, y: f32) -> Vec2 {
    let long = if y < 0.0 { subject.features.nose_long } else { 1.0 };
    Vec2::new(x * subject.features.nose_wide, y * long)
}

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    let skin = subject.tones.skin;
    let wings = 4.0 * subject.units.nose_wrinkle;
    let at = |x: f32, y: f32| subject.on_face(sized(subject, x, y));
    let side = [at(4.0, 8.0), at(8.0, -12.0), at(10.0, -30.0 + wings), at(17.0, -42.0 + wings)];
    let under = [at(17.0, -42.0 + wings), at(12.0, -49.0 + wings), at(0.0, -51.0), at(-3.0, -48.0)];
    let ridge = [at(-3.0, -48.0), at(4.0, -38.0), at(3.0, -14.0), at(4.0, 8.0)];
    picture.fill(Outline::of_curves(&[&side, &under, &ridge]), skin.shade.mix(skin.base, 0.15));
    picture.fill(Outline::ellipse(at(-2.0, -37.0), Vec2::new(5.5, 7.0)), skin.light.with_alpha(0.45));
    paint_wings(subject, wings, picture);
    paint_wrinkles(subject, picture);
}

fn paint_wings(subject: &Subject, wings: f32, picture: &mut Picture) {
    let line = subject.tones.skin.line;
    let at = |x: f32, y: f32| subject.on_face(sized(subject, x, y));
    for side in [-1.0, 1.0] {
        let wing = [at(side * 15.0, -38.0 + wings), at(side * 17.5, -45.0 + wings), at(side * 13.0, -49.0 + wings)];
        picture.fill(ribbon(&wing, &[0.8, 2.2, 1.6]), line.with_alpha(0.75));
        let nostril = [at(side * 4.0, -49.5), at(side * 8.0, -49.0 + wings * 0.6), at(side * 11.5, -50.0 + wings)];
        picture.fill(ribbon(&nostril, &[1.5, 3.6, 1.0]), line.mix(subject.tones.ink, 0.4));
    }
}

fn paint_wrinkles(subject: &Subject, picture: &mut Picture) {
    let strength = subject.units.nose_wrinkle;
    if strength < 0.15 {
        return;
    }
    let colour = subject.tones.skin.line.with_alpha(0.75 * strength);
    for (side, y) in [(-1.0, 4.0), (1.0, 4.0), (-1.0, -5.0), (1.0, -5.0)] {
        let crease = [
            subject.on_face(Vec2::new(side * 6.0, y)),
            subject.on_face(Vec2::new(side * 10.0, y - 3.0)),
            subject.on_face(Vec2::new(side * 13.0, y - 8.0)),
        ];
        picture.fill(ribbon(&crease, &[0.8, 2.2, 0.8]), colour);
    }
}
