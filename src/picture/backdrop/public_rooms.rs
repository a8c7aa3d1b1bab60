//! Rooms that are open to everyone: the waiting area and the front desk.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture};
use super::props::{METAL, PAPER, WOOD, bar, block, clock, panel, shaded};

/// A row of chairs, a notice board, a low table with magazines, and a clock.
pub(super) fn paint_waiting_area(bounds: Bounds, hour: f32, picture: &mut Picture) {
    let reach = bounds.reach();
    paint_chairs(-bounds.half_width + 40.0, bounds.half_width + 60.0, picture);
    paint_magazines(-0.60 * reach, picture);
    let x = 0.66 * reach;
    block(x, 72.0, 74.0, 52.0, WOOD, picture);
    block(x, 72.0, 67.0, 45.0, Colour::hex(0xD9_CB_B3), picture);
    for (dx, dy, colour) in
        [(-40.0, 12.0, 0xF4_F1_EA), (6.0, 16.0, 0xBF_D0_D6), (42.0, 6.0, 0xF4_F1_EA), (-30.0, -26.0, 0xE5_C9_A8)]
    {
        block(x + dx, 72.0 + dy, 15.0, 18.0, Colour::hex(colour), picture);
    }
    clock(x, 160.0, hour, picture);
}

fn paint_chairs(from: f32, to: f32, picture: &mut Picture) {
    let (seat, shade) = (Colour::hex(0x7F_9B_9B), Colour::hex(0x68_85_87));
    panel((from - 60.0, -276.0), (to, -268.0), METAL, picture);
    let mut x = from;
    while x < to {
        let back = Outline::rounded(Vec2::new(x - 42.0, -246.0), Vec2::new(x + 42.0, -150.0), 22.0);
        picture.fill(back, seat);
        let cushion = Outline::rounded(Vec2::new(x - 47.0, -266.0), Vec2::new(x + 47.0, -236.0), 12.0);
        picture.fill(cushion, shade);
        bar((x + 56.0, -206.0), (x + 56.0, -270.0), 5.0, METAL, picture);
        for leg in [-34.0, 34.0] {
            bar((x + leg, -270.0), (x + leg, FLOOR - 16.0), 6.0, METAL, picture);
        }
        x += 112.0;
    }
}

/// A low table with magazines, in front of the chairs.
fn paint_magazines(x: f32, picture: &mut Picture) {
    for leg in [x - 56.0, x + 56.0] {
        bar((leg, -296.0), (leg, -372.0), 8.0, shaded(WOOD), picture);
    }
    block(x, -292.0, 78.0, 7.0, WOOD, picture);
    for (dx, up, half, colour) in
        [(-22.0, 0.0, 32.0, 0xB9_7F_72), (-18.0, 7.0, 28.0, 0x86_9F_A8), (34.0, 0.0, 24.0, 0xD9_C9_A2)]
    {
        block(x + dx, -281.0 + up, half, 3.5, Colour::hex(colour), picture);
    }
}

/// The left and right edge of the glass doors at the entrance.
pub(super) const fn doors(reach: f32) -> (f32, f32) {
    let middle = -0.64 * reach;
    (middle - 92.0, middle + 92.0)
}

/// The frame of the doors, a sign, a clock, leaflets, and chairs for those who cannot stand.
pub(super) fn paint_front_desk(bounds: Bounds, hour: f32, picture: &mut Picture) {
    let reach = bounds.reach();
    let (left, right) = doors(reach);
    let frame = Colour::hex(0xA3_AE_B4);
    let middle = f32::midpoint(left, right);
    for (from, to) in [
        ((left - 10.0, FLOOR), (left, 136.0)),
        ((right, FLOOR), (right + 10.0, 136.0)),
        ((middle - 5.0, FLOOR), (middle + 5.0, 126.0)),
    ] {
        panel(from, to, frame, picture);
    }
    panel((left - 10.0, 118.0), (right + 10.0, 138.0), shaded(frame), picture);
    panel((left, FLOOR), (right, FLOOR + 14.0), frame, picture);
    for x in [middle - 16.0, middle + 16.0] {
        bar((x, -116.0), (x, -56.0), 6.0, frame, picture);
    }
    panel((left - 40.0, FLOOR - 26.0), (right + 40.0, FLOOR - 4.0), Colour::hex(0x8C_8F_8C), picture);

    let x = 0.66 * reach;
    block(x, 152.0, 84.0, 24.0, Colour::hex(0x5D_7F_91), picture);
    block(x - 22.0, 152.0, 42.0, 4.5, PAPER, picture);
    block(x + 52.0, 152.0, 14.0, 4.5, PAPER, picture);
    clock(x, 84.0, hour, picture);
    paint_leaflets(x, picture);
    let (seat, shade) = (Colour::hex(0x8D_A2_A0), Colour::hex(0x74_8B_8B));
    for along in [x - 50.0, x + 50.0] {
        picture.fill(Outline::rounded(Vec2::new(along - 38.0, -250.0), Vec2::new(along + 38.0, -168.0), 18.0), seat);
        picture.fill(Outline::rounded(Vec2::new(along - 42.0, -266.0), Vec2::new(along + 42.0, -240.0), 11.0), shade);
        for leg in [-30.0, 30.0] {
            bar((along + leg, -266.0), (along + leg, FLOOR - 12.0), 6.0, METAL, picture);
        }
    }
}

/// A rack of leaflets on the wall.
fn paint_leaflets(x: f32, picture: &mut Picture) {
    for (row, tones) in
        [(14.0, [0xC9_9E_8C_u32, 0x9F_B3_C8, 0xD3_BE_8E]), (-42.0, [0x9D_B5_9C, 0xE3_DC_CC, 0xB4_A2_B4])]
    {
        for (column, tone) in (-1_i8..=1).zip(tones) {
            block(x + 38.0 * f32::from(column), row, 15.0, 22.0, Colour::hex(tone), picture);
        }
        block(x, row - 18.0, 60.0, 7.0, Colour::hex(0xC9_CE_CE), picture);
    }
}
