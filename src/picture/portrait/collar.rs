//! Collars, and what else clothes have at the neck and down the front.

use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::body::{BOTTOM, root, shoulder};
use super::clothes::{Neckline, neck_edge, neckline};
use super::subject::{NECK_PIT, Subject};
use super::tones::Surface;
use crate::scenario::Clothes;

/// Paints what is worn under the garment, and a hood behind the neck.
pub(super) fn paint_under(subject: &Subject, picture: &mut Picture) {
    let under_cloth = subject.tones.under_cloth;
    match subject.looks.wears {
        Clothes::Jacket | Clothes::Cardigan => {
            let mut points = neck_edge(subject, Neckline { wide: 0.0, deep: 30.0, round: false });
            let half = subject.torso.neck + 50.0;
            points.extend([
                Vec2::new(half, -200.0),
                Vec2::new(half, -420.0),
                Vec2::new(-half, -420.0),
                Vec2::new(-half, -200.0),
            ]);
            picture.fill(Outline { points }, under_cloth.base);
            paint_flaps(subject, under_cloth, 30.0, picture);
            paint_buttons(under_cloth, -228.0, -400.0, picture);
        }
        Clothes::Hoodie => {
            let cloth = subject.tones.cloth;
            for side in [-1.0, 1.0] {
                let root = root(subject, side);
                let hood = [
                    root + Vec2::new(-side * 14.0, 34.0),
                    root + Vec2::new(side * 12.0, 26.0),
                    root + Vec2::new(side * 34.0, -2.0),
                    root + Vec2::new(side * 20.0, -30.0),
                    root + Vec2::new(-side * 16.0, -40.0),
                ];
                picture.fill(Outline::smooth(&hood), cloth.shade);
            }
        }
        _ => {}
    }
}

/// Paints collar, lapels, bands, strings and buttons.
pub(super) fn paint(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    let cut = neckline(subject.looks.wears);
    match subject.looks.wears {
        Clothes::Shirt => {
            paint_placket(cloth, NECK_PIT - 34.0, picture);
            paint_buttons(cloth, -232.0, -430.0, picture);
            paint_flaps(subject, cloth, 34.0, picture);
        }
        Clothes::Blouse => {
            paint_placket(cloth, NECK_PIT - 52.0, picture);
            paint_soft_collar(subject, cloth, picture);
        }
        Clothes::Jumper => paint_band(subject, cut, cloth.shade, 13.0, picture),
        Clothes::TShirt => paint_band(subject, cut, cloth.shade, 7.0, picture),
        Clothes::Gown => {
            paint_band(subject, cut, cloth.shade, 6.0, picture);
            paint_pattern(subject, cloth, picture);
        }
        Clothes::Dress => paint_band(subject, cut, cloth.line.mix(cloth.base, 0.4), 4.0, picture),
        Clothes::Scrubs => {
            paint_band(subject, cut, cloth.shade, 9.0, picture);
            let pocket = [
                Vec2::new(-92.0, -318.0),
                Vec2::new(-40.0, -318.0),
                Vec2::new(-40.0, -384.0),
                Vec2::new(-92.0, -384.0),
            ];
            picture.fill(ribbon(&pocket[..2], &[4.0]), cloth.shade);
            picture.fill(Outline::polygon(&pocket), cloth.shade.with_alpha(0.25));
        }
        Clothes::Hoodie => paint_hood(subject, cut, cloth, picture),
        Clothes::Cardigan => {
            paint_band(subject, cut, cloth.shade, 15.0, picture);
            paint_buttons(cloth, NECK_PIT - 210.0, -520.0, picture);
        }
        Clothes::Jacket => paint_lapels(subject, cut, cloth, picture),
    }
}

fn paint_band(subject: &Subject, cut: Neckline, colour: Colour, width: f32, picture: &mut Picture) {
    let edge = neck_edge(subject, cut);
    if cut.round {
        picture.fill(ribbon(&edge, &[0.4 * width, width, width, width, 0.4 * width]), colour);
    } else {
        // On a pointed neckline, two bands that meet.
        for side in [edge.first(), edge.last()] {
            let (Some(top), Some(low)) = (side, edge.get(1)) else { return };
            picture.fill(ribbon(&[*top, *low], &[0.4 * width, width, width, width]), colour);
        }
    }
}

/// The two points of a shirt's collar.
fn paint_flaps(subject: &Subject, cloth: Surface, deep: f32, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let root = root(subject, side);
        let meet = Vec2::new(0.0, NECK_PIT - deep);
        let flap = [
            root + Vec2::new(-side * 5.0, 9.0),
            root + Vec2::new(side * 6.0, 3.0),
            Vec2::new(root.x + side * 7.0, root.y - 38.0),
            Vec2::new(side * (root.x.abs() * 0.62), NECK_PIT - deep - 22.0),
            meet,
        ];
        let tone = if side < 0.0 { cloth.light } else { cloth.base };
        picture.fill(Outline::polygon(&flap), tone);
        picture.fill(ribbon(&flap[2..], &[1.4, 2.4, 1.4]), cloth.line.with_alpha(0.7));
        picture.fill(ribbon(&[flap[1], flap[2]], &[1.0, 2.0]), cloth.line.with_alpha(0.55));
    }
}

fn paint_soft_collar(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let root = root(subject, side);
        let fall = [
            root + Vec2::new(-side * 2.0, 8.0),
            root + Vec2::new(side * 20.0, -4.0),
            Vec2::new(root.x + side * 12.0, root.y - 52.0),
            Vec2::new(side * 26.0, NECK_PIT - 62.0),
            Vec2::new(0.0, NECK_PIT - 54.0),
            Vec2::new(side * 16.0, NECK_PIT - 20.0),
        ];
        picture.fill(Outline::smooth(&fall), if side < 0.0 { cloth.light } else { cloth.base });
        let edge = [fall[1], fall[2], fall[3], fall[4]];
        picture.fill(ribbon(&edge, &[1.0, 2.2, 1.0]), cloth.line.with_alpha(0.6));
    }
}

fn paint_placket(cloth: Surface, from: f32, picture: &mut Picture) {
    let line = [Vec2::new(9.0, from - 6.0), Vec2::new(9.0, BOTTOM)];
    picture.fill(ribbon(&line, &[2.0]), cloth.line.with_alpha(0.6));
}

fn paint_buttons(cloth: Surface, from: f32, to: f32, picture: &mut Picture) {
    let mut y = from;
    while y > to {
        picture.fill(Outline::ellipse(Vec2::new(0.0, y), Vec2::splat(4.2)), cloth.line);
        y -= 58.0;
    }
}

fn paint_hood(subject: &Subject, cut: Neckline, cloth: Surface, picture: &mut Picture) {
    paint_band(subject, cut, cloth.shade, 20.0, picture);
    paint_band(subject, Neckline { deep: cut.deep + 10.0, ..cut }, cloth.line.with_alpha(0.5), 2.0, picture);
    for side in [-1.0, 1.0] {
        let string = [
            Vec2::new(side * 20.0, NECK_PIT - 28.0),
            Vec2::new(side * 25.0, NECK_PIT - 66.0),
            Vec2::new(side * 22.0, NECK_PIT - 104.0 - 8.0 * side),
        ];
        picture.fill(ribbon(&string, &[4.0]), cloth.light.mix(Colour::hex(0xFF_FF_FF), 0.45));
        picture.fill(Outline::ellipse(Vec2::new(side * 20.0, NECK_PIT - 27.0), Vec2::splat(3.6)), cloth.line);
    }
}

fn paint_lapels(subject: &Subject, cut: Neckline, cloth: Surface, picture: &mut Picture) {
    for side in [-1.0, 1.0] {
        let root = root(subject, side);
        let [_, along, ..] = shoulder(subject, side);
        let lapel = [
            root + Vec2::new(-side * 3.0, 8.0),
            root.lerp(along, 0.5),
            Vec2::new(side * 78.0, NECK_PIT - 56.0),
            Vec2::new(side * 60.0, NECK_PIT - 66.0),
            Vec2::new(side * 70.0, NECK_PIT - 78.0),
            Vec2::new(0.0, NECK_PIT - cut.deep - 4.0),
        ];
        picture.fill(Outline::polygon(&lapel), if side < 0.0 { cloth.light } else { cloth.base });
        picture.fill(ribbon(&lapel[3..5], &[2.0]), cloth.line);
        picture.fill(ribbon(&lapel[4..], &[1.6, 2.6]), cloth.line);
        picture.fill(ribbon(&lapel[1..3], &[1.4, 2.0]), cloth.line.with_alpha(0.7));
    }
    paint_buttons(cloth, NECK_PIT - cut.deep - 30.0, -470.0, picture);
}

/// The small pattern printed on a hospital gown.
fn paint_pattern(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    let half = subject.torso.waist - 12.0;
    for row in 0_u8..6 {
        for column in 0_u8..6 {
            let across = (f32::from(column) + 0.5 * f32::from(row % 2)) / 5.5 * 2.0 - 1.0;
            let at = Vec2::new(across * half, -236.0 - 38.0 * f32::from(row));
            picture.fill(
                Outline::polygon(&[at + Vec2::Y * 4.0, at + Vec2::X * 3.0, at - Vec2::Y * 4.0, at - Vec2::X * 3.0]),
                cloth.line.with_alpha(0.55),
            );
        }
    }
}
