//! Furniture: a few large quiet shapes that say where we are.

use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::{Bounds, wall::FLOOR};
use crate::scenario::Place;

const PAPER: Colour = Colour::hex(0xF4_F1_EA);
const METAL: Colour = Colour::hex(0x9B_A4_AA);
const WOOD: Colour = Colour::hex(0xB4_93_73);

/// Paints the furniture.
pub(super) fn paint(setting: Place, bounds: Bounds, picture: &mut Picture) {
    let wide = bounds.half_width;
    match setting {
        Place::WaitingArea => paint_waiting_area(wide, picture),
        Place::Ward => paint_ward(wide, bounds.top, picture),
        Place::ClinicRoom => paint_clinic_room(wide, picture),
        Place::Bay => paint_bay(wide, bounds, picture),
        Place::Home => paint_home(wide, picture),
        Place::FrontDesk => paint_front_desk(wide, picture),
        Place::TeamRoom => paint_team_room(wide, picture),
        Place::Telephone => paint_lamp(wide, picture),
    }
}

/// An upright rectangle from its middle and half its size.
fn block(x: f32, y: f32, half_width: f32, half_height: f32, colour: Colour, picture: &mut Picture) {
    let (middle, half) = (Vec2::new(x, y), Vec2::new(half_width, half_height));
    picture.fill(Outline::rounded(middle - half, middle + half, 5.0), colour);
}

fn paint_waiting_area(wide: f32, picture: &mut Picture) {
    let (seat, shade) = (Colour::hex(0x7F_9B_9B), Colour::hex(0x68_85_87));
    let mut x = -wide + 40.0;
    while x < wide + 60.0 {
        let back = Outline::rounded(Vec2::new(x - 42.0, -246.0), Vec2::new(x + 42.0, -150.0), 22.0);
        picture.fill(back, seat);
        let cushion = Outline::rounded(Vec2::new(x - 47.0, -266.0), Vec2::new(x + 47.0, -236.0), 12.0);
        picture.fill(cushion, shade);
        for leg in [-34.0, 34.0] {
            block(x + leg, -296.0, 3.0, 32.0, METAL, picture);
        }
        x += 112.0;
    }
    block(0.62 * wide, 82.0, 74.0, 52.0, WOOD, picture);
    block(0.62 * wide, 82.0, 67.0, 45.0, Colour::hex(0xD9_CB_B3), picture);
    for (dx, dy, colour) in [
        (-40.0, 12.0, PAPER),
        (6.0, 16.0, Colour::hex(0xBF_D0_D6)),
        (42.0, 6.0, PAPER),
        (-30.0, -26.0, Colour::hex(0xE5_C9_A8)),
    ] {
        block(0.62 * wide + dx, 82.0 + dy, 15.0, 18.0, colour, picture);
    }
}

/// Curtain cloth hanging between two edges.
fn paint_curtain(from: f32, to: f32, top: f32, colour: Colour, picture: &mut Picture) {
    let bottom = FLOOR + 18.0;
    picture.fill(Outline::rectangle(Vec2::new(from, bottom), Vec2::new(to, top)), colour);
    let fold = colour.mix(Colour::hex(0x3C_50_5C), 0.16);
    let mut x = from + 16.0;
    while x < to - 8.0 {
        picture.fill(
            ribbon(&[Vec2::new(x, top), Vec2::new(x + 2.0, -60.0), Vec2::new(x - 2.0, bottom)], &[3.0, 9.0, 13.0]),
            fold,
        );
        x += 34.0;
    }
}

fn paint_ward(wide: f32, top: f32, picture: &mut Picture) {
    let rail = 168.0_f32.min(top - 20.0);
    block(0.5 * wide, rail, 0.56 * wide, 3.0, METAL, picture);
    paint_curtain(0.60 * wide, wide + 10.0, rail - 4.0, Colour::hex(0xA9_C2_BE), picture);
    block(-0.24 * wide, 96.0_f32.min(top), 44.0, 7.0, PAPER, picture);
    block(-0.62 * wide, -236.0, 52.0, 62.0, Colour::hex(0xD3_C8_B5), picture);
    block(-0.62 * wide, -178.0, 58.0, 6.0, WOOD, picture);
    block(-0.62 * wide - 18.0, -154.0, 12.0, 19.0, Colour::hex(0xBF_D7_DF), picture);
    block(-0.62 * wide + 14.0, -161.0, 8.0, 12.0, PAPER, picture);
}

fn paint_clinic_room(wide: f32, picture: &mut Picture) {
    block(0.56 * wide, 74.0, 52.0, 70.0, PAPER, picture);
    for (row, half) in [(0.0, 30.0), (1.0, 24.0), (2.0, 34.0), (3.0, 18.0)] {
        block(0.56 * wide, 112.0 - 24.0 * row, half, 4.0, Colour::hex(0xB5_C2_C4), picture);
    }
    let desk = 0.60 * wide;
    block(desk + 40.0, -206.0, 150.0, 7.0, WOOD, picture);
    block(desk + 110.0, -262.0, 50.0, 50.0, Colour::hex(0xA3_84_66), picture);
    block(desk + 34.0, -136.0, 66.0, 44.0, Colour::hex(0x56_5E_66), picture);
    block(desk + 34.0, -135.0, 60.0, 38.0, Colour::hex(0xBE_D0_D3), picture);
    block(desk + 34.0, -190.0, 9.0, 14.0, Colour::hex(0x56_5E_66), picture);
    block(-0.62 * wide, -236.0, 130.0, 17.0, Colour::hex(0x8E_AC_A9), picture);
    block(-0.62 * wide - 96.0, -212.0, 34.0, 12.0, PAPER, picture);
    block(-0.62 * wide, -284.0, 112.0, 30.0, Colour::hex(0xC9_C5_BB), picture);
}

fn paint_bay(wide: f32, bounds: Bounds, picture: &mut Picture) {
    let rail = (bounds.top - 22.0).min(176.0);
    block(0.0, rail, wide + 10.0, 3.5, METAL, picture);
    let cloth = Colour::hex(0xA7_BF_CC);
    paint_curtain(-wide - 10.0, -0.56 * wide, rail - 4.0, cloth, picture);
    paint_curtain(0.68 * wide, wide + 10.0, rail - 4.0, cloth, picture);
    let x = 0.44 * wide;
    block(x, 66.0, 54.0, 42.0, Colour::hex(0x4E_57_61), picture);
    block(x, 66.0, 47.0, 35.0, Colour::hex(0x2E_3A_44), picture);
    let pulse = [-42.0, -20.0, -12.0, -4.0, 4.0, 12.0, 40.0];
    let beat = [0.0, 0.0, 10.0, -8.0, 14.0, 0.0, 0.0];
    for pair in 0..pulse.len() - 1 {
        let at = |index: usize| Vec2::new(x + pulse[index], 74.0 + beat[index]);
        picture.fill(ribbon(&[at(pair), at(pair + 1)], &[2.2]), Colour::hex(0x8F_C9_A8));
    }
    block(x - 12.0, 46.0, 26.0, 2.2, Colour::hex(0x7F_B2_CC), picture);
    block(-0.34 * wide, 64.0_f32.min(bounds.top), 48.0, 7.0, PAPER, picture);
    block(-0.34 * wide, 8.0, 86.0, 13.0, Colour::hex(0xC6_CE_D0), picture);
    for step in [-50.0, -18.0, 14.0, 46.0] {
        block(-0.34 * wide + step, 8.0, 7.0, 7.0, Colour::hex(0xA5_B2_B7), picture);
    }
}

fn paint_home(wide: f32, picture: &mut Picture) {
    let cloth = Colour::hex(0xC4_9A_80);
    let window = -wide + 0.14 * wide;
    paint_curtain(window - 46.0, window - 4.0, 186.0, cloth, picture);
    paint_curtain(window + 174.0, window + 216.0, 186.0, cloth, picture);
    let shelf = 0.60 * wide;
    block(shelf, 92.0, 84.0, 5.0, WOOD, picture);
    let books = [
        (-70.0, 26.0, 0x9C_6B_5A),
        (-55.0, 22.0, 0x6F_83_7C),
        (-41.0, 28.0, 0xC3_A0_66),
        (-26.0, 24.0, 0x7A_6A_82),
        (-12.0, 20.0, 0xA9_87_6E),
    ];
    for (dx, half, colour) in books {
        block(shelf + dx, 97.0 + half, 6.5, half, Colour::hex(colour), picture);
    }
    block(shelf + 46.0, 122.0, 22.0, 25.0, WOOD, picture);
    block(shelf + 46.0, 122.0, 17.0, 20.0, PAPER, picture);
    paint_lamp(wide, picture);
    let sofa = Colour::hex(0x8E_9A_82);
    block(-0.58 * wide, -246.0, 150.0, 70.0, sofa, picture);
    block(-0.58 * wide, -262.0, 126.0, 46.0, Colour::hex(0x9D_A9_90), picture);
}

fn paint_lamp(wide: f32, picture: &mut Picture) {
    let x = 0.66 * wide;
    block(x, -238.0, 96.0, 6.0, WOOD, picture);
    block(x, -280.0, 76.0, 38.0, Colour::hex(0x9B_7B_60), picture);
    block(x, -182.0, 5.0, 50.0, Colour::hex(0x8A_73_5E), picture);
    block(x, -230.0, 26.0, 5.0, Colour::hex(0x8A_73_5E), picture);
    picture.fill(lamp_shade(x), Colour::hex(0xF6_E2_BA));
}

/// The shade of the lamp at `x`.
pub(super) fn lamp_shade(x: f32) -> Outline {
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    Outline::polygon(&[at(-34.0, -26.0), at(34.0, -26.0), at(54.0, -134.0), at(-54.0, -134.0)])
}

fn paint_front_desk(wide: f32, picture: &mut Picture) {
    let door = -0.62 * wide;
    block(door, -80.0, 84.0, 236.0, Colour::hex(0xC9_C2_B6), picture);
    block(door, -84.0, 74.0, 228.0, Colour::hex(0xA9_B9_C2), picture);
    block(door + 20.0, 40.0, 20.0, 62.0, Colour::hex(0xD5_E3_E8), picture);
    block(door + 56.0, -98.0, 5.0, 18.0, METAL, picture);
    block(0.54 * wide, 124.0, 132.0, 28.0, Colour::hex(0x5D_7F_91), picture);
    block(0.54 * wide - 34.0, 124.0, 62.0, 5.0, PAPER, picture);
    block(0.54 * wide + 84.0, 124.0, 22.0, 5.0, PAPER, picture);
    picture.fill(Outline::ellipse(Vec2::new(0.62 * wide, 32.0), Vec2::splat(36.0)), Colour::hex(0x66_70_78));
    picture.fill(Outline::ellipse(Vec2::new(0.62 * wide, 32.0), Vec2::splat(31.0)), PAPER);
    for hand in [Vec2::new(0.0, 22.0), Vec2::new(15.0, -6.0)] {
        let middle = Vec2::new(0.62 * wide, 32.0);
        picture.fill(ribbon(&[middle, middle + hand], &[3.2, 2.2]), Colour::hex(0x4A_50_56));
    }
    block(0.72 * wide, -210.0, 90.0, 100.0, Colour::hex(0xB4_BC_BE), picture);
    for y in [-150.0, -196.0, -242.0] {
        block(0.72 * wide, y, 80.0, 18.0, Colour::hex(0xC6_CC_CC), picture);
        block(0.72 * wide, y, 14.0, 3.0, METAL, picture);
    }
}

fn paint_team_room(wide: f32, picture: &mut Picture) {
    let board = 0.58 * wide;
    block(board, 66.0, 138.0, 84.0, METAL, picture);
    block(board, 66.0, 131.0, 77.0, PAPER, picture);
    for row in [108.0, 78.0, 48.0, 18.0] {
        block(board, row, 122.0, 1.2, Colour::hex(0xC4_CC_CE), picture);
    }
    for (dx, y, half, colour) in [
        (-84.0, 94.0, 26.0, 0x8F_B0_A4),
        (-10.0, 94.0, 34.0, 0xD9_B6_8A),
        (70.0, 62.0, 30.0, 0x9F_B3_C8),
        (-70.0, 34.0, 36.0, 0xC9_9E_96),
        (30.0, 34.0, 22.0, 0x8F_B0_A4),
    ] {
        block(board + dx, y, half, 7.0, Colour::hex(colour), picture);
    }
    let counter = -0.60 * wide;
    block(counter, -180.0, 190.0, 8.0, WOOD, picture);
    block(counter, -250.0, 182.0, 62.0, Colour::hex(0xC7_CB_BF), picture);
    block(counter - 40.0, -146.0, 24.0, 28.0, Colour::hex(0x7E_88_8E), picture);
    for (dx, colour) in [(10.0, 0xB8_6F_5E), (44.0, 0x6F_8C_94), (78.0, 0xD3_B3_7C)] {
        block(counter + dx, -158.0, 12.0, 15.0, Colour::hex(colour), picture);
    }
}
