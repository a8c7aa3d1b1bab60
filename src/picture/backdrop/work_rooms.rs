//! Rooms that people work in: the clinic room and the team room.

use super::bounds::Bounds;
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::props::{DARK_METAL, METAL, PAPER, SHELL, WOOD, bar, block, disc, panel, shaded};

/// A desk with a computer, an examination couch, an eye chart, and a blood pressure gauge.
pub(super) fn paint_clinic_room(bounds: Bounds, picture: &mut Picture) {
    let reach = bounds.reach();
    paint_eye_chart(0.66 * reach, picture);
    paint_couch(-0.62 * reach, picture);
    let desk = 0.62 * reach;
    block(desk + 40.0, -206.0, 150.0, 7.0, WOOD, picture);
    block(desk + 110.0, -262.0, 50.0, 50.0, Colour::hex(0xA3_84_66), picture);
    for y in [-242.0, -270.0] {
        block(desk + 110.0, y, 12.0, 2.5, METAL, picture);
    }
    block(desk + 24.0, -136.0, 66.0, 44.0, DARK_METAL, picture);
    block(desk + 24.0, -190.0, 9.0, 14.0, DARK_METAL, picture);
    block(desk + 24.0, -198.0, 28.0, 3.5, DARK_METAL, picture);
    // A blood pressure gauge on the wall, with its cuff's hose.
    let x = desk + 126.0;
    block(x, -8.0, 20.0, 24.0, SHELL, picture);
    disc(x, -2.0, 13.0, PAPER, picture);
    bar((x, -2.0), (x + 7.0, 6.0), 2.6, DARK_METAL, picture);
    let hose = [(0.0, -30.0), (14.0, -62.0), (-10.0, -78.0), (4.0, -104.0)].map(|(dx, y)| Vec2::new(x + dx, y));
    picture.fill(ribbon(&hose, &[4.0]), DARK_METAL);
}

/// The page on the computer's screen.
pub(super) fn paint_clinic_room_emissive(bounds: Bounds, picture: &mut Picture) {
    let x = 0.62 * bounds.reach() + 24.0;
    block(x, -135.0, 60.0, 38.0, Colour::hex(0xC2_D0_D1), picture);
    panel((x - 56.0, -110.0), (x + 56.0, -104.0), Colour::hex(0x8F_A9_AF), picture);
    for (row, half) in [(-120.0, 30.0), (-132.0, 40.0), (-144.0, 24.0)] {
        panel((x - 50.0, row), (x - 50.0 + 2.0 * half, row + 4.0), Colour::hex(0xA6_B8_BB), picture);
    }
}

/// An eye chart: rows of letters that get smaller.
fn paint_eye_chart(x: f32, picture: &mut Picture) {
    block(x, 86.0, 50.0, 78.0, PAPER, picture);
    let ink = Colour::hex(0xA6_AC_AC);
    for (row, count, size) in
        [(138.0, 1_u8, 13.0), (106.0, 2, 10.0), (80.0, 3, 7.0), (60.0, 4, 5.0), (44.0, 5, 3.6), (30.0, 6, 2.6)]
    {
        for letter in 0..count {
            let along = x + (f32::from(letter) - f32::from(count - 1) / 2.0) * size * 3.1;
            // Each letter is an E, facing one way or the other.
            let turn = if (letter + count).is_multiple_of(2) { size } else { -size };
            bar((along - turn * 0.8, row - size), (along - turn * 0.8, row + size), size * 0.5, ink, picture);
            for up in [-0.75, 0.0, 0.75] {
                bar((along - turn, row + up * size), (along + turn, row + up * size), size * 0.5, ink, picture);
            }
        }
    }
}

fn paint_couch(x: f32, picture: &mut Picture) {
    let cover = Colour::hex(0x8E_AC_A9);
    for leg in [x - 108.0, x + 104.0] {
        bar((leg, -246.0), (leg, -318.0), 10.0, METAL, picture);
    }
    block(x, -254.0, 118.0, 8.0, METAL, picture);
    block(x + 24.0, -234.0, 108.0, 16.0, cover, picture);
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    let head = [at(-62.0, -250.0), at(-140.0, -182.0), at(-122.0, -164.0), at(-52.0, -220.0)];
    picture.fill(Outline::smooth(&head), cover);
    // The paper cover of the couch.
    picture.fill(
        Outline::polygon(&[
            at(-130.0, -170.0),
            at(-118.0, -160.0),
            at(-52.0, -216.0),
            at(128.0, -216.0),
            at(128.0, -224.0),
            at(-56.0, -224.0),
        ]),
        PAPER,
    );
}

/// A planning board, a table, and a counter with kettle and mugs.
pub(super) fn paint_team_room(bounds: Bounds, picture: &mut Picture) {
    let reach = bounds.reach();
    let board = 0.66 * reach;
    let half = (0.29 * reach).clamp(72.0, 138.0);
    block(board, 76.0, half, 80.0, METAL, picture);
    block(board, 76.0, half - 7.0, 73.0, PAPER, picture);
    for row in [118.0, 88.0, 58.0, 28.0] {
        panel((board - half + 14.0, row - 1.2), (board + half - 14.0, row + 1.2), Colour::hex(0xC4_CC_CE), picture);
    }
    for (along, y, long, colour) in [
        (-0.6, 104.0, 0.19, 0x8F_B0_A4),
        (-0.07, 104.0, 0.24, 0xD9_B6_8A),
        (0.5, 73.0, 0.22, 0x9F_B3_C8),
        (-0.5, 44.0, 0.26, 0xC9_9E_96),
        (0.22, 44.0, 0.16, 0x8F_B0_A4),
    ] {
        block(board + along * half, y, long * half, 7.0, Colour::hex(colour), picture);
    }
    paint_table(board, picture);
    paint_counter(-bounds.half_width - 20.0, -0.28 * reach, -0.66 * reach, picture);
}

/// A table with two chairs.
fn paint_table(x: f32, picture: &mut Picture) {
    let chair = Colour::hex(0xB5_8C_6A);
    for along in [x - 58.0, x + 62.0] {
        picture.fill(Outline::rounded(Vec2::new(along - 36.0, -206.0), Vec2::new(along + 36.0, -142.0), 16.0), chair);
        for leg in [-28.0, 28.0] {
            bar((along + leg, -190.0), (along + leg, -320.0), 6.0, shaded(chair), picture);
        }
    }
    block(x, -214.0, 140.0, 8.0, Colour::hex(0xD9_CF_BE), picture);
    bar((x, -222.0), (x, -318.0), 16.0, METAL, picture);
    block(x + 20.0, -203.0, 30.0, 4.0, PAPER, picture);
}

fn paint_counter(from: f32, to: f32, x: f32, picture: &mut Picture) {
    let front = Colour::hex(0xC7_CB_BF);
    panel((from, -314.0), (to, -186.0), front, picture);
    panel((from, -192.0), (to, -186.0), shaded(front), picture);
    let mut door = to - 74.0;
    while door > from {
        panel((door, -312.0), (door + 2.5, -192.0), shaded(front), picture);
        block(door + 14.0, -214.0, 3.0, 10.0, METAL, picture);
        door -= 76.0;
    }
    panel((from, -186.0), (to + 8.0, -172.0), WOOD, picture);
    // The kettle.
    let (steel, at) = (Colour::hex(0x7E_88_8E), |dx: f32, y: f32| Vec2::new(x - 34.0 + dx, y));
    picture.fill(Outline::polygon(&[at(-26.0, -172.0), at(-20.0, -118.0), at(20.0, -118.0), at(26.0, -172.0)]), steel);
    picture.fill(ribbon(&[at(18.0, -126.0), at(40.0, -134.0), at(36.0, -160.0)], &[6.0]), DARK_METAL);
    picture.fill(Outline::polygon(&[at(-20.0, -120.0), at(-36.0, -126.0), at(-22.0, -140.0)]), steel);
    block(x - 34.0, -115.0, 16.0, 4.0, DARK_METAL, picture);
    for (dx, colour) in [(18.0, 0xB8_6F_5E), (50.0, 0x6F_8C_94), (82.0, 0xD3_B3_7C)] {
        let mug = Colour::hex(colour);
        picture.fill(
            ribbon(
                &[Vec2::new(x + dx + 9.0, -148.0), Vec2::new(x + dx + 18.0, -156.0), Vec2::new(x + dx + 9.0, -164.0)],
                &[3.6],
            ),
            shaded(mug),
        );
        block(x + dx, -158.0, 11.0, 14.0, mug, picture);
    }
}
