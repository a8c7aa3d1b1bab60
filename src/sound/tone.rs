//! The loop as samples.

use std::io::{self, Seek, Write};

use hound::{SampleFormat, WavSpec, WavWriter};

use crate::scenario::Place;

use super::room::room;

/// How many samples it takes to rise from silence.
const FADE: usize = RoomTone::RATE as usize;

/// The sound of a place at an hour: samples of 16 bits for one loudspeaker, to be played round and round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomTone(Vec<i16>);

impl RoomTone {
    /// Samples a second.
    pub const RATE: u32 = 22_050;
    /// How long it takes to come round.
    pub const SECONDS: u32 = 24;

    /// The sound of a place at an hour, 0–23.
    #[must_use]
    pub fn of(place: Place, hour: u8) -> Self {
        let ring = room(place, hour);
        let round = |sample: &f64| libm::round(sample * f64::from(i16::MAX));
        #[expect(clippy::cast_possible_truncation, reason = "what is too large becomes the largest there is")]
        let samples = ring.samples().iter().map(|sample| round(sample) as i16);
        Self(samples.collect())
    }

    /// Once round.
    #[must_use]
    pub fn samples(&self) -> &[i16] {
        &self.0
    }

    /// So many times round, rising from silence and sinking back: for a player that makes a pause before it plays
    /// the same again.
    #[must_use]
    pub fn visit(&self, times: usize) -> Self {
        let mut visit = Self(self.0.repeat(times)).rising();
        visit.0.iter_mut().rev().take(FADE).enumerate().for_each(fade);
        visit
    }

    /// A second of it, counted from 0 and round and round.
    #[must_use]
    pub fn second(&self, number: usize) -> Self {
        let seconds = self.0.chunks(Self::RATE as usize);
        Self(seconds.cycle().nth(number % Self::SECONDS as usize).unwrap_or_default().to_vec())
    }

    /// The same, rising from silence over its first second.
    #[must_use]
    pub fn rising(mut self) -> Self {
        self.0.iter_mut().take(FADE).enumerate().for_each(fade);
        self
    }

    /// The samples as bytes, the lower byte first.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|sample| sample.to_le_bytes()).collect()
    }

    /// Writes it as a WAV file.
    ///
    /// # Errors
    /// Where it cannot be written there.
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

/// The sample so far from silence.
fn fade((index, sample): (usize, &mut i16)) {
    let faded = i64::from(*sample) * i64::try_from(index).unwrap_or_default() / i64::from(RoomTone::RATE);
    *sample = i16::try_from(faded).unwrap_or_default();
}
