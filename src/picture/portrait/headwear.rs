//! Headwear: a headscarf or a cap, in the colour of the clothes.

use glam::Vec2;

use super::super::shapes::{Outline, Picture, ribbon};
use super::subject::{CROWN, Subject};
use crate::scenario::Hair;

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    match subject.looks.hair {
        Hair::Headscarf => paint_headscarf(subject, picture),
        Hair::Cap => paint_cap(subject, picture),
        _ => {}
    }
}

/// Paints the part of a headscarf that is behind the face.
pub(super) fn paint_behind(subject: &Subject, picture: &mut Picture) {
    if subject.looks.hair != Hair::Headscarf {
        return;
    }
    let right_side = [
        Vec2::new(0.0, CROWN + 8.0),
        Vec2::new(subject.skull.cheek + 6.0, 40.0),
        Vec2::new(subject.skull.cheek + 4.0, -80.0),
        Vec2::new(60.0, -170.0),
        Vec2::new(0.0, -190.0),
    ];
    picture.fill(Outline::smooth_mirrored(&right_side), subject.tones.cloth.line);
}

/// Round the face, under the chin and over the shoulders.
fn paint_headscarf(subject: &Subject, picture: &mut Picture) {
    let cloth = subject.tones.cloth;
    let (cheek, chin) = (subject.skull.cheek, subject.skull.chin_y - 13.0 * subject.units.jaw_drop);
    let left_outer = [
        Vec2::new(0.0, CROWN + 16.0),
        Vec2::new(-56.0, CROWN + 2.0),
        Vec2::new(-cheek - 13.0, 52.0),
        Vec2::new(-cheek - 15.0, -20.0),
        Vec2::new(-cheek - 12.0, -90.0),
        Vec2::new(-cheek - 34.0, -176.0),
        Vec2::new(-40.0, -216.0),
        Vec2::new(6.0, -226.0),
    ];
    let left_inner = [
        Vec2::new(6.0, chin - 2.0),
        Vec2::new(-34.0, chin + 12.0),
        Vec2::new(-cheek + 8.0, -60.0),
        Vec2::new(-cheek + 3.0, -10.0),
        Vec2::new(-cheek + 7.0, 40.0),
        Vec2::new(-44.0, 78.0),
        Vec2::new(0.0, 88.0),
    ];
    let flip = |points: &[Vec2]| -> Vec<Vec2> { points.iter().map(|point| Vec2::new(-point.x, point.y)).collect() };
    let right = Outline::of_curves(&[&flip(&left_outer), &flip(&left_inner)]);
    picture.fill(right.clone(), cloth.base);
    picture.fill(Outline::of_curves(&[&left_outer, &left_inner]), cloth.base);
    let window = [Vec2::new(44.0, 320.0), Vec2::new(66.0, 40.0), Vec2::new(20.0, -320.0), Vec2::new(320.0, 0.0)];
    picture.fill(right.within(&Outline::polygon(&window)), cloth.shade);
    let top = [Vec2::new(-44.0, CROWN - 8.0), Vec2::new(0.0, CROWN + 16.0), Vec2::new(40.0, CROWN - 4.0)];
    let brim = [Vec2::new(40.0, 80.0), Vec2::new(0.0, 88.0), Vec2::new(-40.0, 81.0)];
    picture.fill(Outline::of_curves(&[&top, &brim]), cloth.base);
    let folds: [[Vec2; 4]; 3] = [
        [
            Vec2::new(34.0, 92.0),
            Vec2::new(cheek + 3.0, 30.0),
            Vec2::new(cheek - 2.0, -60.0),
            Vec2::new(20.0, chin - 20.0),
        ],
        [Vec2::new(cheek, -90.0), Vec2::new(40.0, -138.0), Vec2::new(-14.0, -168.0), Vec2::new(-70.0, -176.0)],
        [Vec2::new(-cheek - 4.0, -70.0), Vec2::new(-60.0, -128.0), Vec2::new(-16.0, -150.0), Vec2::new(24.0, -158.0)],
    ];
    for fold in folds {
        picture.fill(ribbon(&fold, &[0.8, 4.0, 4.0, 0.8]), cloth.line.with_alpha(0.55));
    }
    let sheen = [Vec2::new(-60.0, 86.0), Vec2::new(-40.0, 112.0), Vec2::new(-8.0, 124.0)];
    picture.fill(ribbon(&sheen, &[1.0, 6.0, 1.0]), cloth.light);
}

/// A flat cap with a peak; the hair shows at the temples.
fn paint_cap(subject: &Subject, picture: &mut Picture) {
    let (cloth, hair) = (subject.tones.cloth, subject.tones.hair);
    let cheek = subject.skull.cheek;
    let turn = 8.0 * subject.body.turn;
    for side in [-1.0, 1.0] {
        let at = |dx: f32, y: f32| Vec2::new(side * (cheek + dx), y);
        let temple = [at(-7.0, 2.0), at(2.0, 2.0), at(6.0, 40.0), at(0.0, 72.0), at(-14.0, 64.0), at(-8.0, 36.0)];
        picture.fill(Outline::smooth(&temple), if side < 0.0 { hair.base } else { hair.shade });
    }
    let dome = [
        Vec2::new(-cheek - 7.0, 58.0),
        Vec2::new(-cheek - 5.0, 100.0),
        Vec2::new(-40.0 + turn, CROWN + 17.0),
        Vec2::new(10.0 + turn, CROWN + 21.0),
        Vec2::new(54.0 + turn, CROWN + 10.0),
        Vec2::new(cheek + 6.0, 96.0),
        Vec2::new(cheek + 7.0, 58.0),
    ];
    let band = [Vec2::new(cheek + 7.0, 58.0), Vec2::new(turn, 74.0), Vec2::new(-cheek - 7.0, 58.0)];
    let outline = Outline::of_curves(&[&dome, &band]);
    picture.fill(outline.clone(), cloth.base);
    let window = [Vec2::new(26.0, 320.0), Vec2::new(50.0, 40.0), Vec2::new(320.0, 0.0)];
    picture.fill(outline.within(&Outline::polygon(&window)), cloth.shade);
    let peak = [
        Vec2::new(-cheek + 4.0 + turn, 66.0),
        Vec2::new(-30.0 + turn, 78.0),
        Vec2::new(30.0 + turn, 78.0),
        Vec2::new(cheek - 4.0 + turn, 66.0),
        Vec2::new(44.0 + 2.0 * turn, 54.0),
        Vec2::new(2.0 * turn, 49.0),
        Vec2::new(-44.0 + 2.0 * turn, 54.0),
    ];
    picture.fill(Outline::smooth(&peak), cloth.line);
}
