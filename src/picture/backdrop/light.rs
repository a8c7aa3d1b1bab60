//! The light at each hour of the day.

use super::super::shapes::Colour;
use crate::scenario::Place;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Light {
    /// The light on people: their colours are multiplied by it.
    pub on_figures: Colour,
    /// The hour, for clocks on the wall.
    pub(super) hour: f32,
    /// The colour of the sky through a window, at its top.
    pub(super) sky: Colour,
    /// The colour of the sky at the horizon.
    pub(super) horizon: Colour,
    /// The strength of the sunlight, 0–1.
    pub(super) sun: f32,
    /// How dark it is outside, 0–1.
    pub(super) night: f32,
}

/// Over the day: hour, light on people, sky, horizon, sun, night. Interpolated in between.
const HOURS: [(f32, u32, u32, u32, f32, f32); 8] = [
    (0.0, 0xEE_E6_E3, 0x1E_28_43, 0x33_3F_5E, 0.0, 1.0),
    (5.0, 0xEE_E6_E3, 0x2A_35_55, 0x55_5A_78, 0.0, 1.0),
    (7.0, 0xFF_F3_E6, 0xA9_C3_D8, 0xF3_D3_B4, 0.55, 0.1),
    (10.0, 0xFF_FD_FA, 0xB7_D3_E0, 0xDD_EC_EF, 0.7, 0.0),
    (16.0, 0xFF_FC_F6, 0xB7_D3_E0, 0xE6_EC_E6, 0.7, 0.0),
    (19.0, 0xFC_EB_DA, 0x8A_93_B8, 0xF0_BE_92, 0.15, 0.3),
    (21.0, 0xF2_E8_E2, 0x33_3D_60, 0x6A_62_7C, 0.0, 0.85),
    (24.0, 0xEE_E6_E3, 0x1E_28_43, 0x33_3F_5E, 0.0, 1.0),
];

impl Light {
    /// `hour` is from 0 to 23.
    #[must_use]
    pub fn at(hour: u8) -> Self {
        let hour = f32::from(hour % 24);
        let pair = HOURS.windows(2).find(|pair| hour < pair[1].0).unwrap_or(&HOURS[..2]);
        let (from, to) = (pair[0], pair[1]);
        let share = (hour - from.0) / (to.0 - from.0);
        let mixed = |from: u32, to: u32| Colour::hex(from).mix(Colour::hex(to), share);
        Self {
            on_figures: mixed(from.1, to.1),
            hour,
            sky: mixed(from.2, to.2),
            horizon: mixed(from.3, to.3),
            sun: from.4 + (to.4 - from.4) * share,
            night: from.5 + (to.5 - from.5) * share,
        }
    }

    /// The light on walls and furniture, which at night is darker than on people.
    pub(super) fn on_room(&self, place: Place) -> Colour {
        let dark = match place {
            Place::Telephone => Colour::hex(0x4C_55_78),
            Place::Home => Colour::hex(0x9A_86_7C),
            Place::Ward | Place::Bay => Colour::hex(0x72_7D_9C),
            // Where people work at night, the ceiling lamps are on.
            Place::WaitingArea | Place::ClinicRoom | Place::FrontDesk | Place::TeamRoom => Colour::hex(0xC4_B9_AD),
        };
        self.on_figures.mix(dark, 0.95 * self.night)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_is_bright_and_midnight_is_dark() {
        let (noon, midnight) = (Light::at(12), Light::at(0));
        assert!(noon.on_figures.luminance() > midnight.on_figures.luminance());
        assert!(noon.night < 0.01 && midnight.night > 0.99);
    }

    #[test]
    fn light_changes_little_from_one_hour_to_the_next() {
        for hour in 0..23 {
            let change = Light::at(hour).on_figures.luminance() - Light::at(hour + 1).on_figures.luminance();
            assert!(change.abs() < 0.2, "{hour}");
        }
    }
}
