//! Facial hair.

use glam::Vec2;

use super::super::shapes::{Outline, Picture, ribbon};
use super::{head, mouth, subject::Subject};
use crate::scenario::FacialHair;

/// Paints stubble or a beard. The mouth is painted over it.
pub(super) fn paint(subject: &Subject, picture: &mut Picture) {
    let hair = subject.tones.hair;
    let face = head::outline(subject);
    match subject.looks.facial_hair {
        FacialHair::None | FacialHair::Moustache => {}
        FacialHair::Stubble => {
            let shadow = subject.tones.skin.line.mix(hair.shade, 0.6);
            picture.fill(on_jaw(subject, 0.0).within(&face), shadow.with_alpha(0.09));
            picture.fill(on_jaw(subject, 7.0).within(&face), shadow.with_alpha(0.1));
        }
        FacialHair::Beard => {
            let beard = on_jaw(subject, 0.0).within(&enlarged(subject, 3.0));
            picture.fill(beard.clone(), hair.base);
            picture.fill(shaded_side(subject, beard), hair.shade);
        }
        FacialHair::FullBeard => {
            let full = full(subject);
            picture.fill(full.clone(), hair.base);
            paint_strands(subject, picture);
        }
    }
}

/// Paints the moustache, over the mouth.
pub(super) fn paint_moustache(subject: &Subject, picture: &mut Picture) {
    let heavy = match subject.looks.facial_hair {
        FacialHair::None | FacialHair::Stubble => return,
        FacialHair::Beard => 0.75,
        FacialHair::Moustache | FacialHair::FullBeard => 1.0,
    };
    let corner = mouth::corner(subject);
    let lift = 3.0 * subject.units.nose_wrinkle;
    for side in [-1.0, 1.0] {
        let at = |x: f32, y: f32| subject.on_face(Vec2::new(side * x, y));
        let smile = 3.0 * subject.units.lip_corner_pull;
        let half = [at(-1.0, -60.0 + lift), at(12.0, -61.0 + lift + smile), at(corner.x + 3.0, corner.y + 3.0)];
        let tone = if side < 0.0 { subject.tones.hair.base } else { subject.tones.hair.shade };
        picture.fill(ribbon(&half, &[9.0 * heavy, 10.0 * heavy, 8.0 * heavy, 2.0]), tone);
    }
}

/// The face enlarged by this percentage, so that a beard stands off the skin.
fn enlarged(subject: &Subject, percent: f32) -> Outline {
    head::outline(subject).map(|point| point * (1.0 + percent / 100.0))
}

/// From ear to ear along the jaw and over the upper lip; its upper edge is this much lower.
fn on_jaw(subject: &Subject, lower: f32) -> Outline {
    let skull = subject.skull;
    let bottom = skull.chin_y - 40.0;
    let at = |x: f32, y: f32| subject.on_face(Vec2::new(x, y - lower));
    let inner = [
        Vec2::new(skull.cheek + 4.0, 16.0),
        at(skull.cheek - 6.0, -10.0),
        at(skull.cheek - 11.0, -38.0),
        at(skull.cheek - 24.0, -60.0),
        at(26.0, -62.0),
        at(14.0, -56.0),
        at(0.0, -57.0),
        at(-14.0, -56.0),
        at(-26.0, -62.0),
        at(-skull.cheek + 24.0, -60.0),
        at(-skull.cheek + 11.0, -38.0),
        at(-skull.cheek + 6.0, -10.0),
        Vec2::new(-skull.cheek - 4.0, 16.0),
    ];
    let outer = [
        Vec2::new(-skull.cheek - 12.0, 16.0),
        Vec2::new(-skull.cheek - 12.0, bottom),
        Vec2::new(skull.cheek + 12.0, bottom),
        Vec2::new(skull.cheek + 12.0, 16.0),
    ];
    let mut points = Outline::of_curves(&[&inner]).points;
    points.extend(outer);
    Outline { points }
}

fn full(subject: &Subject) -> Outline {
    let skull = subject.skull;
    let drop = 12.0 * subject.units.jaw_drop;
    let outer = [
        Vec2::new(-skull.cheek + 1.0, 14.0),
        Vec2::new(-skull.cheek - 1.0, -44.0),
        Vec2::new(-skull.jaw - 2.0, -92.0),
        Vec2::new(-skull.chin - 14.0, -134.0 - drop),
        Vec2::new(0.0, -152.0 - drop),
        Vec2::new(skull.chin + 14.0, -134.0 - drop),
        Vec2::new(skull.jaw + 2.0, -92.0),
        Vec2::new(skull.cheek + 1.0, -44.0),
        Vec2::new(skull.cheek - 1.0, 14.0),
    ];
    let at = |x: f32, y: f32| subject.on_face(Vec2::new(x, y));
    let inner = [
        at(skull.cheek - 5.0, -8.0),
        at(skull.cheek - 20.0, -48.0),
        at(34.0, -60.0),
        at(0.0, -58.0),
        at(-34.0, -60.0),
        at(-skull.cheek + 20.0, -48.0),
        at(-skull.cheek + 5.0, -8.0),
    ];
    Outline::of_curves(&[&outer, &inner])
}

/// The side of a beard that is turned away from the light.
fn shaded_side(subject: &Subject, beard: Outline) -> Outline {
    let away = [
        Vec2::new(subject.skull.cheek - 4.0, 40.0),
        Vec2::new(2.0, -160.0),
        Vec2::new(140.0, -160.0),
        Vec2::new(140.0, 40.0),
    ];
    beard.within(&Outline::polygon(&away))
}

fn paint_strands(subject: &Subject, picture: &mut Picture) {
    let drop = 12.0 * subject.units.jaw_drop;
    for (x, from, to) in
        [(-34.0, -84.0, -122.0), (-12.0, -100.0, -140.0), (14.0, -100.0, -142.0), (38.0, -82.0, -124.0)]
    {
        let strand = [
            Vec2::new(x, from - drop),
            Vec2::new(x * 0.9, f32::midpoint(from, to) - drop),
            Vec2::new(x * 0.6, to - drop),
        ];
        picture.fill(ribbon(&strand, &[1.0, 5.0, 1.0]), subject.tones.hair.shade);
    }
}
