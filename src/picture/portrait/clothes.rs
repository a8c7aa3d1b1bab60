//! Clothes, except for what is at the neck and down the front (see `collar`).

use glam::Vec2;

use super::super::shapes::{Outline, Picture, curve, ribbon};
use super::body::{BOTTOM, root, shoulder};
use super::collar;
use super::subject::{NECK_PIT, Subject};
use super::tones::{Surface, surface};
use crate::scenario::Clothes;

pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    collar::paint_under(subject, picture);
    let cloth = cloth(subject);
    let depth = neckline(subject.looks.wears);
    let garment = garment(subject, depth);
    picture.fill(garment.clone(), cloth.base);
    paint_shaded_side(subject, cloth, picture);
    paint_arms(subject, cloth, picture);
    collar::paint(subject, cloth, picture);
}

/// The tones of the garment. A gown is paler than its colour.
pub(super) fn cloth(subject: &Subject) -> Surface {
    let own = subject.tones.cloth;
    match subject.looks.wears {
        Clothes::Gown => surface(own.base.mix(super::super::shapes::Colour::hex(0xF3_F1_EC), 0.62)),
        _ => own,
    }
}

/// How a garment is cut at the neck.
#[derive(Clone, Copy)]
pub(super) struct Neckline {
    /// How far from the neck it begins at the shoulders.
    pub(super) wide: f32,
    /// How far its lowest point is below the pit of the neck.
    pub(super) deep: f32,
    /// Round rather than pointed.
    pub(super) round: bool,
}

pub(super) const fn neckline(wears: Clothes) -> Neckline {
    let (wide, deep, round) = match wears {
        Clothes::Shirt => (0.0, 34.0, false),
        Clothes::Jumper => (0.0, 8.0, true),
        Clothes::Jacket => (4.0, 150.0, false),
        Clothes::Blouse => (6.0, 52.0, false),
        Clothes::TShirt => (7.0, 20.0, true),
        Clothes::Hoodie => (2.0, 22.0, true),
        Clothes::Cardigan => (3.0, 190.0, false),
        Clothes::Gown => (13.0, 32.0, true),
        Clothes::Scrubs => (6.0, 58.0, false),
        Clothes::Dress => (24.0, 46.0, true),
    };
    Neckline { wide, deep, round }
}

/// The neckline's edge, from the left to the right shoulder.
pub(super) fn neck_edge(subject: &Subject, cut: Neckline) -> Vec<Vec2> {
    let (left, right) = (along_shoulder(subject, -1.0, cut.wide), along_shoulder(subject, 1.0, cut.wide));
    let low = NECK_PIT - cut.deep;
    if cut.round {
        let half = right.x * 0.72;
        let level = left.y.min(right.y) * 0.36 + low * 0.64;
        curve(&[left, Vec2::new(-half, level), Vec2::new(0.0, low), Vec2::new(half, level), right])
    } else {
        vec![left, Vec2::new(0.0, low), right]
    }
}

/// The point on the shoulder this far from the neck.
fn along_shoulder(subject: &Subject, side: f32, far: f32) -> Vec2 {
    let [_, next, ..] = shoulder(subject, side);
    let start = root(subject, side);
    start + (next - start).normalize_or_zero() * far
}

fn garment(subject: &Subject, cut: Neckline) -> Outline {
    let mut points = neck_edge(subject, cut);
    points.extend(curve(&shoulder(subject, 1.0)).into_iter().skip(1 + usize::from(cut.wide > 10.0) * 4));
    points.extend(curve(&shoulder(subject, -1.0)).into_iter().skip(1 + usize::from(cut.wide > 10.0) * 4).rev());
    Outline { points }
}

/// Paints the side that is turned away from the light.
fn paint_shaded_side(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    let shoulder = shoulder(subject, 1.0);
    let mut points: Vec<Vec2> = curve(&shoulder[2..]);
    let wide = subject.torso.shoulder;
    points.extend(curve(&[
        Vec2::new(wide * 0.5, BOTTOM),
        Vec2::new(wide * 0.62, -420.0),
        Vec2::new(wide * 0.62, -300.0),
        Vec2::new(wide * 0.72, -236.0),
        shoulder[2],
    ]));
    picture.fill(Outline { points }, cloth.shade);
}

/// The creases between arms and body, and the skin below short sleeves.
fn paint_arms(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    let waist = subject.torso.waist;
    for side in [-1.0, 1.0] {
        let [.., tip, _, _, _] = shoulder(subject, side);
        let fold = [
            Vec2::new(side * (waist - 2.0), tip.y - 34.0),
            Vec2::new(side * (waist + 4.0), -320.0),
            Vec2::new(side * (waist + 2.0), -430.0),
            Vec2::new(side * (waist + 8.0), BOTTOM),
        ];
        picture.fill(ribbon(&fold, &[1.0, 4.5, 5.5, 5.5]), cloth.line.with_alpha(0.8));
        if side < 0.0 {
            let light = [tip + Vec2::new(12.0, 24.0), tip + Vec2::new(2.0, -20.0), tip + Vec2::new(2.0, -90.0)];
            picture.fill(ribbon(&light, &[1.0, 9.0, 1.0]), cloth.light);
        }
    }
    if matches!(subject.looks.wears, Clothes::TShirt | Clothes::Scrubs | Clothes::Gown) {
        paint_bare_arms(subject, cloth, picture);
    }
}

fn paint_bare_arms(subject: &Subject, cloth: Surface, picture: &mut Picture) {
    let skin = subject.tones.skin;
    let (inner, outer) = (subject.torso.waist + 10.0, subject.torso.shoulder + 18.0);
    for side in [-1.0, 1.0] {
        let at = |x: f32, y: f32| Vec2::new(side * x, y);
        let arm =
            [at(inner, -350.0), at(outer + 1.0, -350.0), at(outer, -440.0), at(outer - 2.0, BOTTOM), at(inner, BOTTOM)];
        picture.fill(Outline::polygon(&arm), if side < 0.0 { skin.base } else { skin.shade });
        let hem = [at(inner - 3.0, -351.0), at(f32::midpoint(inner, outer), -356.0), at(outer + 1.0, -351.0)];
        picture.fill(ribbon(&hem, &[1.6, 2.6, 1.6]), cloth.line.with_alpha(0.8));
    }
}
