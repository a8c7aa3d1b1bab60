//! The furniture of each place: a few plain shapes that tell where we are, and which of it emits light.

use super::super::shapes::{Colour, Picture};
use super::bounds::Bounds;
use super::props::clock;
use super::{bay, homes, light::Light, public_rooms, ward, work_rooms};
use crate::scenario::Place;

pub(super) fn paint(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    match place {
        Place::WaitingArea => public_rooms::paint_waiting_area(bounds, light.hour, picture),
        Place::Ward => ward::paint(bounds, picture),
        Place::ClinicRoom => work_rooms::paint_clinic_room(bounds, picture),
        Place::Bay => bay::paint(bounds, light.hour, picture),
        Place::Home => homes::paint_home(bounds, picture),
        Place::FrontDesk => public_rooms::paint_front_desk(bounds, light.hour, picture),
        Place::TeamRoom => work_rooms::paint_team_room(bounds, picture),
        Place::Telephone => homes::paint_telephone(bounds, picture),
    }
}

/// Paints a clock on the wall of a place that shows none of its own: over the head where the view is narrow and high, else
/// beside it.
pub(super) fn paint_clock(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    const NARROW: f32 = 400.0;
    const HIGH: f32 = 195.0;
    let over_the_head = bounds.half_width < NARROW && bounds.top >= HIGH;
    let (across, up) = match place {
        Place::WaitingArea | Place::FrontDesk => return,
        Place::Bay if bay::shows_clock(bounds) => return,
        Place::Bay | Place::Ward if over_the_head => (0.06, bounds.top - 38.0),
        _ if over_the_head => (0.18, bounds.top - 38.0),
        Place::Bay => (-0.46, 110.0),
        Place::Ward | Place::Telephone => (0.38, 92.0),
        Place::ClinicRoom => (0.38, 104.0),
        Place::Home => (0.34, 100.0),
        Place::TeamRoom => (-0.45, 110.0),
    };
    clock(across * bounds.reach(), up, light.hour, picture);
}

/// Paints what emits light: lamps and screens look the same whatever the light of the room.
pub(super) fn paint_emissive(place: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    match place {
        Place::Ward => ward::paint_emissive(bounds, light.night, picture),
        Place::ClinicRoom => work_rooms::paint_clinic_room_emissive(bounds, picture),
        Place::Bay => bay::paint_emissive(bounds, light.night, picture),
        Place::Home | Place::Telephone if light.night > 0.2 => {
            let lit = (1.4 * light.night).min(1.0);
            let shade = homes::lamp_shade(homes::lamp(bounds));
            picture.fill(shade, Colour::hex(0xFF_E3_B0).with_alpha(lit));
        }
        Place::Home | Place::Telephone | Place::WaitingArea | Place::FrontDesk | Place::TeamRoom => {}
    }
}
