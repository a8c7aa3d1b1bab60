//! Furniture: a few quiet shapes that say where we are, and what among them gives light of its own.

use super::super::shapes::{Colour, Picture};
use super::{Bounds, bay, dwelling, light::Light, public, ward, work};
use crate::scenario::Place;

/// Paints the furniture.
pub(super) fn paint(setting: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    match setting {
        Place::WaitingArea => public::paint_waiting_area(bounds, light.hour, picture),
        Place::Ward => ward::paint(bounds, picture),
        Place::ClinicRoom => work::paint_clinic_room(bounds, picture),
        Place::Bay => bay::paint(bounds, light.hour, picture),
        Place::Home => dwelling::paint_home(bounds, picture),
        Place::FrontDesk => public::paint_front_desk(bounds, light.hour, picture),
        Place::TeamRoom => work::paint_team_room(bounds, picture),
        Place::Telephone => dwelling::paint_telephone(bounds, picture),
    }
}

/// Paints lamps and screens, on which the light of the room makes no difference.
pub(super) fn paint_lit(setting: Place, light: &Light, bounds: Bounds, picture: &mut Picture) {
    match setting {
        Place::Ward => ward::paint_lit(bounds, light.night, picture),
        Place::ClinicRoom => work::paint_clinic_room_lit(bounds, picture),
        Place::Bay => bay::paint_lit(bounds, light.night, picture),
        Place::Home | Place::Telephone if light.night > 0.2 => {
            let lit = (1.4 * light.night).min(1.0);
            let shade = dwelling::lamp_shade(dwelling::lamp(bounds));
            picture.fill(shade, Colour::hex(0xFF_E3_B0).with_alpha(lit));
        }
        Place::Home | Place::Telephone | Place::WaitingArea | Place::FrontDesk | Place::TeamRoom => {}
    }
}
