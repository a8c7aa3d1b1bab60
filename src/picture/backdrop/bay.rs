//! The bay of an emergency department: curtains on a rail, oxygen on the wall, the trolley with the sharps bin.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::props::{
    DARK_METAL, METAL, PAPER, SHELL, bar, block, clock, curtain, disc, panel, screen, shaded, strip_light, trace,
};

const STEEL: Colour = Colour::hex(0xBE_C6_C9);

/// The middle of the equipment on the wall.
fn middle(bounds: Bounds) -> f32 {
    0.62 * bounds.reach()
}

/// The position of the ceiling lamp.
pub(super) fn lamp(bounds: Bounds) -> Vec2 {
    Vec2::new(-0.34 * bounds.reach(), bounds.top.min(158.0))
}

/// Whether there is room on the wall for the clock, and the gloves below it.
pub(super) fn shows_clock(bounds: Bounds) -> bool {
    bounds.half_width > 320.0
}

pub(super) fn paint(bounds: Bounds, hour: f32, picture: &mut Picture) {
    let (reach, half) = (bounds.reach(), bounds.half_width);
    let x = middle(bounds);
    let rail = (bounds.top - 20.0).min(180.0);
    paint_gases(x, picture);
    if shows_clock(bounds) {
        clock(-0.36 * reach, 70.0, hour, picture);
        paint_gloves(-0.36 * reach, picture);
    }
    bar((x + 50.0, 116.0), (half.min(reach) + 20.0, 116.0), 8.0, METAL, picture);
    screen(x, 108.0, 56.0, 38.0, picture);
    paint_trolley(x, picture);
    let cloth = Colour::hex(0xA3_BD_CA);
    curtain(-half - 10.0, -0.6 * reach, rail - 4.0, cloth, true, picture);
    curtain(0.92 * reach, half + 10.0, rail - 4.0, cloth, true, picture);
    panel((-half - 10.0, rail), (half + 10.0, rail + 7.0), METAL, picture);
    // A narrow view has room for the person only.
    if half >= 250.0 {
        paint_drip(Vec2::new(84.0 - half, bounds.bottom), bounds.top, picture);
    }
}

pub(super) fn paint_emissive(bounds: Bounds, night: f32, picture: &mut Picture) {
    if night > 0.2 {
        let lamp = lamp(bounds);
        strip_light(lamp.x, lamp.y, 48.0, PAPER.mix(Colour::hex(0xFF_F0_CE), night), picture);
    }
    trace(middle(bounds), 108.0, picture);
}

/// The rail with the outlets for oxygen and suction.
fn paint_gases(x: f32, picture: &mut Picture) {
    block(x, 34.0, 88.0, 15.0, SHELL, picture);
    panel((x - 88.0, 20.0), (x + 88.0, 25.0), shaded(SHELL), picture);
    for along in [34.0, 54.0, 74.0] {
        block(x + along, 35.0, 7.0, 7.0, Colour::hex(0xBC_C6_C8), picture);
    }
    // Oxygen: the flowmeter with its ball, the humidifier, the green tube.
    disc(x - 60.0, 34.0, 9.0, PAPER, picture);
    block(x - 60.0, -2.0, 7.0, 26.0, Colour::hex(0xD8_E4_E6), picture);
    disc(x - 60.0, -6.0, 4.6, Colour::hex(0x4F_6B_72), picture);
    block(x - 60.0, -44.0, 14.0, 18.0, Colour::hex(0xC6_DB_DF), picture);
    block(x - 60.0, -27.0, 15.0, 4.0, Colour::hex(0x7F_A3_8D), picture);
    let tube = [(-48.0, -40.0), (-38.0, -78.0), (-54.0, -112.0), (-40.0, -140.0)].map(|(dx, y)| Vec2::new(x + dx, y));
    picture.fill(ribbon(&tube, &[3.6]), Colour::hex(0x8F_B5_9C));
    // Suction.
    disc(x - 16.0, 34.0, 9.0, Colour::hex(0xD9_CE_A4), picture);
    block(x - 16.0, -18.0, 17.0, 28.0, Colour::hex(0xD8_DF_DF), picture);
    panel((x - 33.0, -34.0), (x + 1.0, -30.0), Colour::hex(0xB4_BE_C0), picture);
    block(x - 16.0, 10.0, 19.0, 5.0, Colour::hex(0xB9_A9_6F), picture);
}

/// A trolley of drawers, with the sharps bin and other supplies on top.
fn paint_trolley(x: f32, picture: &mut Picture) {
    let body = Colour::hex(0x7F_99_AB);
    for wheel in [x - 52.0, x + 66.0] {
        disc(wheel, FLOOR + 2.0, 9.0, DARK_METAL, picture);
    }
    block(x + 7.0, -230.0, 74.0, 68.0, body, picture);
    panel((x + 44.0, -296.0), (x + 81.0, -164.0), shaded(body), picture);
    for y in [-196.0, -232.0, -268.0] {
        panel((x - 67.0, y - 2.0), (x + 81.0, y), shaded(shaded(body)), picture);
        block(x, y + 15.0, 18.0, 3.0, STEEL, picture);
    }
    block(x + 7.0, -160.0, 82.0, 5.0, STEEL, picture);
    bar((x + 89.0, -160.0), (x + 89.0, -134.0), 5.0, STEEL, picture);
    // The sharps bin: yellow, with a lid.
    let bin = Colour::hex(0xDB_BB_5C);
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    picture.fill(Outline::polygon(&[at(30.0, -155.0), at(26.0, -112.0), at(74.0, -112.0), at(70.0, -155.0)]), bin);
    picture
        .fill(Outline::polygon(&[at(54.0, -155.0), at(56.0, -112.0), at(74.0, -112.0), at(70.0, -155.0)]), shaded(bin));
    block(x + 50.0, -108.0, 28.0, 5.0, Colour::hex(0xC2_7D_4C), picture);
    block(x + 50.0, -101.0, 12.0, 4.0, Colour::hex(0xA9_69_40), picture);
    block(x + 48.0, -134.0, 13.0, 8.0, PAPER, picture);
    // A kidney dish and a roll of tape.
    let dish = [at(-58.0, -155.0), at(-56.0, -143.0), at(-16.0, -143.0), at(-12.0, -155.0)];
    picture.fill(Outline::polygon(&dish), Colour::hex(0xA9_B5_AC));
    disc(x + 6.0, -146.0, 9.0, PAPER, picture);
    disc(x + 6.0, -146.0, 4.0, shaded(PAPER), picture);
}

/// Three boxes of gloves on the wall, and a dispenser of hand gel.
fn paint_gloves(x: f32, picture: &mut Picture) {
    for (y, tone) in [(-16.0, 0x8F_A9_BC), (-50.0, 0xA5_B8_AC), (-84.0, 0x9C_95_B0)] {
        block(x - 18.0, y, 27.0, 15.0, Colour::hex(tone), picture);
        picture.fill(Outline::ellipse(Vec2::new(x - 18.0, y), Vec2::new(13.0, 5.0)), PAPER);
    }
    block(x + 34.0, -30.0, 13.0, 25.0, PAPER, picture);
    block(x + 34.0, -56.0, 8.0, 6.0, Colour::hex(0x8A_A5_AF), picture);
}

fn paint_drip(foot: Vec2, top: f32, picture: &mut Picture) {
    let metal = Colour::hex(0xA9_B2_B8);
    let head = top.min(150.0);
    picture.fill(ribbon(&[foot - Vec2::Y * 10.0, Vec2::new(foot.x, head)], &[7.0]), metal);
    picture.fill(ribbon(&[Vec2::new(foot.x - 34.0, head), Vec2::new(foot.x + 34.0, head)], &[6.0]), metal);
    let bag = Outline::rounded(Vec2::new(foot.x + 10.0, head - 96.0), Vec2::new(foot.x + 54.0, head - 14.0), 11.0);
    picture.fill(bag, Colour::hex(0xE3_EC_EE).with_alpha(0.92));
    let level = Outline::rounded(Vec2::new(foot.x + 13.0, head - 93.0), Vec2::new(foot.x + 51.0, head - 42.0), 9.0);
    picture.fill(level, Colour::hex(0xC2_DA_E0).with_alpha(0.9));
    let tube = [
        Vec2::new(foot.x + 32.0, head - 96.0),
        Vec2::new(foot.x + 40.0, head - 190.0),
        Vec2::new(foot.x + 16.0, head - 330.0),
    ];
    picture.fill(ribbon(&tube, &[3.0]), Colour::hex(0xD4_DF_E2));
}
