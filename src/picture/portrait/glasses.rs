use glam::Vec2;

use super::super::shapes::{Colour, Picture, ribbon};
use super::subject::Subject;

/// Paints glasses, if worn. The rims are thin, so that brows and eyes stay in view.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    if !subject.looks.glasses {
        return;
    }
    let rim = Colour::hex(0x4A_3B_33).mix(subject.tones.ink, 0.3);
    let at = |x: f32, y: f32| subject.on_face(Vec2::new(x, y));
    for side in [-1.0, 1.0] {
        let lens = [
            (8.0, 6.0),
            (16.0, 14.0),
            (36.0, 15.5),
            (54.0, 13.0),
            (60.0, 3.0),
            (55.0, -14.0),
            (36.0, -20.0),
            (16.0, -16.0),
        ]
        .map(|(x, y)| at(side * x, y));
        let mut around = lens.to_vec();
        around.push(lens[0]);
        picture.fill(ribbon(&around, &[2.6]), rim);
        let arm = [at(side * 60.0, 5.0), Vec2::new(side * (subject.skull.cheek + 1.0) - 6.0 * subject.body.turn, 5.0)];
        picture.fill(ribbon(&arm, &[2.8]), rim);
    }
    picture.fill(ribbon(&[at(-9.0, 5.0), at(0.0, 8.0), at(9.0, 5.0)], &[2.4]), rim);
    let glint = [at(-48.0, 8.0), at(-40.0, -4.0)];
    picture.fill(ribbon(&glint, &[1.0, 3.0, 1.0]), Colour::hex(0xFF_FF_FF).with_alpha(0.35));
}
