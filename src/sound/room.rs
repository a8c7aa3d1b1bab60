//! What each place sounds of, by day and by night.

use crate::scenario::Place;

use super::parts::{air, clock, hiss, hum, monitor, murmur, rumble, steps, ventilation};
use super::ring::Ring;

/// How much goes on, by the hour: 1 in the middle of the day. Between these hours it changes evenly.
const HOURS: [(f64, f64); 8] =
    [(0.0, 0.0), (5.0, 0.0), (7.0, 0.6), (9.0, 1.0), (17.0, 1.0), (20.0, 0.6), (22.0, 0.15), (24.0, 0.0)];

/// How loud a place is at noon, in decibels below full scale: some 25 below a voice that reads aloud.
const NOON: f64 = -43.0;
/// And how much quieter at midnight.
const NIGHT: f64 = -6.0;
/// How much fainter people are at midnight, beside what hums on.
const ASLEEP: f64 = -14.0;

/// A place, at its loudness.
pub(super) fn room(place: Place, hour: u8) -> Ring {
    let night = 1.0 - bustle(hour);
    // What people do is fainter by night; what machines do is not.
    let people = |decibels: f64| decibels + ASLEEP * night;
    let mixed = match place {
        Place::WaitingArea => waiting_area(people),
        Place::Ward => ward(people),
        Place::ClinicRoom => clinic_room(people),
        Place::Bay => bay(people),
        Place::Home => home(people),
        Place::FrontDesk => front_desk(people),
        Place::TeamRoom => team_room(people),
        Place::Telephone => telephone(),
    };
    mixed.at(NOON + NIGHT * night)
}

/// How much goes on at an hour, 0–1.
fn bustle(hour: u8) -> f64 {
    let hour = f64::from(hour % 24);
    let pair = HOURS.windows(2).find(|pair| hour < pair[1].0).unwrap_or(&HOURS[..2]);
    let (from, to) = (pair[0], pair[1]);
    from.1 + (to.1 - from.1) * (hour - from.0) / (to.0 - from.0)
}

/// A large room with a hard floor: people, and now and then somebody who walks by.
fn waiting_area(people: impl Fn(f64) -> f64) -> Ring {
    let room = air(10, 2600.0).at(-6.0).with(&ventilation(11, 98.0).at(-12.0));
    let walks = steps(15, 2.0, 9).with(&steps(16, 14.5, 11));
    room.with(&murmur(12).at(people(-3.0))).with(&walks.at(people(-14.0)))
}

/// Beds, a monitor down the corridor, a nurse who walks by.
fn ward(people: impl Fn(f64) -> f64) -> Ring {
    let room = air(20, 900.0).at(-7.0).with(&ventilation(21, 64.0).at(-4.0));
    let far = monitor(27, 740.0).at(-18.0).with(&steps(22, 8.0, 10).at(people(-17.0)));
    room.with(&far).with(&murmur(23).at(people(-16.0)))
}

/// A small room with its door shut, and a clock.
fn clinic_room(people: impl Fn(f64) -> f64) -> Ring {
    let room = air(30, 1100.0).at(-4.0).with(&hum(100.0).at(-19.0));
    room.with(&clock(31).at(-23.0)).with(&murmur(32).at(people(-20.0)))
}

/// A curtain, oxygen that flows, monitors on either side, people beyond.
fn bay(people: impl Fn(f64) -> f64) -> Ring {
    let room = air(40, 1800.0).at(-6.0).with(&hiss(41, 1800.0, 6000.0).at(-12.0));
    let monitors = monitor(28, 660.0).at(-18.0).with(&monitor(23, 880.0).at(-23.0));
    room.with(&monitors).with(&murmur(42).at(people(-8.0))).with(&steps(45, 12.0, 8).at(people(-17.0)))
}

/// A refrigerator, a clock, and the street.
fn home(people: impl Fn(f64) -> f64) -> Ring {
    let room = air(50, 700.0).at(-8.0).with(&hum(100.0).at(-11.0));
    room.with(&clock(51).at(-20.0)).with(&rumble(52, 2).at(people(-5.0)))
}

/// A desk in an entrance hall: a computer, the street beyond the doors, people who come and go.
fn front_desk(people: impl Fn(f64) -> f64) -> Ring {
    let desk = air(60, 3200.0).at(-7.0).with(&hiss(62, 1200.0, 4500.0).at(-18.0));
    let room = desk.with(&rumble(61, 3).at(people(-3.0)));
    let walks = steps(65, 0.5, 8).with(&steps(66, 8.0, 7)).with(&steps(67, 17.0, 9));
    room.with(&murmur(63).at(people(-9.0))).with(&walks.at(people(-13.0)))
}

/// Computers, a ceiling lamp, colleagues next door.
fn team_room(people: impl Fn(f64) -> f64) -> Ring {
    let fans = ventilation(70, 176.0).at(-3.0).with(&hiss(71, 900.0, 3000.0).at(-15.0));
    fans.with(&hum(200.0).at(-20.0)).with(&murmur(72).at(people(-18.0)))
}

/// A line, which carries 300 to 3400 Hz, and nothing else.
fn telephone() -> Ring {
    hiss(80, 300.0, 3400.0).swaying(3, 0.2).at(-3.0).with(&air(81, 500.0).at(-9.0))
}
