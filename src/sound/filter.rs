//! Filters that colour noise.
//!
//! Sources: the biquads are those of Robert Bristow-Johnson's *Audio EQ Cookbook* (W3C Note, 2021,
//! <https://www.w3.org/TR/audio-eq-cookbook/>); the pink filter is Paul Kellet's refined one of March 2000
//! (<https://www.musicdsp.org/en/latest/Filters/76-pink-noise-filter.html>). That was designed for 44.1 kHz; at half
//! that rate its slope of 3 dB per octave begins an octave lower.

use std::f64::consts::TAU;

use super::sampling::RATE;

/// A digital filter, fed one sample at a time.
pub(super) trait Filter {
    fn process(&mut self, sample: f64) -> f64;
}

/// A second-order filter, in direct form I.
#[derive(Clone, Debug)]
pub(super) struct Biquad {
    /// The cookbook's `b0`, `b1`, `b2`, `a1` and `a2`, divided by its `a0`.
    coefficients: [f64; 5],
    inputs: [f64; 2],
    outputs: [f64; 2],
}

impl Biquad {
    /// A low-pass filter without resonance (Butterworth).
    pub(super) fn low_pass(hertz: f64) -> Self {
        let (cos, alpha) = cos_and_alpha(hertz, std::f64::consts::FRAC_1_SQRT_2);
        Self::new([(1.0 - cos) / 2.0, 1.0 - cos, (1.0 - cos) / 2.0], cos, alpha)
    }

    /// A high-pass filter without resonance (Butterworth).
    pub(super) fn high_pass(hertz: f64) -> Self {
        let (cos, alpha) = cos_and_alpha(hertz, std::f64::consts::FRAC_1_SQRT_2);
        let half = f64::midpoint(1.0, cos);
        Self::new([half, -(1.0 + cos), half], cos, alpha)
    }

    /// A band-pass filter: the higher `q`, the narrower the band.
    pub(super) fn band_pass(hertz: f64, q: f64) -> Self {
        let (cos, alpha) = cos_and_alpha(hertz, q);
        Self::new([alpha, 0.0, -alpha], cos, alpha)
    }

    fn new([b0, b1, b2]: [f64; 3], cos: f64, alpha: f64) -> Self {
        let a0 = 1.0 + alpha;
        let coefficients = [b0 / a0, b1 / a0, b2 / a0, -2.0 * cos / a0, (1.0 - alpha) / a0];
        Self { coefficients, inputs: [0.0; 2], outputs: [0.0; 2] }
    }
}

/// The cookbook's `cos(w0)` and `alpha`.
fn cos_and_alpha(hertz: f64, q: f64) -> (f64, f64) {
    let (sin, cos) = libm::sincos(TAU * hertz / f64::from(RATE));
    (cos, sin / (2.0 * q))
}

impl Filter for Biquad {
    fn process(&mut self, sample: f64) -> f64 {
        let [b0, b1, b2, a1, a2] = self.coefficients;
        let ([in1, in2], [out1, out2]) = (self.inputs, self.outputs);
        let out = b0 * sample + b1 * in1 + b2 * in2 - a1 * out1 - a2 * out2;
        self.inputs = [sample, in1];
        self.outputs = [out, out1];
        out
    }
}

/// White to pink noise, in which every octave is equally strong: about how the air of a room sounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Pink {
    poles: [f64; 6],
    delayed: f64,
}

impl Filter for Pink {
    fn process(&mut self, white: f64) -> f64 {
        const POLES: [(f64, f64); 6] = [
            (0.998_86, 0.055_517_9),
            (0.993_32, 0.075_075_9),
            (0.969_00, 0.153_852_0),
            (0.866_50, 0.310_485_6),
            (0.550_00, 0.532_952_2),
            (-0.761_6, -0.016_898_0),
        ];
        let mut out = self.delayed + white * 0.536_2;
        for (pole, (keep, add)) in self.poles.iter_mut().zip(POLES) {
            *pole = keep * *pole + add * white;
            out += *pole;
        }
        self.delayed = white * 0.115_926;
        out
    }
}

/// White to brown noise by a leaky integrator, which falls by 6 dB per octave: the distant rumble of traffic and
/// machines.
#[derive(Clone, Debug)]
pub(super) struct Brown {
    leak: f64,
    sum: f64,
}

impl Brown {
    /// Falling from this frequency upwards.
    pub(super) fn new(hertz: f64) -> Self {
        Self { leak: TAU * hertz / f64::from(RATE), sum: 0.0 }
    }
}

impl Filter for Brown {
    fn process(&mut self, white: f64) -> f64 {
        self.sum += self.leak * (white - self.sum);
        self.sum
    }
}

impl<A: Filter, B: Filter> Filter for (A, B) {
    /// The first filter feeds the second.
    fn process(&mut self, sample: f64) -> f64 {
        let between = self.0.process(sample);
        self.1.process(between)
    }
}
