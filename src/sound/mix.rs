//! Which elements each place is mixed from, by day and by night.

use crate::scenario::Place;

use super::audio_loop::AudioLoop;
use super::elements::{air, clock, footsteps, hiss, hum, monitor, murmur, rumble, ventilation};

/// How busy some hours of the day are, 0–1; interpolated linearly in between.
const HOURS: [(f64, f64); 8] =
    [(0.0, 0.0), (5.0, 0.0), (7.0, 0.6), (9.0, 1.0), (17.0, 1.0), (20.0, 0.6), (22.0, 0.15), (24.0, 0.0)];

/// The level of a place at noon, in decibels relative to full scale: about 25 below a voice reading aloud.
const LEVEL_AT_NOON: f64 = -43.0;
/// How much quieter a place is at midnight, in decibels.
const CHANGE_BY_NIGHT: f64 = -6.0;
/// How much fainter people are at midnight, relative to machines, in decibels.
const PEOPLE_BY_NIGHT: f64 = -14.0;

/// The mix of a place at an hour, 0–23.
pub(super) fn mix(place: Place, hour: u8) -> AudioLoop {
    let night = 1.0 - bustle(hour);
    // People are fainter by night; machines are not.
    let human = |decibels: f64| decibels + PEOPLE_BY_NIGHT * night;
    let mixed = match place {
        Place::WaitingArea => waiting_area(human),
        Place::Ward => ward(human),
        Place::ClinicRoom => clinic_room(human),
        Place::Bay => bay(human),
        Place::Home => home(human),
        Place::FrontDesk => front_desk(human),
        Place::TeamRoom => team_room(human),
        Place::Telephone => telephone(),
    };
    mixed.at_level(LEVEL_AT_NOON + CHANGE_BY_NIGHT * night)
}

/// Whether a place has the same mix at both hours, 0–23.
pub(super) fn is_alike(hour: u8, other: u8) -> bool {
    bustle(hour).total_cmp(&bustle(other)).is_eq()
}

/// How busy an hour is, 0–1.
fn bustle(hour: u8) -> f64 {
    let hour = f64::from(hour % 24);
    let pair = HOURS.windows(2).find(|pair| hour < pair[1].0).unwrap_or(&HOURS[..2]);
    let (from, to) = (pair[0], pair[1]);
    from.1 + (to.1 - from.1) * (hour - from.0) / (to.0 - from.0)
}

/// A large room with a hard floor: people, and footsteps now and then.
fn waiting_area(human: impl Fn(f64) -> f64) -> AudioLoop {
    let room = air(10, 2600.0).at_level(-6.0).mixed_with(&ventilation(11, 98.0).at_level(-12.0));
    let walks = footsteps(15, 2.0, 9).mixed_with(&footsteps(16, 14.5, 11));
    room.mixed_with(&murmur(12).at_level(human(-3.0))).mixed_with(&walks.at_level(human(-14.0)))
}

/// Beds, a monitor down the corridor, a nurse who walks by.
fn ward(human: impl Fn(f64) -> f64) -> AudioLoop {
    let room = air(20, 900.0).at_level(-7.0).mixed_with(&ventilation(21, 64.0).at_level(-4.0));
    let far = monitor(27, 740.0).at_level(-18.0).mixed_with(&footsteps(22, 8.0, 10).at_level(human(-17.0)));
    room.mixed_with(&far).mixed_with(&murmur(23).at_level(human(-16.0)))
}

/// A small room with its door shut, and a clock.
fn clinic_room(human: impl Fn(f64) -> f64) -> AudioLoop {
    let room = air(30, 1100.0).at_level(-4.0).mixed_with(&hum(100.0).at_level(-19.0));
    room.mixed_with(&clock(31).at_level(-23.0)).mixed_with(&murmur(32).at_level(human(-20.0)))
}

/// Flowing oxygen, monitors on both sides, people beyond the curtain.
fn bay(human: impl Fn(f64) -> f64) -> AudioLoop {
    let room = air(40, 1800.0).at_level(-6.0).mixed_with(&hiss(41, 1800.0, 6000.0).at_level(-12.0));
    let monitors = monitor(28, 660.0).at_level(-18.0).mixed_with(&monitor(23, 880.0).at_level(-23.0));
    room.mixed_with(&monitors)
        .mixed_with(&murmur(42).at_level(human(-8.0)))
        .mixed_with(&footsteps(45, 12.0, 8).at_level(human(-17.0)))
}

/// A refrigerator, a clock, and the street.
fn home(human: impl Fn(f64) -> f64) -> AudioLoop {
    let room = air(50, 700.0).at_level(-8.0).mixed_with(&hum(100.0).at_level(-11.0));
    room.mixed_with(&clock(51).at_level(-20.0)).mixed_with(&rumble(52, 2).at_level(human(-5.0)))
}

/// A desk in an entrance hall: a computer, the street outside, people coming and going.
fn front_desk(human: impl Fn(f64) -> f64) -> AudioLoop {
    let desk = air(60, 3200.0).at_level(-7.0).mixed_with(&hiss(62, 1200.0, 4500.0).at_level(-18.0));
    let room = desk.mixed_with(&rumble(61, 3).at_level(human(-3.0)));
    let walks = footsteps(65, 0.5, 8).mixed_with(&footsteps(66, 8.0, 7)).mixed_with(&footsteps(67, 17.0, 9));
    room.mixed_with(&murmur(63).at_level(human(-9.0))).mixed_with(&walks.at_level(human(-13.0)))
}

/// Computers, a ceiling lamp, colleagues next door.
fn team_room(human: impl Fn(f64) -> f64) -> AudioLoop {
    let fans = ventilation(70, 176.0).at_level(-3.0).mixed_with(&hiss(71, 900.0, 3000.0).at_level(-15.0));
    fans.mixed_with(&hum(200.0).at_level(-20.0)).mixed_with(&murmur(72).at_level(human(-18.0)))
}

/// The noise of a telephone line, which carries 300 to 3400 Hz.
fn telephone() -> AudioLoop {
    hiss(80, 300.0, 3400.0).modulated(3, 0.2).at_level(-3.0).mixed_with(&air(81, 500.0).at_level(-9.0))
}
