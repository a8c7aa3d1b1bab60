//! The sounds that places are mixed from. Their levels are set in the mix (see [`super::mix`]).

use std::f64::consts::{PI, TAU};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::audio_loop::{AudioLoop, uniform};
use super::filter::{Biquad, Brown, Filter, Pink};
use super::sampling::{RATE, SECONDS};

/// The air of a room: pink noise without its lowest frequencies, up to the frequency from which walls and curtains
/// absorb it.
pub(super) fn air(seed: u64, up_to: f64) -> AudioLoop {
    AudioLoop::white_noise(seed)
        .filtered((Pink::default(), (Biquad::high_pass(60.0), Biquad::low_pass(up_to))))
        .modulated(2, 0.15)
}

/// Distant machines or traffic: brown noise that swells and ebbs.
pub(super) fn rumble(seed: u64, swells: u32) -> AudioLoop {
    let outside = (Biquad::high_pass(45.0), Biquad::low_pass(600.0));
    AudioLoop::white_noise(seed).filtered((Brown::new(80.0), outside)).modulated(swells, 0.5)
}

/// Air blown through a duct: broad noise, and the steady tone of the fan.
pub(super) fn ventilation(seed: u64, fan: f64) -> AudioLoop {
    let breath = AudioLoop::white_noise(seed).filtered((Pink::default(), Biquad::band_pass(2.6 * fan, 0.7)));
    breath.at_level(0.0).mixed_with(&hum(fan).at_level(-12.0))
}

/// A tone with two overtones, each fainter than the one below.
pub(super) fn hum(hertz: f64) -> AudioLoop {
    let above = AudioLoop::sine(2.0 * hertz).at_level(-8.0).mixed_with(&AudioLoop::sine(3.0 * hertz).at_level(-15.0));
    AudioLoop::sine(hertz).at_level(0.0).mixed_with(&above).modulated(3, 0.2)
}

/// Noise in a band of frequencies.
pub(super) fn hiss(seed: u64, from: f64, up_to: f64) -> AudioLoop {
    AudioLoop::white_noise(seed).filtered((Biquad::high_pass(from), Biquad::low_pass(up_to)))
}

/// Many people at a distance. Three bands swell and ebb independently, all more slowly than syllables follow each
/// other, so that one can tell that people are there and never make out a voice.
pub(super) fn murmur(seed: u64) -> AudioLoop {
    let bands = [(230.0, 5), (390.0, 7), (610.0, 11)];
    let bands = (seed..).zip(bands).map(|(seed, (hertz, times))| {
        AudioLoop::white_noise(seed)
            .filtered((Biquad::band_pass(hertz, 1.4), Biquad::low_pass(1400.0)))
            .at_level(0.0)
            .modulated(times, 0.7)
    });
    bands.fold(AudioLoop::silent(), |all, band| all.mixed_with(&band))
}

/// A patient monitor down the corridor: one soft, reassuring note for each of `beats` beats per loop.
pub(super) fn monitor(beats: u32, hertz: f64) -> AudioLoop {
    let mut sound = AudioLoop::silent();
    for beat in 0..beats {
        let at = f64::from(SECONDS) * f64::from(beat) / f64::from(beats);
        sound.add_at(at, enveloped(0.26, 0.2, move |time| libm::sin(TAU * hertz * time)));
    }
    sound
}

/// A wall clock: a soft tick and a softer tock, a second apart.
pub(super) fn clock(seed: u64) -> AudioLoop {
    let mut sound = AudioLoop::silent();
    for second in 0..SECONDS {
        let (hertz, loud) = if second % 2 == 0 { (1900.0, 1.0) } else { (1500.0, 0.7) };
        let mut wood = Biquad::band_pass(hertz, 3.0);
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        sound.add_at(f64::from(second), enveloped(0.05, 0.12, move |_| loud * wood.process(uniform(&mut random))));
    }
    sound
}

/// Somebody who walks past at a distance: `count` steps from second `from` of the loop on, approaching up to the middle
/// and then moving away.
pub(super) fn footsteps(seed: u64, from: f64, count: u32) -> AudioLoop {
    let mut sound = AudioLoop::silent();
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut at = from;
    for step in 0..count {
        let near = libm::sin(PI * (f64::from(step) + 0.5) / f64::from(count));
        let mut footfall = (Biquad::band_pass(150.0 + 20.0 * uniform(&mut random), 1.2), Biquad::low_pass(420.0));
        let mut sole = ChaCha8Rng::seed_from_u64(seed.wrapping_add(u64::from(step)));
        sound.add_at(at, enveloped(0.17, 0.2, move |_| near * footfall.process(uniform(&mut sole))));
        at += 0.58 + 0.02 * uniform(&mut random);
    }
    sound
}

/// A short sound of this many seconds under a smooth envelope, which rises over the share `rise` of them and falls over
/// the rest.
fn enveloped(seconds: f64, rise: f64, mut sound: impl FnMut(f64) -> f64) -> impl Iterator<Item = f64> {
    let rate = f64::from(RATE);
    let times = (0_u32..).map(move |index| f64::from(index) / rate).take_while(move |time| *time < seconds);
    times.map(move |time| {
        let along = time / seconds;
        let ramp = if along < rise { along / rise } else { 1.0 - (along - rise) / (1.0 - rise) };
        let height = 0.5 - 0.5 * libm::cos(PI * ramp);
        height * height * sound(time)
    })
}
