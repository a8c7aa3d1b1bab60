//! The ward: the next bed, the equipment on the wall above it, the bedside locker.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::props::{
    DARK_METAL, METAL, PAPER, SHELL, WOOD, bar, block, curtain, disc, panel, screen, shaded, strip_light, trace,
};

const LINEN: Colour = Colour::hex(0xEE_EC_E6);
const BLANKET: Colour = Colour::hex(0x93_B0_B4);

/// The horizontal position of the equipment above the next bed.
fn bedside(bounds: Bounds) -> f32 {
    0.66 * bounds.reach()
}

/// The position of the lamp above the next bed.
pub(super) fn lamp(bounds: Bounds) -> Vec2 {
    Vec2::new(bedside(bounds), 62.0)
}

pub(super) fn paint(bounds: Bounds, picture: &mut Picture) {
    let (reach, x) = (bounds.reach(), bedside(bounds));
    paint_bed_head(x, picture);
    paint_bed(0.42 * reach, 0.98 * reach + 20.0, picture);
    let rail = (bounds.top - 18.0).min(180.0);
    panel((0.2 * reach, rail), (bounds.half_width + 10.0, rail + 6.0), METAL, picture);
    let cloth = Colour::hex(0xA9_C2_BE);
    curtain(0.9 * reach, bounds.half_width + 10.0, rail - 4.0, cloth, true, picture);
    paint_radiator(-0.62 * reach, picture);
    paint_locker(-0.66 * reach, picture);
}

pub(super) fn paint_emissive(bounds: Bounds, night: f32, picture: &mut Picture) {
    let lamp = lamp(bounds);
    strip_light(lamp.x, lamp.y, 40.0, PAPER.mix(Colour::hex(0xFF_F0_CE), night), picture);
    trace(lamp.x, 124.0, picture);
}

/// The panel over a bed: lamp, sockets, oxygen, the call button on its cord; and the monitor on its arm.
fn paint_bed_head(x: f32, picture: &mut Picture) {
    bar((x, 62.0), (x, 124.0), 9.0, METAL, picture);
    screen(x, 124.0, 56.0, 37.0, picture);
    block(x, 20.0, 92.0, 17.0, SHELL, picture);
    panel((x - 92.0, 4.0), (x + 92.0, 9.0), shaded(SHELL), picture);
    for along in [-72.0, -52.0, -32.0] {
        block(x + along, 21.0, 7.0, 7.0, Colour::hex(0xBC_C6_C8), picture);
    }
    disc(x + 14.0, 21.0, 8.0, PAPER, picture);
    disc(x + 14.0, 21.0, 3.6, DARK_METAL, picture);
    disc(x + 40.0, 21.0, 8.0, Colour::hex(0xC9_BF_9A), picture);
    disc(x + 40.0, 21.0, 3.6, DARK_METAL, picture);
    let cord = [(70.0, 10.0), (76.0, -30.0), (66.0, -62.0), (70.0, -84.0)];
    picture.fill(ribbon(&cord.map(|(along, y)| Vec2::new(x + along, y)), &[2.6]), METAL);
    block(x + 70.0, -92.0, 7.0, 13.0, PAPER, picture);
    disc(x + 70.0, -88.0, 4.0, Colour::hex(0xB9_6A_5C), picture);
}

/// A bed seen from the side, with its head raised.
fn paint_bed(from: f32, to: f32, picture: &mut Picture) {
    bar((from - 20.0, -296.0), (from - 20.0, -118.0), 12.0, DARK_METAL, picture);
    block(from - 20.0, -132.0, 9.0, 34.0, WOOD, picture);
    panel((from - 20.0, -268.0), (to, -252.0), METAL, picture);
    for wheel in [from + 18.0, to - 60.0] {
        bar((wheel, -268.0), (wheel, FLOOR + 8.0), 8.0, DARK_METAL, picture);
        disc(wheel, FLOOR + 6.0, 11.0, DARK_METAL, picture);
    }
    let at = |dx: f32, y: f32| Vec2::new(from + dx, y);
    let mattress = [
        at(-8.0, -126.0),
        at(14.0, -118.0),
        at(112.0, -222.0),
        Vec2::new(to, -222.0),
        Vec2::new(to, -252.0),
        at(64.0, -252.0),
    ];
    picture.fill(Outline::polygon(&mattress), shaded(LINEN));
    let pillow =
        [at(4.0, -108.0), at(30.0, -104.0), at(64.0, -148.0), at(70.0, -172.0), at(46.0, -164.0), at(12.0, -130.0)];
    picture.fill(Outline::smooth(&pillow), LINEN);
    let blanket =
        [at(104.0, -204.0), at(150.0, -202.0), Vec2::new(to, -206.0), Vec2::new(to, -246.0), at(104.0, -246.0)];
    picture.fill(Outline::polygon(&blanket), BLANKET);
    panel((from + 96.0, -246.0), (from + 122.0, -202.0), LINEN, picture);
    // The side rail.
    let rail = Colour::hex(0xC3_CA_CD);
    for along in [150.0, 176.0, 202.0, 228.0] {
        bar((from + along, -252.0), (from + along, -186.0), 5.0, rail, picture);
    }
    block(from + 189.0, -184.0, 48.0, 4.5, rail, picture);
}

fn paint_radiator(x: f32, picture: &mut Picture) {
    let iron = Colour::hex(0xDF_E1_DC);
    block(x + 30.0, -214.0, 88.0, 48.0, iron, picture);
    for rib in -3_i8..=3 {
        let along = x + 30.0 + 24.0 * f32::from(rib);
        panel((along - 2.0, -256.0), (along + 2.0, -172.0), shaded(iron), picture);
    }
}

/// A bedside locker with a jug of water, a glass and flowers.
fn paint_locker(x: f32, picture: &mut Picture) {
    let body = Colour::hex(0xD6_CB_B8);
    block(x, -236.0, 54.0, 66.0, body, picture);
    panel((x + 24.0, -300.0), (x + 54.0, -172.0), shaded(body), picture);
    panel((x - 54.0, -214.0), (x + 54.0, -211.0), shaded(body), picture);
    block(x - 6.0, -196.0, 12.0, 3.0, METAL, picture);
    block(x, -172.0, 60.0, 6.0, WOOD, picture);
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    let water = Colour::hex(0xB9_D2_DB);
    let jug = [at(-40.0, -166.0), at(-43.0, -122.0), at(-14.0, -122.0), at(-17.0, -166.0)];
    picture.fill(Outline::polygon(&jug), water);
    picture.fill(ribbon(&[at(-42.0, -128.0), at(-54.0, -140.0), at(-42.0, -154.0)], &[4.0]), water);
    block(x - 28.5, -121.0, 16.0, 4.0, Colour::hex(0x6C_93_A8), picture);
    block(x + 2.0, -154.0, 8.0, 12.0, water.mix(PAPER, 0.5), picture);
    for (dx, y, petal) in [(26.0, -104.0, 0xC9_8F_86), (40.0, -94.0, 0xD8_B4_7E), (50.0, -112.0, 0xC9_8F_86)] {
        bar((x + 38.0, -140.0), (x + dx, y), 3.0, Colour::hex(0x77_8F_74), picture);
        disc(x + dx, y, 9.0, Colour::hex(petal), picture);
    }
    picture.fill(Outline::polygon(&[at(28.0, -166.0), at(24.0, -134.0), at(52.0, -134.0), at(48.0, -166.0)]), PAPER);
}
