//! Windows, and the sky that shows in them.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture};
use super::{light::Light, public_rooms};
use crate::scenario::Place;

/// The lower left and upper right corner of the window, if the place has one.
pub(super) fn window(place: Place, bounds: Bounds) -> Option<(Vec2, Vec2)> {
    let reach = bounds.reach();
    let (from, wide, bottom, top): (f32, f32, f32, f32) = match place {
        Place::WaitingArea => (0.12, 190.0, -60.0, 172.0),
        Place::Ward => (0.10, 200.0, -100.0, 172.0),
        Place::ClinicRoom => (0.08, 150.0, -20.0, 168.0),
        Place::Home => (0.20, 150.0, -90.0, 160.0),
        Place::TeamRoom => (0.06, 130.0, -10.0, 164.0),
        Place::Telephone => (0.20, 150.0, -70.0, 160.0),
        Place::Bay | Place::FrontDesk => return None,
    };
    let start = (from - 1.0) * reach;
    Some((Vec2::new(start, bottom), Vec2::new(start + wide.min(0.75 * reach), top)))
}

/// Paints the window, or the glass doors of the entrance.
pub(super) fn paint(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    if place == Place::FrontDesk {
        let (left, right) = public_rooms::doors(bounds.reach());
        paint_view(light, Vec2::new(left, FLOOR + 14.0), Vec2::new(right, 126.0), picture);
        return;
    }
    let Some((from, to)) = window(place, bounds) else { return };
    let frame = Colour::hex(0xF1_EE_E8).lit_by(light.on_room(place));
    picture.fill(Outline::rectangle(from - 9.0, to + 9.0), frame);
    paint_view(light, from, to, picture);
    let middle = f32::midpoint(from.x, to.x);
    picture.fill(Outline::rectangle(Vec2::new(middle - 3.5, from.y), Vec2::new(middle + 3.5, to.y)), frame);
    let bar = from.y + 0.62 * (to.y - from.y);
    picture.fill(Outline::rectangle(Vec2::new(from.x, bar - 3.0), Vec2::new(to.x, bar + 3.0)), frame);
    if matches!(place, Place::ClinicRoom | Place::Ward) {
        paint_blind(from, to, frame, picture);
    }
    let sill = frame.mix(Colour::hex(0x6B_70_78), 0.25);
    picture.fill(Outline::rectangle(from - Vec2::new(16.0, 17.0), Vec2::new(to.x + 16.0, from.y - 8.0)), sill);
}

/// A blind, lowered a little.
fn paint_blind(from: Vec2, to: Vec2, frame: Colour, picture: &mut Picture) {
    let cloth = frame.mix(Colour::hex(0x9C_A9_A6), 0.35);
    let low = to.y - 0.2 * (to.y - from.y);
    picture.fill(Outline::rectangle(Vec2::new(from.x - 3.0, low), to + 6.0), cloth);
    let hem = cloth.mix(Colour::hex(0x4A_55_5C), 0.25);
    picture.fill(Outline::rectangle(Vec2::new(from.x - 3.0, low - 5.0), Vec2::new(to.x + 6.0, low)), hem);
}

/// The sky, roofs in front of it, and at night the moon and a few lit windows.
fn paint_view(light: &Light, from: Vec2, to: Vec2, picture: &mut Picture) {
    picture.gradient(Outline::rectangle(from, to), (to, light.sky), (from, light.horizon));
    let size = to - from;
    let at = |along: f32, up: f32| from + Vec2::new(along * size.x, up);
    if light.night > 0.6 {
        let moon = at(0.24, 0.56 * size.y);
        picture.fill(Outline::ellipse(moon, Vec2::splat(9.0)), Colour::hex(0xCF_CB_BE).with_alpha(light.night));
    }
    let roofs = light.horizon.mix(Colour::hex(0x4A_5A_66), 0.4);
    let skyline = [
        (0.0, 0.0),
        (0.0, 44.0),
        (0.17, 58.0),
        (0.34, 44.0),
        (0.34, 70.0),
        (0.58, 70.0),
        (0.58, 34.0),
        (1.0, 34.0),
        (1.0, 0.0),
    ];
    picture.fill(Outline::polygon(&skyline.map(|(along, up)| at(along, up))), roofs);
    let trees = roofs.mix(Colour::hex(0x4F_66_58), 0.35);
    for (along, up, radius) in [(0.8, 30.0, 19.0), (0.92, 24.0, 15.0)] {
        let reach = radius * (size.x / 190.0).min(1.0);
        picture.fill(Outline::ellipse(at(along, up), Vec2::splat(reach.min((1.0 - along) * size.x))), trees);
    }
    if light.night > 0.3 {
        for (along, up) in [(0.12, 24.0), (0.4, 50.0), (0.5, 50.0), (0.4, 28.0)] {
            let low = at(along, up);
            let lit = Colour::hex(0xEB_C6_86).with_alpha(light.night);
            picture.fill(Outline::rectangle(low, low + Vec2::new(6.0, 9.0)), lit);
        }
    }
}
