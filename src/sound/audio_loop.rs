//! An endless sound: what runs past the end wraps round to the beginning.

use std::f64::consts::TAU;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::filter::Filter;
use super::sampling::{RATE, SECONDS};

/// The number of samples in a loop.
pub(super) const LENGTH: usize = (RATE * SECONDS) as usize;

/// A loop of samples; full scale is 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AudioLoop(Vec<f64>);

impl AudioLoop {
    pub(super) fn silent() -> Self {
        Self(vec![0.0; LENGTH])
    }

    /// White noise, different for each seed.
    pub(super) fn white_noise(seed: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        Self((0..LENGTH).map(|_| uniform(&mut random)).collect())
    }

    /// A sine. Its frequency is rounded to the nearest that fits into the loop a whole number of times.
    pub(super) fn sine(hertz: f64) -> Self {
        let turns = libm::round(hertz * f64::from(SECONDS));
        Self(Self::phases().map(|phase| libm::sin(TAU * turns * phase)).collect())
    }

    /// Passed through a filter. The filter is warmed up on the end of the loop, so that its state at the beginning is
    /// that at the end, and the seam stays inaudible.
    pub(super) fn filtered(mut self, mut filter: impl Filter) -> Self {
        // No filter here has a memory of more than a second.
        for sample in &self.0[LENGTH - RATE as usize..] {
            filter.process(*sample);
        }
        for sample in &mut self.0 {
            *sample = filter.process(*sample);
        }
        self
    }

    /// With its amplitude modulated `times` times per loop, by at most `depth` (0–1) of it.
    pub(super) fn modulated(mut self, times: u32, depth: f64) -> Self {
        for (sample, phase) in self.0.iter_mut().zip(Self::phases()) {
            *sample *= 1.0 - depth * (0.5 - 0.5 * libm::cos(TAU * f64::from(times) * phase));
        }
        self
    }

    /// Scaled to this root mean square, in decibels relative to full scale. Silence stays silence.
    pub(super) fn at_level(mut self, decibels: f64) -> Self {
        let rms = self.rms();
        if rms > 0.0 {
            let factor = gain(decibels) / rms;
            self.0.iter_mut().for_each(|sample| *sample *= factor);
        }
        self
    }

    pub(super) fn mixed_with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(sample, more)| *sample += more);
        self
    }

    /// Adds a short sound that begins at this time, in seconds.
    pub(super) fn add_at(&mut self, seconds: f64, sound: impl IntoIterator<Item = f64>) {
        let from = libm::round(seconds * f64::from(RATE));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment of the loop, at most")]
        let from = from.max(0.0) as usize;
        for (index, sample) in sound.into_iter().enumerate() {
            self.0[(from + index) % LENGTH] += sample;
        }
    }

    /// The root mean square.
    pub(super) fn rms(&self) -> f64 {
        let squares: f64 = self.0.iter().map(|sample| sample * sample).sum();
        (squares / f64::from(RATE * SECONDS)).sqrt()
    }

    pub(super) fn samples(&self) -> &[f64] {
        &self.0
    }

    /// For each sample its position in the loop, from 0 up to 1.
    fn phases() -> impl Iterator<Item = f64> {
        let whole = RATE * SECONDS;
        (0..whole).map(move |index| f64::from(index) / f64::from(whole))
    }
}

/// The amplitude factor for a level in decibels.
pub(super) fn gain(decibels: f64) -> f64 {
    libm::pow(10.0, decibels / 20.0)
}

/// A random number from −1 to 1, uniformly distributed.
pub(super) fn uniform(random: &mut impl Rng) -> f64 {
    f64::from(random.next_u32()) / f64::from(1_u32 << 31) - 1.0
}
