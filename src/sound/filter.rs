//! Filters that give noise the colour of a room.
//!
//! Sources: the biquads are those of Robert Bristow-Johnson's *Audio EQ Cookbook* (W3C Note, 2021,
//! <https://www.w3.org/TR/audio-eq-cookbook/>); the pink filter is Paul Kellet's refined one of March 2000
//! (<https://www.musicdsp.org/en/latest/Filters/76-pink-noise-filter.html>), designed for 44.1 kHz: at half that rate
//! its slope, 3 dB an octave, begins an octave lower.

use std::f64::consts::TAU;

use super::RoomTone;

/// Something that a sound passes through, a sample at a time.
pub(super) trait Filter {
    /// What comes out when this sample goes in.
    fn pass(&mut self, sample: f64) -> f64;
}

/// A filter of second order (direct form I).
#[derive(Clone, Debug)]
pub(super) struct Biquad {
    /// `b0`, `b1`, `b2`, `a1` and `a2` of the cookbook, divided by its `a0`.
    by: [f64; 5],
    put_in: [f64; 2],
    put_out: [f64; 2],
}

impl Biquad {
    /// Lets pass what is below a frequency.
    pub(super) fn below(hertz: f64) -> Self {
        let (cos, alpha) = turn(hertz, std::f64::consts::FRAC_1_SQRT_2);
        Self::new([(1.0 - cos) / 2.0, 1.0 - cos, (1.0 - cos) / 2.0], cos, alpha)
    }

    /// Lets pass what is above a frequency.
    pub(super) fn above(hertz: f64) -> Self {
        let (cos, alpha) = turn(hertz, std::f64::consts::FRAC_1_SQRT_2);
        let half = f64::midpoint(1.0, cos);
        Self::new([half, -(1.0 + cos), half], cos, alpha)
    }

    /// Lets pass what is near a frequency; the higher `q`, the nearer it has to be.
    pub(super) fn near(hertz: f64, q: f64) -> Self {
        let (cos, alpha) = turn(hertz, q);
        Self::new([alpha, 0.0, -alpha], cos, alpha)
    }

    fn new([b0, b1, b2]: [f64; 3], cos: f64, alpha: f64) -> Self {
        let a0 = 1.0 + alpha;
        let by = [b0 / a0, b1 / a0, b2 / a0, -2.0 * cos / a0, (1.0 - alpha) / a0];
        Self { by, put_in: [0.0; 2], put_out: [0.0; 2] }
    }
}

/// The cookbook's `cos(w0)` and `alpha`.
fn turn(hertz: f64, q: f64) -> (f64, f64) {
    let (sin, cos) = libm::sincos(TAU * hertz / f64::from(RoomTone::RATE));
    (cos, sin / (2.0 * q))
}

impl Filter for Biquad {
    fn pass(&mut self, sample: f64) -> f64 {
        let [b0, b1, b2, a1, a2] = self.by;
        let ([in1, in2], [out1, out2]) = (self.put_in, self.put_out);
        let out = b0 * sample + b1 * in1 + b2 * in2 - a1 * out1 - a2 * out2;
        self.put_in = [sample, in1];
        self.put_out = [out, out1];
        out
    }
}

/// White to pink: every octave as strong as the next, which is about how the air of a room sounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Pink {
    poles: [f64; 6],
    late: f64,
}

impl Filter for Pink {
    fn pass(&mut self, white: f64) -> f64 {
        const POLES: [(f64, f64); 6] = [
            (0.998_86, 0.055_517_9),
            (0.993_32, 0.075_075_9),
            (0.969_00, 0.153_852_0),
            (0.866_50, 0.310_485_6),
            (0.550_00, 0.532_952_2),
            (-0.761_6, -0.016_898_0),
        ];
        let mut out = self.late + white * 0.536_2;
        for (pole, (keep, add)) in self.poles.iter_mut().zip(POLES) {
            *pole = keep * *pole + add * white;
            out += *pole;
        }
        self.late = white * 0.115_926;
        out
    }
}

/// White to brown: a leaky sum, 6 dB an octave above a frequency; the far rumble of traffic and machines.
#[derive(Clone, Debug)]
pub(super) struct Brown {
    leak: f64,
    sum: f64,
}

impl Brown {
    /// Falling from this frequency on.
    pub(super) fn from(hertz: f64) -> Self {
        Self { leak: TAU * hertz / f64::from(RoomTone::RATE), sum: 0.0 }
    }
}

impl Filter for Brown {
    fn pass(&mut self, white: f64) -> f64 {
        self.sum += self.leak * (white - self.sum);
        self.sum
    }
}

impl<A: Filter, B: Filter> Filter for (A, B) {
    /// Through the one, and then through the other.
    fn pass(&mut self, sample: f64) -> f64 {
        let between = self.0.pass(sample);
        self.1.pass(between)
    }
}
