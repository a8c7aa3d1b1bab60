//! What a person sits or lies in, as far as it shows beside them.

use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::{body::BOTTOM, subject::Subject};
use crate::scenario::Seat;

const LINEN: Colour = Colour::hex(0xF0_EC_E4);
const LINEN_SHADE: Colour = Colour::hex(0xD5_D1_CB);
const FRAME: Colour = Colour::hex(0x55_5B_63);
const FRAME_LIGHT: Colour = Colour::hex(0x7B_82_8B);

pub(super) fn paint_behind(subject: &Subject, picture: &mut Picture) {
    let wide = subject.torso.shoulder;
    match subject.looks.seat {
        Seat::Standing => {}
        Seat::Chair => paint_chair(wide, hidden_by_body(subject), picture),
        Seat::Wheelchair => paint_wheelchair(wide, hidden_by_body(subject), picture),
        Seat::Bed => paint_bed(wide, hidden_by_body(subject), picture),
    }
}

/// The upper right corner of the area that the body hides in every pose; nothing need be painted there.
pub(super) fn hidden_by_body(subject: &Subject) -> Vec2 {
    let grown = subject.body_pose().transform_vector2(Vec2::X).x;
    Vec2::new(0.78 * grown * subject.torso.shoulder, -266.0)
}

/// The back of a seat, with round upper corners. It leaves out the area below the corner `hidden` and its mirror image,
/// which the body hides: filling it would cost as much as the rest of the picture.
fn arch(corner: Vec2, radius: f32, hidden: Vec2) -> Outline {
    let arc = |step: u8| corner - radius + radius * Vec2::from_angle(f32::from(step) / 32.0 * std::f32::consts::TAU);
    let mut right = vec![Vec2::new(hidden.x, hidden.y), Vec2::new(hidden.x, BOTTOM), Vec2::new(corner.x, BOTTOM)];
    right.extend((0..=8).map(arc));
    let left: Vec<Vec2> = right.iter().rev().map(|point| Vec2::new(-point.x, point.y)).collect();
    Outline { points: [right, left].concat() }
}

/// A padded chair, whose back shows beside the shoulders.
fn paint_chair(wide: f32, hidden: Vec2, picture: &mut Picture) {
    let (wood, cloth, shade) = (Colour::hex(0x8A_65_48), Colour::hex(0x9C_A9_A4), Colour::hex(0x85_93_8F));
    let corner = Vec2::new(wide + 26.0, -188.0);
    picture.fill(arch(corner + 12.0, 34.0, corner - 10.0), wood);
    let padding = arch(corner, 26.0, hidden);
    picture.fill(padding.clone(), cloth);
    let away = Outline::rectangle(Vec2::new(wide * 0.6, BOTTOM), Vec2::new(corner.x, corner.y));
    picture.fill(padding.within(&away), shade);
}

/// The raised head of a bed with a pillow.
fn paint_bed(wide: f32, hidden: Vec2, picture: &mut Picture) {
    let corner = Vec2::new(wide + 52.0, -92.0);
    picture.fill(arch(corner + Vec2::new(22.0, 34.0), 22.0, corner - 10.0), Colour::hex(0xB9_A2_88));
    picture.fill(arch(corner, 26.0, hidden), Colour::hex(0xDF_E4_E4));
    let pillow = |grow: f32, down: f32| {
        Outline::smooth(&[
            Vec2::new(-wide - 8.0 - grow, 22.0 - down),
            Vec2::new(-wide * 0.5, 8.0 - down + grow),
            Vec2::new(0.0, 4.0 - down + grow),
            Vec2::new(wide * 0.5, 8.0 - down + grow),
            Vec2::new(wide + 8.0 + grow, 22.0 - down),
            Vec2::new(wide - 4.0 + grow, -74.0 - down),
            Vec2::new(wide + 12.0 + grow, -172.0 - down),
            Vec2::new(wide * 0.5, -158.0 - down - grow),
            Vec2::new(-wide * 0.5, -158.0 - down - grow),
            Vec2::new(-wide - 12.0 - grow, -172.0 - down),
            Vec2::new(-wide + 4.0 - grow, -74.0 - down),
        ])
    };
    picture.fill(pillow(3.0, 6.0), LINEN_SHADE.mix(FRAME, 0.18));
    picture.fill(pillow(0.0, 0.0), LINEN);
    for side in [-1.0, 1.0] {
        for (out, up) in [(0.0, 6.0), (2.0, -158.0)] {
            let crease = [
                Vec2::new(side * (wide - out), up),
                Vec2::new(side * (wide - 26.0), up - 0.16 * (up + 74.0) - 8.0),
                Vec2::new(side * (wide - 52.0), up - 0.3 * (up + 74.0)),
            ];
            picture.fill(ribbon(&crease, &[1.0, 4.0, 1.0]), LINEN_SHADE);
        }
    }
}

fn paint_wheelchair(wide: f32, hidden: Vec2, picture: &mut Picture) {
    let back = arch(Vec2::new(wide + 8.0, -236.0), 16.0, hidden);
    picture.fill(back, Colour::hex(0x3A_3F_47));
    for side in [-1.0, 1.0] {
        let at = |x: f32, y: f32| Vec2::new(side * x, y);
        picture.fill(
            ribbon(&[at(wide + 14.0, BOTTOM), at(wide + 14.0, -230.0), at(wide + 16.0, -196.0)], &[11.0]),
            FRAME_LIGHT,
        );
        picture.fill(
            ribbon(&[at(wide + 12.0, -196.0), at(wide + 30.0, -186.0), at(wide + 52.0, -186.0)], &[16.0, 17.0, 16.0]),
            FRAME,
        );
        let rim: Vec<Vec2> = (0_u8..=8)
            .map(|step| {
                let angle = 0.25 + f32::from(step) / 8.0 * 1.7;
                at(wide + 34.0, -560.0) + Vec2::new(side * 62.0 * angle.cos(), 176.0 * angle.sin())
            })
            .collect();
        picture.fill(ribbon(&rim, &[10.0]), FRAME);
        picture.fill(ribbon(&[at(wide - 6.0, -392.0), at(wide + 40.0, -392.0)], &[20.0]), FRAME);
    }
}

/// Paints the blanket of a bed, in front of the person.
pub(super) fn paint_in_front(subject: &Subject, picture: &mut Picture) {
    if subject.looks.seat != Seat::Bed {
        return;
    }
    let wide = subject.torso.shoulder + 96.0;
    let blanket = Colour::hex(0x8F_A9_AE);
    let edge = [
        Vec2::new(-wide - 26.0, BOTTOM),
        Vec2::new(-wide - 10.0, -440.0),
        Vec2::new(-wide * 0.86, -384.0),
        Vec2::new(-wide * 0.4, -362.0),
        Vec2::new(0.0, -358.0),
        Vec2::new(wide * 0.4, -362.0),
        Vec2::new(wide * 0.86, -384.0),
        Vec2::new(wide + 10.0, -440.0),
        Vec2::new(wide + 26.0, BOTTOM),
    ];
    picture.fill(Outline::of_curves(&[&edge]), blanket);
    let sheet: Vec<Vec2> = edge[2..7].iter().map(|point| Vec2::new(point.x, point.y - 14.0)).collect();
    picture.fill(ribbon(&sheet, &[20.0, 30.0, 30.0, 20.0]), LINEN);
    let seam: Vec<Vec2> = sheet.iter().map(|point| *point - Vec2::Y * 15.0).collect();
    picture.fill(ribbon(&seam, &[1.0, 3.0, 3.0, 1.0]), LINEN_SHADE);
    for x in [-0.55, -0.1, 0.42] {
        let fold = [Vec2::new(wide * x, -400.0), Vec2::new(wide * (x + 0.06), -450.0), Vec2::new(wide * x, -520.0)];
        picture.fill(ribbon(&fold, &[1.0, 7.0, 1.0]), Colour::hex(0x77_92_98));
    }
}
