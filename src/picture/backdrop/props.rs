//! Props: what more than one place has, and the simple shapes that furniture is made of.

use super::bounds::FLOOR;
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};

pub(super) const PAPER: Colour = Colour::hex(0xF4_F1_EA);
pub(super) const METAL: Colour = Colour::hex(0x9B_A4_AA);
pub(super) const DARK_METAL: Colour = Colour::hex(0x56_5E_66);
pub(super) const WOOD: Colour = Colour::hex(0xB4_93_73);
/// Plastic casings.
pub(super) const SHELL: Colour = Colour::hex(0xE2_E5_E3);
const SHADE: Colour = Colour::hex(0x3C_50_5C);

/// The colour of a side that is turned away from the light.
pub(super) fn shaded(colour: Colour) -> Colour {
    colour.mix(SHADE, 0.17)
}

/// An axis-aligned rectangle with round corners, by its middle and half its size.
pub(super) fn block(x: f32, y: f32, half_width: f32, half_height: f32, colour: Colour, picture: &mut Picture) {
    let (middle, half) = (Vec2::new(x, y), Vec2::new(half_width, half_height));
    picture.fill(Outline::rounded(middle - half, middle + half, 5.0), colour);
}

/// An axis-aligned rectangle with sharp corners, by two opposite ones.
pub(super) fn panel(from: (f32, f32), to: (f32, f32), colour: Colour, picture: &mut Picture) {
    picture.fill(Outline::rectangle(Vec2::from(from), Vec2::from(to)), colour);
}

/// A straight bar between two points.
pub(super) fn bar(from: (f32, f32), to: (f32, f32), thick: f32, colour: Colour, picture: &mut Picture) {
    let (from, to) = (Vec2::from(from), Vec2::from(to));
    let across = (to - from).perp().normalize_or_zero() * thick / 2.0;
    picture.fill(Outline::polygon(&[from - across, to - across, to + across, from + across]), colour);
}

pub(super) fn disc(x: f32, y: f32, radius: f32, colour: Colour, picture: &mut Picture) {
    picture.fill(Outline::ellipse(Vec2::new(x, y), Vec2::splat(radius)), colour);
}

/// A wall clock that shows the hour.
pub(super) fn clock(x: f32, y: f32, hour: f32, picture: &mut Picture) {
    disc(x, y, 30.0, Colour::hex(0x6E_78_80), picture);
    disc(x, y, 26.0, PAPER, picture);
    let ink = Colour::hex(0x4A_50_56);
    let towards = |turns: f32, far: f32| {
        let angle = turns * std::f32::consts::TAU;
        (x + far * angle.sin(), y + far * angle.cos())
    };
    bar((x, y), towards(hour / 12.0, 13.0), 4.0, ink, picture);
    bar((x, y), towards(hour.fract(), 20.0), 2.6, ink, picture);
}

/// A curtain that hangs in folds between two edges; a hospital curtain has a band of netting under its rail.
pub(super) fn curtain(from: f32, to: f32, top: f32, colour: Colour, net: bool, picture: &mut Picture) {
    let bottom = FLOOR + 18.0;
    panel((from, bottom), (to, top), colour, picture);
    let fold = shaded(colour);
    let net_to = top - 46.0;
    let mut x = from + 15.0;
    while x < to - 6.0 {
        let points = [Vec2::new(x, top), Vec2::new(x + 2.0, -60.0), Vec2::new(x - 2.0, bottom)];
        picture.fill(ribbon(&points, &[4.0, 10.0, 14.0]), fold);
        x += 32.0;
    }
    if net {
        panel((from, net_to), (to, top), colour.mix(PAPER, 0.5), picture);
        panel((from, net_to - 5.0), (to, net_to), fold, picture);
        let mut hook = from + 7.0;
        while hook < to {
            bar((hook, top - 2.0), (hook, top + 8.0), 3.0, METAL, picture);
            hook += 32.0;
        }
    }
}

/// A flat screen that is switched off; its content is painted over it (see [`trace`]).
pub(super) fn screen(x: f32, y: f32, half_width: f32, half_height: f32, picture: &mut Picture) {
    block(x, y, half_width, half_height, Colour::hex(0x93_9D_A3), picture);
    block(x, y, half_width - 7.0, half_height - 7.0, Colour::hex(0x4B_5A_65), picture);
}

/// The traces of a patient monitor: heart and breath, and two numbers.
pub(super) fn trace(x: f32, y: f32, picture: &mut Picture) {
    let (pulse, beat) = ([-40.0, -18.0, -11.0, -4.0, 4.0, 11.0, 22.0], [0.0, 0.0, 9.0, -7.0, 12.0, 0.0, 0.0]);
    let points: Vec<Vec2> = pulse.iter().zip(beat).map(|(along, up)| Vec2::new(x + along, y + 11.0 + up)).collect();
    for pair in points.windows(2) {
        bar(pair[0].into(), pair[1].into(), 2.4, Colour::hex(0x86_B8_9C), picture);
    }
    let breath = [(-40.0, -12.0), (-26.0, -4.0), (-10.0, -16.0), (6.0, -4.0), (22.0, -14.0)];
    let breath = breath.map(|(along, up)| Vec2::new(x + along, y + up));
    picture.fill(ribbon(&breath, &[2.4]), Colour::hex(0x7D_A5_BC));
    for (up, half) in [(13.0, 6.0), (-10.0, 5.0)] {
        block(x + 35.0, y + up, half, 3.0, Colour::hex(0xB9_C6_C6), picture);
    }
}

/// A strip light on the wall or the ceiling.
pub(super) fn strip_light(x: f32, y: f32, half: f32, colour: Colour, picture: &mut Picture) {
    block(x, y, half, 7.0, colour, picture);
}
