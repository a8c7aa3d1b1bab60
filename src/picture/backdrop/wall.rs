//! Walls and floors, and the light on them.

use super::bounds::{Bounds, FLOOR};
use glam::Vec2;

use super::super::shapes::{Colour, Outline, Picture};
use super::{bay, homes, light::Light, ward, window::window};
use crate::scenario::Place;

/// The colour of lamplight.
const WARM: Colour = Colour::hex(0xFF_E9_C4);

struct RoomColours {
    wall: Colour,
    /// The lower part of the wall.
    dado: Colour,
    floor: Colour,
    /// The height of the dado's upper edge.
    dado_at: f32,
}

pub(super) fn paint(place: Place, bounds: Bounds, picture: &mut Picture) {
    let RoomColours { wall, dado, floor, dado_at } = colours(place);
    let band = |from: f32, to: f32| {
        Outline::rectangle(Vec2::new(-bounds.half_width - 4.0, from), Vec2::new(bounds.half_width + 4.0, to))
    };
    let far = bounds.half_width;
    let dimmer = |colour: Colour| colour.mix(Colour::hex(0x50_58_66), 0.1);
    // The bands overlap a little, so that no seam shows between their anti-aliased edges.
    picture.gradient(
        band(dado_at - 4.0, bounds.top + 4.0),
        (Vec2::new(-far, 60.0), wall),
        (Vec2::new(far, -60.0), dimmer(wall)),
    );
    picture.gradient(band(FLOOR - 4.0, dado_at), (Vec2::new(-far, 0.0), dado), (Vec2::new(far, 0.0), dimmer(dado)));
    if bounds.bottom < FLOOR {
        picture.fill(band(bounds.bottom - 4.0, FLOOR), floor);
        picture.fill(band(FLOOR, FLOOR + 12.0), dado.mix(Colour::hex(0xFF_FF_FF), 0.35));
    }
}

/// Paints sunlight and lamplight on the wall.
pub(super) fn paint_light(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    if light.sun > 0.05
        && let Some((from, to)) = window(place, bounds)
    {
        let fall = Vec2::new(190.0, -150.0);
        let slant = Vec2::new(0.0, -46.0);
        let patch = [from, Vec2::new(to.x, from.y) + slant, Vec2::new(to.x, to.y) + slant, Vec2::new(from.x, to.y)];
        let sun = Colour::hex(0xFF_F4_D8);
        let outline = Outline::polygon(&patch.map(|point| point + fall));
        let (bright, faint) = (sun.with_alpha(0.30 * light.sun), sun.with_alpha(0.08 * light.sun));
        picture.gradient(outline, (from + fall, faint), (to + fall, bright));
    }
    if light.night > 0.2 {
        paint_lamps(place, light, bounds, picture);
    }
}

/// The lamps that are on when it is dark, and their light on the wall.
fn paint_lamps(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    let (reach, top) = (bounds.reach(), bounds.top);
    match place {
        Place::WaitingArea | Place::ClinicRoom | Place::FrontDesk | Place::TeamRoom => {
            for part in [-0.3, 0.42] {
                let lamp = Vec2::new(part * reach, top);
                paint_beam(lamp, 48.0, 0.3 * light.night, picture);
                let panel = Outline::rounded(lamp + Vec2::new(-52.0, -7.0), lamp + Vec2::new(52.0, 7.0), 3.0);
                picture.fill(panel, WARM.mix(Colour::hex(0xFF_FF_FF), 0.4));
            }
        }
        Place::Ward => paint_beam(ward::lamp(bounds), 40.0, 0.38 * light.night, picture),
        Place::Bay => paint_beam(bay::lamp(bounds), 44.0, 0.38 * light.night, picture),
        Place::Home | Place::Telephone => {
            let lit = (1.4 * light.night).min(1.0);
            let lamp = Vec2::new(homes::lamp(bounds), -80.0);
            picture.glow(lamp, Vec2::new(250.0, 220.0), Colour::hex(0xFF_C9_7A).with_alpha(0.32 * lit));
        }
    }
}

/// The cone of light below a ceiling or wall lamp.
fn paint_beam(lamp: Vec2, half: f32, strength: f32, picture: &mut Picture) {
    let at = |dx: f32, dy: f32| lamp + Vec2::new(dx, dy);
    let beam = [at(-half, 0.0), at(half, 0.0), at(3.0 * half, -250.0), at(-3.0 * half, -250.0)];
    picture.gradient(
        Outline::polygon(&beam),
        (lamp, WARM.with_alpha(strength)),
        (at(0.0, -250.0), WARM.with_alpha(0.0)),
    );
}

fn colours(place: Place) -> RoomColours {
    let (wall, dado, floor, dado_at) = match place {
        Place::WaitingArea => (0xE6_DF_D2, 0xC5_CF_C5, 0xB2_AC_A2, -128.0),
        Place::Ward => (0xDD_E4_E2, 0xC3_D3_D4, 0xAE_B6_B8, -150.0),
        Place::ClinicRoom => (0xE7_E4_DA, 0xD6_D7_CE, 0xB5_B1_A8, -170.0),
        Place::Bay => (0xDB_E0_DF, 0xCB_D3_D3, 0xAB_B2_B4, -180.0),
        Place::Home => (0xE6_D6_C3, 0xD9_C5_AE, 0xA5_87_6C, -250.0),
        Place::FrontDesk => (0xE2_E1_DB, 0xC2_CC_D3, 0xAF_AD_A8, -110.0),
        Place::TeamRoom => (0xE4_E1_D6, 0xD2_D3_C6, 0xAC_A6_9B, -210.0),
        Place::Telephone => (0xD4_CF_D6, 0xC2_BD_C8, 0x8F_84_86, -240.0),
    };
    RoomColours { wall: Colour::hex(wall), dado: Colour::hex(dado), floor: Colour::hex(floor), dado_at }
}
