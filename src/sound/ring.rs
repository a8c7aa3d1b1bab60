//! A sound without an end: what runs over its end goes on at its beginning.

use std::f64::consts::TAU;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::RoomTone;
use super::filter::Filter;

/// How many samples go round.
pub(super) const LENGTH: usize = (RoomTone::RATE * RoomTone::SECONDS) as usize;

/// A loop of samples, 1 being full scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ring(Vec<f64>);

impl Ring {
    /// Nothing to hear.
    pub(super) fn silent() -> Self {
        Self(vec![0.0; LENGTH])
    }

    /// White noise; each number has its own.
    pub(super) fn white(number: u64) -> Self {
        let mut chance = ChaCha8Rng::seed_from_u64(number);
        Self((0..LENGTH).map(|_| evenly(&mut chance)).collect())
    }

    /// A tone. Its frequency is moved to the nearest that fits into the loop a whole number of times.
    pub(super) fn tone(hertz: f64) -> Self {
        let turns = libm::round(hertz * f64::from(RoomTone::SECONDS));
        Self(Self::way().map(|way| libm::sin(TAU * turns * way)).collect())
    }

    /// Through a filter. It goes round before what it lets out is kept, so that it comes to the beginning as it
    /// comes to the end.
    pub(super) fn through(mut self, mut filter: impl Filter) -> Self {
        // No filter here remembers more than a second.
        for sample in &self.0[LENGTH - RoomTone::RATE as usize..] {
            filter.pass(*sample);
        }
        for sample in &mut self.0 {
            *sample = filter.pass(*sample);
        }
        self
    }

    /// Swelling and ebbing so many times a loop, by at most `depth` (0–1) of the sound.
    pub(super) fn swaying(mut self, times: u32, depth: f64) -> Self {
        for (sample, way) in self.0.iter_mut().zip(Self::way()) {
            *sample *= 1.0 - depth * (0.5 - 0.5 * libm::cos(TAU * f64::from(times) * way));
        }
        self
    }

    /// As loud as this all in all, in decibels below full scale. Silence stays silence.
    pub(super) fn at(mut self, decibels: f64) -> Self {
        let loud = self.loudness();
        if loud > 0.0 {
            let factor = gain(decibels) / loud;
            self.0.iter_mut().for_each(|sample| *sample *= factor);
        }
        self
    }

    /// With another sound.
    pub(super) fn with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(sample, more)| *sample += more);
        self
    }

    /// Lays a short sound on it, from this moment on, in seconds.
    pub(super) fn lay(&mut self, seconds: f64, sound: impl IntoIterator<Item = f64>) {
        let from = libm::round(seconds * f64::from(RoomTone::RATE));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment of the loop, at most")]
        let from = from.max(0.0) as usize;
        for (index, sample) in sound.into_iter().enumerate() {
            self.0[(from + index) % LENGTH] += sample;
        }
    }

    /// The root of the mean square.
    pub(super) fn loudness(&self) -> f64 {
        let squares: f64 = self.0.iter().map(|sample| sample * sample).sum();
        (squares / f64::from(RoomTone::RATE * RoomTone::SECONDS)).sqrt()
    }

    /// The samples.
    pub(super) fn samples(&self) -> &[f64] {
        &self.0
    }

    /// For each sample, how far round it lies, 0–1.
    fn way() -> impl Iterator<Item = f64> {
        let whole = RoomTone::RATE * RoomTone::SECONDS;
        (0..whole).map(move |index| f64::from(index) / f64::from(whole))
    }
}

/// The factor for so many decibels.
pub(super) fn gain(decibels: f64) -> f64 {
    libm::pow(10.0, decibels / 20.0)
}

/// A number between −1 and 1, each as likely as the next.
pub(super) fn evenly(chance: &mut impl Rng) -> f64 {
    f64::from(chance.next_u32()) / f64::from(1_u32 << 31) - 1.0
}
