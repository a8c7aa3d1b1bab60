//! Ears and face in two tones, and the flush of the cheeks.

use glam::Vec2;

use super::super::shapes::{Outline, Picture};
use super::subject::{CROWN, Subject};

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        paint_ear(subject, side, picture);
    }
    let skin = subject.tones.skin;
    let face = outline(subject);
    picture.fill(face.clone(), skin.base);
    picture.fill(shadow(subject).within(&face), skin.shade);
    paint_flush(subject, picture);
}

pub(super) fn outline(subject: &Subject) -> Outline {
    let skull = subject.skull;
    let drop = 15.0 * subject.units.jaw_drop;
    let shift = 8.0 * subject.body.turn;
    let raised = 2.0 * subject.units.chin_raise;
    let right_side = [
        Vec2::new(0.0, CROWN),
        Vec2::new(skull.temple * 0.62, CROWN - 13.0),
        Vec2::new(skull.temple, 68.0),
        Vec2::new(skull.cheek, 22.0),
        Vec2::new(skull.cheek - 1.0, -22.0),
        Vec2::new(skull.jaw, skull.jaw_y - 0.4 * drop),
        Vec2::new(skull.chin, skull.chin_y + 7.0 - drop + raised),
        Vec2::new(0.0, skull.chin_y - drop + raised),
    ];
    let lower = |point: Vec2| 1.0 - ((point.y + 20.0) / 140.0).clamp(-1.0, 1.0);
    Outline::smooth_mirrored(&right_side).map(|point| point + Vec2::new(shift * lower(point), 0.0))
}

/// The side that is turned away from the light.
fn shadow(subject: &Subject) -> Outline {
    let cheek = subject.skull.cheek;
    let turn = 16.0 * subject.body.turn;
    let edge = [
        Vec2::new(cheek * 0.9 + turn, 130.0),
        Vec2::new(cheek * 0.8 + turn, 62.0),
        Vec2::new(cheek * 0.84 + turn, 16.0),
        Vec2::new(cheek * 0.72 + turn, -34.0),
        Vec2::new(cheek * 0.5 + turn, -82.0),
        Vec2::new(cheek * 0.1 + turn, -134.0),
    ];
    Outline::of_curves(&[&edge, &[Vec2::new(160.0, -160.0), Vec2::new(160.0, 140.0)]])
}

fn paint_ear(subject: &Subject, side: f32, picture: &mut Picture) {
    let skin = subject.tones.skin;
    // As the head turns, one ear comes forward and the other goes behind the face.
    let x = side * (subject.skull.cheek + 3.0) - 10.0 * subject.body.turn;
    let long = 1.0 + 0.12 * subject.aged();
    let y = -10.0 + 8.0 * subject.body.nod;
    let at = |dx: f32, dy: f32| Vec2::new(x + side * dx, y + dy * long);
    let ear = [
        at(-6.0, 22.0),
        at(6.0, 26.0),
        at(13.0, 17.0),
        at(11.0, -4.0),
        at(5.0, -22.0),
        at(-3.0, -25.0),
        at(-8.0, -8.0),
    ];
    let flushed = subject.tones.blush.with_alpha(1.0);
    let tone = if side < 0.0 { skin.base } else { skin.shade };
    picture.fill(Outline::smooth(&ear), tone.mix(flushed, 0.3 * subject.body.flush));
    let hollow = [at(0.0, 16.0), at(6.0, 17.0), at(7.0, 6.0), at(3.0, -4.0), at(0.0, -10.0), at(-3.0, 2.0)];
    picture.fill(Outline::smooth(&hollow), skin.shade.mix(skin.line, 0.25));
}

fn paint_flush(subject: &Subject, picture: &mut Picture) {
    let always = (0.10 + 0.15 * subject.units.lip_corner_pull) * (1.0 - subject.body.pallor);
    let strength = always + 0.2 * subject.body.flush;
    for side in [-1.0, 1.0] {
        let cheek = subject.on_face(Vec2::new(
            side * (42.0 + 10.0 * side * -subject.body.turn),
            -34.0 + 4.0 * subject.units.cheek_raise,
        ));
        picture.glow(cheek, Vec2::new(28.0, 26.0), subject.tones.blush.with_alpha(strength));
    }
    if subject.body.flush > 0.05 {
        let nose = subject.on_face(Vec2::new(0.0, -36.0));
        picture.glow(nose, Vec2::new(18.0, 16.0), subject.tones.blush.with_alpha(0.12 * subject.body.flush));
        let brow = subject.on_face(Vec2::new(0.0, 48.0));
        picture.glow(brow, Vec2::new(44.0, 26.0), subject.tones.blush.with_alpha(0.1 * subject.body.flush));
    }
}
