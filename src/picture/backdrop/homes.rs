//! Rooms that people live in: the home, and the room at the other end of the telephone.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use super::props::{PAPER, WOOD, bar, block, curtain, panel, shaded};
use super::window::window;
use crate::scenario::Place;

/// The horizontal position of the lamp.
pub(super) fn lamp(bounds: Bounds) -> f32 {
    0.68 * bounds.reach()
}

/// Curtains, books, a sofa, and a lamp that is lit in the evening.
pub(super) fn paint_home(bounds: Bounds, picture: &mut Picture) {
    paint_curtains(Place::Home, Colour::hex(0xC4_9A_80), bounds, picture);
    paint_shelf(0.66 * bounds.reach(), picture);
    paint_lamp(bounds, picture);
    paint_sofa(-0.60 * bounds.reach(), picture);
    let (x, rug) = (0.1 * bounds.reach(), Colour::hex(0xB8_8A_74));
    picture.fill(Outline::ellipse(Vec2::new(x, FLOOR - 52.0), Vec2::new(0.62 * bounds.reach(), 26.0)), rug);
    picture.fill(
        Outline::ellipse(Vec2::new(x, FLOOR - 52.0), Vec2::new(0.56 * bounds.reach(), 20.0)),
        Colour::hex(0xCF_AE_92),
    );
}

/// A lamp, a framed picture, an armchair: the room of one person awake late at night.
pub(super) fn paint_telephone(bounds: Bounds, picture: &mut Picture) {
    paint_curtains(Place::Telephone, Colour::hex(0x8E_86_A0), bounds, picture);
    let x = 0.66 * bounds.reach();
    block(x, 110.0, 44.0, 54.0, Colour::hex(0x8A_73_5E), picture);
    block(x, 110.0, 37.0, 47.0, Colour::hex(0xDD_D6_CC), picture);
    picture.fill(
        Outline::polygon(&[
            Vec2::new(x - 37.0, 63.0),
            Vec2::new(x - 37.0, 92.0),
            Vec2::new(x - 12.0, 112.0),
            Vec2::new(x + 10.0, 94.0),
            Vec2::new(x + 37.0, 106.0),
            Vec2::new(x + 37.0, 63.0),
        ]),
        Colour::hex(0x9A_A3_A8),
    );
    paint_lamp(bounds, picture);
    paint_armchair(-0.62 * bounds.reach(), picture);
}

fn paint_curtains(place: Place, cloth: Colour, bounds: Bounds, picture: &mut Picture) {
    let Some((from, to)) = window(place, bounds) else { return };
    let rail = to.y + 20.0;
    curtain(from.x - 46.0, from.x + 4.0, rail, cloth, false, picture);
    curtain(to.x - 4.0, to.x + 46.0, rail, cloth, false, picture);
    bar((from.x - 58.0, rail), (to.x + 58.0, rail), 6.0, shaded(WOOD), picture);
}

fn paint_shelf(x: f32, picture: &mut Picture) {
    block(x, 92.0, 84.0, 5.0, WOOD, picture);
    for (dx, half, colour) in [
        (-70.0, 26.0, 0x9C_6B_5A),
        (-55.0, 22.0, 0x6F_83_7C),
        (-41.0, 28.0, 0xC3_A0_66),
        (-26.0, 24.0, 0x7A_6A_82),
        (-12.0, 20.0, 0xA9_87_6E),
    ] {
        block(x + dx, 97.0 + half, 6.5, half, Colour::hex(colour), picture);
    }
    block(x + 22.0, 118.0, 18.0, 21.0, WOOD, picture);
    block(x + 22.0, 118.0, 13.0, 16.0, PAPER, picture);
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    for (dx, y) in [(52.0, 146.0), (62.0, 152.0), (74.0, 140.0), (78.0, 84.0), (84.0, 62.0)] {
        picture.fill(
            ribbon(
                &[at(64.0, 116.0), at(f32::midpoint(64.0, dx), f32::midpoint(122.0, y)), at(dx, y)],
                &[3.0, 11.0, 1.0],
            ),
            Colour::hex(0x6E_86_68),
        );
    }
    picture.fill(
        Outline::polygon(&[at(52.0, 120.0), at(76.0, 120.0), at(72.0, 97.0), at(56.0, 97.0)]),
        Colour::hex(0xB6_77_5A),
    );
}

fn paint_lamp(bounds: Bounds, picture: &mut Picture) {
    let x = lamp(bounds);
    block(x, -238.0, 96.0, 6.0, WOOD, picture);
    block(x, -280.0, 76.0, 38.0, Colour::hex(0x9B_7B_60), picture);
    panel((x - 2.0, -316.0), (x + 2.0, -244.0), shaded(WOOD), picture);
    block(x, -182.0, 5.0, 50.0, Colour::hex(0x8A_73_5E), picture);
    block(x, -230.0, 26.0, 5.0, Colour::hex(0x8A_73_5E), picture);
    picture.fill(lamp_shade(x), Colour::hex(0xEC_DA_B6));
}

/// The lampshade of the lamp at `x`.
pub(super) fn lamp_shade(x: f32) -> Outline {
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    Outline::polygon(&[at(-34.0, -26.0), at(34.0, -26.0), at(54.0, -134.0), at(-54.0, -134.0)])
}

fn paint_sofa(x: f32, picture: &mut Picture) {
    let (cloth, light) = (Colour::hex(0x8E_9A_82), Colour::hex(0x9D_A9_90));
    for leg in [x - 128.0, x + 128.0] {
        bar((leg, -318.0), (leg, -340.0), 12.0, shaded(WOOD), picture);
    }
    let back = |from: f32, to: f32| Outline::rounded(Vec2::new(x + from, -300.0), Vec2::new(x + to, -160.0), 26.0);
    picture.fill(back(-142.0, 142.0), shaded(cloth));
    picture.fill(back(-130.0, -3.0), cloth);
    picture.fill(back(3.0, 130.0), cloth);
    for (from, to) in [(-130.0, -2.0), (2.0, 130.0)] {
        picture.fill(Outline::rounded(Vec2::new(x + from, -276.0), Vec2::new(x + to, -240.0), 14.0), light);
    }
    picture.fill(Outline::rounded(Vec2::new(x - 134.0, -322.0), Vec2::new(x + 134.0, -264.0), 12.0), shaded(cloth));
    for side in [-148.0, 148.0] {
        picture.fill(
            Outline::rounded(Vec2::new(x + side - 24.0, -322.0), Vec2::new(x + side + 24.0, -222.0), 20.0),
            cloth,
        );
    }
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    let cushion = [at(-112.0, -240.0), at(-106.0, -184.0), at(-52.0, -176.0), at(-56.0, -238.0)];
    picture.fill(Outline::smooth(&cushion), Colour::hex(0xC9_A2_7A));
}

fn paint_armchair(x: f32, picture: &mut Picture) {
    let (cloth, light) = (Colour::hex(0x7C_70_82), Colour::hex(0x8C_80_91));
    picture.fill(Outline::rounded(Vec2::new(x - 78.0, -306.0), Vec2::new(x + 78.0, -128.0), 44.0), cloth);
    picture.fill(Outline::rounded(Vec2::new(x - 60.0, -290.0), Vec2::new(x + 60.0, -146.0), 34.0), light);
    picture.fill(Outline::rounded(Vec2::new(x - 72.0, -312.0), Vec2::new(x + 72.0, -238.0), 16.0), cloth);
    for side in [-84.0, 84.0] {
        picture.fill(
            Outline::rounded(Vec2::new(x + side - 23.0, -316.0), Vec2::new(x + side + 23.0, -206.0), 20.0),
            shaded(cloth),
        );
    }
    // A throw over the back.
    let at = |dx: f32, y: f32| Vec2::new(x + dx, y);
    let throw = [at(8.0, -126.0), at(58.0, -132.0), at(66.0, -196.0), at(16.0, -204.0)];
    picture.fill(Outline::polygon(&throw), Colour::hex(0xB0_8E_84));
}
