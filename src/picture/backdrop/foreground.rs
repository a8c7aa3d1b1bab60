//! The foreground: a few shapes low and to the side, never in front of a face.

use super::bounds::Bounds;
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture, ribbon};
use crate::scenario::Place;

pub(super) fn paint(place: Place, bounds: Bounds, picture: &mut Picture) {
    // A narrow view has room for the person only.
    if bounds.half_width < 250.0 {
        return;
    }
    let corner = Vec2::new(bounds.half_width, bounds.bottom);
    match place {
        Place::WaitingArea => paint_plant(Vec2::new(corner.x - 52.0, corner.y), picture),
        Place::Ward => paint_rail(Vec2::new(-corner.x, corner.y), picture),
        Place::ClinicRoom => paint_desk(corner, Colour::hex(0x8D_70_58), picture),
        // Its drip is high, and stands behind the people.
        Place::Bay => {}
        Place::Home | Place::TeamRoom => {
            paint_desk(corner, Colour::hex(0x84_65_4E), picture);
            paint_mug(corner + Vec2::new(-130.0, 46.0), picture);
        }
        Place::FrontDesk => paint_counter(bounds, picture),
        Place::Telephone => {
            paint_desk(corner, Colour::hex(0x6A_55_4C), picture);
            paint_telephone(corner + Vec2::new(-140.0, 44.0), picture);
        }
    }
}

fn paint_plant(foot: Vec2, picture: &mut Picture) {
    let leaves = [
        (-96.0, 118.0, 0x4F_6B_56),
        (-46.0, 178.0, 0x5C_7B_61),
        (10.0, 196.0, 0x4F_6B_56),
        (60.0, 150.0, 0x5C_7B_61),
        (-120.0, 60.0, 0x5C_7B_61),
        (84.0, 80.0, 0x47_60_4E),
    ];
    for (x, y, colour) in leaves {
        let tip = foot + Vec2::new(x, y);
        let bend = foot + Vec2::new(x * 0.35, y * 0.66);
        picture.fill(ribbon(&[foot, bend, tip], &[10.0, 34.0, 2.0]), Colour::hex(colour));
    }
}

fn paint_rail(corner: Vec2, picture: &mut Picture) {
    let (metal, shade) = (Colour::hex(0xC9_CF_D2), Colour::hex(0x93_9E_A5));
    let at = |x: f32, y: f32| corner + Vec2::new(x, y);
    picture.fill(ribbon(&[at(-20.0, 96.0), at(96.0, 96.0), at(124.0, 80.0), at(130.0, -20.0)], &[15.0]), metal);
    for x in [22.0, 74.0] {
        picture.fill(ribbon(&[at(x, 90.0), at(x, -20.0)], &[9.0]), shade);
    }
}

fn paint_desk(corner: Vec2, colour: Colour, picture: &mut Picture) {
    let at = |x: f32, y: f32| corner + Vec2::new(x, y);
    picture.fill(
        Outline::polygon(&[at(-250.0, 0.0), at(-214.0, 26.0), at(10.0, 34.0), at(10.0, -10.0), at(-250.0, -10.0)]),
        colour,
    );
}

fn paint_mug(foot: Vec2, picture: &mut Picture) {
    let (clay, shade) = (Colour::hex(0xC7_7B_5E), Colour::hex(0xA8_61_48));
    let handle = [
        foot + Vec2::new(20.0, 22.0),
        foot + Vec2::new(38.0, 14.0),
        foot + Vec2::new(34.0, -8.0),
        foot + Vec2::new(18.0, -12.0),
    ];
    picture.fill(ribbon(&handle, &[6.5]), shade);
    picture.fill(Outline::rounded(foot + Vec2::new(-22.0, -28.0), foot + Vec2::new(22.0, 32.0), 7.0), clay);
    picture.fill(Outline::rounded(foot + Vec2::new(9.0, -28.0), foot + Vec2::new(22.0, 32.0), 6.0), shade);
}

fn paint_counter(bounds: Bounds, picture: &mut Picture) {
    let (wide, low) = (bounds.half_width + 6.0, bounds.bottom - 6.0);
    let top = low + 50.0;
    picture.fill(Outline::rectangle(Vec2::new(-wide, low), Vec2::new(wide, top)), Colour::hex(0x9C_7E_63));
    picture.fill(Outline::rectangle(Vec2::new(-wide, top), Vec2::new(wide, top + 13.0)), Colour::hex(0xC3_A5_86));
    let pot = Vec2::new(bounds.half_width - 120.0, top + 12.0);
    for (dx, colour) in [(-7.0, 0x4E_71_91), (1.0, 0xA2_4F_47), (9.0, 0x3A_39_3F)] {
        let pen = [pot + Vec2::new(dx * 0.6, 20.0), pot + Vec2::new(dx * 1.7, 64.0)];
        picture.fill(ribbon(&pen, &[4.5]), Colour::hex(colour));
    }
    picture
        .fill(Outline::rounded(pot + Vec2::new(-16.0, 0.0), pot + Vec2::new(16.0, 40.0), 4.0), Colour::hex(0x6D_7A_80));
}

fn paint_telephone(foot: Vec2, picture: &mut Picture) {
    let (body, light) = (Colour::hex(0x4B_50_5A), Colour::hex(0x67_6E_7A));
    let at = |x: f32, y: f32| foot + Vec2::new(x, y);
    picture.fill(Outline::smooth(&[at(-70.0, -22.0), at(-54.0, 22.0), at(54.0, 22.0), at(70.0, -22.0)]), body);
    picture.fill(
        ribbon(&[at(-74.0, 28.0), at(-40.0, 44.0), at(40.0, 44.0), at(74.0, 28.0)], &[26.0, 16.0, 16.0, 26.0]),
        light,
    );
}
