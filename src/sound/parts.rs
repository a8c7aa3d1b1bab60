//! What places sound of. Levels are set where the parts are put together ([`super::room`]).

use std::f64::consts::{PI, TAU};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::RoomTone;
use super::filter::{Biquad, Brown, Filter, Pink};
use super::ring::{Ring, evenly};

/// The air of a room: pink noise without its very lowest, up to where walls and curtains swallow it.
pub(super) fn air(number: u64, up_to: f64) -> Ring {
    Ring::white(number).through((Pink::default(), (Biquad::above(60.0), Biquad::below(up_to)))).swaying(2, 0.15)
}

/// Far machines or traffic: brown noise that swells and ebbs.
pub(super) fn rumble(number: u64, swells: u32) -> Ring {
    let outside = (Biquad::above(45.0), Biquad::below(600.0));
    Ring::white(number).through((Brown::from(80.0), outside)).swaying(swells, 0.5)
}

/// Air that is blown through a duct: a broad breath, and the even tone of its fan.
pub(super) fn ventilation(number: u64, fan: f64) -> Ring {
    let breath = Ring::white(number).through((Pink::default(), Biquad::near(2.6 * fan, 0.7)));
    breath.at(0.0).with(&hum(fan).at(-12.0))
}

/// A tone with two above it, each fainter.
pub(super) fn hum(hertz: f64) -> Ring {
    let above = Ring::tone(2.0 * hertz).at(-8.0).with(&Ring::tone(3.0 * hertz).at(-15.0));
    Ring::tone(hertz).at(0.0).with(&above).swaying(3, 0.2)
}

/// Noise of a band: what hisses.
pub(super) fn hiss(number: u64, from: f64, up_to: f64) -> Ring {
    Ring::white(number).through((Biquad::above(from), Biquad::below(up_to)))
}

/// Many people far off. Three bands sway slowly against each other, each slower than any syllable, so that one hears
/// that people are there and never a voice.
pub(super) fn murmur(number: u64) -> Ring {
    let bands = [(230.0, 5), (390.0, 7), (610.0, 11)];
    let voices = (number..).zip(bands).map(|(number, (hertz, times))| {
        Ring::white(number).through((Biquad::near(hertz, 1.4), Biquad::below(1400.0))).at(0.0).swaying(times, 0.7)
    });
    voices.fold(Ring::silent(), |all, voice| all.with(&voice))
}

/// A monitor down the corridor, so many beats a loop: one soft note a beat, which says that all is as it was.
pub(super) fn monitor(beats: u32, hertz: f64) -> Ring {
    let mut ring = Ring::silent();
    for beat in 0..beats {
        let at = f64::from(RoomTone::SECONDS) * f64::from(beat) / f64::from(beats);
        ring.lay(at, swell(0.26, 0.2, move |time| libm::sin(TAU * hertz * time)));
    }
    ring
}

/// A clock on the wall: a soft tick and a softer tock, a second apart.
pub(super) fn clock(number: u64) -> Ring {
    let mut ring = Ring::silent();
    for second in 0..RoomTone::SECONDS {
        let (hertz, loud) = if second % 2 == 0 { (1900.0, 1.0) } else { (1500.0, 0.7) };
        let mut wood = Biquad::near(hertz, 3.0);
        let mut chance = ChaCha8Rng::seed_from_u64(number);
        ring.lay(f64::from(second), swell(0.05, 0.12, move |_| loud * wood.pass(evenly(&mut chance))));
    }
    ring
}

/// Somebody who walks by, far off: from this moment of the loop, so many steps, nearer up to the middle and then
/// away.
pub(super) fn steps(number: u64, from: f64, count: u32) -> Ring {
    let mut ring = Ring::silent();
    let mut chance = ChaCha8Rng::seed_from_u64(number);
    let mut at = from;
    for step in 0..count {
        let near = libm::sin(PI * (f64::from(step) + 0.5) / f64::from(count));
        let mut floor = (Biquad::near(150.0 + 20.0 * evenly(&mut chance), 1.2), Biquad::below(420.0));
        let mut sole = ChaCha8Rng::seed_from_u64(number.wrapping_add(u64::from(step)));
        ring.lay(at, swell(0.17, 0.2, move |_| near * floor.pass(evenly(&mut sole))));
        at += 0.58 + 0.02 * evenly(&mut chance);
    }
    ring
}

/// A short sound of so many seconds: it rises over the share `rise` of them and falls over the rest, without a corner
/// at either end.
fn swell(seconds: f64, rise: f64, mut sound: impl FnMut(f64) -> f64) -> impl Iterator<Item = f64> {
    let rate = f64::from(RoomTone::RATE);
    let times = (0_u32..).map(move |index| f64::from(index) / rate).take_while(move |time| *time < seconds);
    times.map(move |time| {
        let way = time / seconds;
        let turn = if way < rise { way / rise } else { 1.0 - (way - rise) / (1.0 - rise) };
        let height = 0.5 - 0.5 * libm::cos(PI * turn);
        height * height * sound(time)
    })
}
