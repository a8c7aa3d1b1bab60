//! The finished loop, as samples of 16 bits.

use std::io::{self, Seek, Write};

use hound::{SampleFormat, WavSpec, WavWriter};

use crate::scenario::Place;

use super::mix::{self, mix};
use super::sampling::{RATE, SECONDS};

/// The length of a fade in samples.
const FADE: usize = RoomTone::RATE as usize;

/// The sound of a place at an hour: 16-bit mono samples, to be played in a loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomTone(Vec<i16>);

impl RoomTone {
    /// The sample rate, in samples a second.
    pub const RATE: u32 = RATE;
    /// The length of the loop.
    pub const SECONDS: u32 = SECONDS;

    /// `hour` is from 0 to 23.
    #[must_use]
    pub fn of(place: Place, hour: u8) -> Self {
        let sound = mix(place, hour);
        let round = |sample: &f64| libm::round(sample * f64::from(i16::MAX));
        #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
        let samples = sound.samples().iter().map(|sample| round(sample) as i16);
        Self(samples.collect())
    }

    /// Whether every place sounds the same at both hours, 0–23.
    #[must_use]
    pub fn is_alike(hour: u8, other: u8) -> bool {
        mix::is_alike(hour, other)
    }

    #[must_use]
    pub fn samples(&self) -> &[i16] {
        &self.0
    }

    /// The loop `times` times in a row, faded in and out: for a player that pauses before it repeats.
    #[must_use]
    pub fn repeated(&self, times: usize) -> Self {
        let mut repeated = Self(self.0.repeat(times)).faded_in();
        repeated.0.iter_mut().rev().take(FADE).enumerate().for_each(fade);
        repeated
    }

    /// One second of the endless loop, counted from 0.
    #[must_use]
    pub fn second(&self, number: usize) -> Self {
        let seconds = self.0.chunks(Self::RATE as usize);
        Self(seconds.cycle().nth(number % Self::SECONDS as usize).unwrap_or_default().to_vec())
    }

    /// Faded in over its first second.
    #[must_use]
    pub fn faded_in(mut self) -> Self {
        self.0.iter_mut().take(FADE).enumerate().for_each(fade);
        self
    }

    /// The samples as little-endian bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|sample| sample.to_le_bytes()).collect()
    }

    /// Writes a WAV file.
    ///
    /// # Errors
    /// If `to` cannot be written to.
    pub fn write_wav(&self, to: impl Write + Seek) -> io::Result<()> {
        let format =
            WavSpec { channels: 1, sample_rate: Self::RATE, bits_per_sample: 16, sample_format: SampleFormat::Int };
        self.write(to, format).map_err(|error| match error {
            hound::Error::IoError(error) => error,
            other => io::Error::other(other),
        })
    }

    fn write(&self, to: impl Write + Seek, format: WavSpec) -> hound::Result<()> {
        let mut wav = WavWriter::new(to, format)?;
        let mut all = wav.get_i16_writer(u32::try_from(self.0.len()).map_err(|_| hound::Error::TooWide)?);
        self.0.iter().for_each(|&sample| all.write_sample(sample));
        all.flush()?;
        wav.finalize()
    }
}

/// Scales a sample by its distance from the silent end of a fade.
fn fade((index, sample): (usize, &mut i16)) {
    let faded = i64::from(*sample) * i64::try_from(index).unwrap_or_default() / i64::from(RoomTone::RATE);
    *sample = i16::try_from(faded).unwrap_or_default();
}
