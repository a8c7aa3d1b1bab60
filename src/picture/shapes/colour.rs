//! Colours in sRGB, and in linear light for blending.

/// A colour in sRGB with straight alpha, each 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
    pub alpha: f32,
}

impl Colour {
    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red: red as f32 / 255.0, green: green as f32 / 255.0, blue: blue as f32 / 255.0, alpha: 1.0 }
    }

    /// `self` at `amount` 0, `other` at 1, interpolated in sRGB, so that the steps look even.
    #[must_use]
    pub fn mix(self, other: Self, amount: f32) -> Self {
        let between = |from: f32, to: f32| from + (to - from) * amount;
        Self {
            red: between(self.red, other.red),
            green: between(self.green, other.green),
            blue: between(self.blue, other.blue),
            alpha: between(self.alpha, other.alpha),
        }
    }

    #[must_use]
    pub const fn with_alpha(self, alpha: f32) -> Self {
        Self { alpha, ..self }
    }

    /// The colour under a coloured light: each channel multiplied, alpha unchanged.
    #[must_use]
    pub fn lit_by(self, light: Self) -> Self {
        let lit = |own: f32, light: f32| (own * light).clamp(0.0, 1.0);
        Self {
            red: lit(self.red, light.red),
            green: lit(self.green, light.green),
            blue: lit(self.blue, light.blue),
            alpha: self.alpha,
        }
    }

    /// Red, green and blue as linear light, which is what graphics cards blend, and alpha.
    #[must_use]
    pub fn linear(self) -> [f32; 4] {
        [to_linear(self.red), to_linear(self.green), to_linear(self.blue), self.alpha]
    }

    /// Relative luminance, 0–1, as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f32 {
        0.2126 * to_linear(self.red) + 0.7152 * to_linear(self.green) + 0.0722 * to_linear(self.blue)
    }
}

fn to_linear(encoded: f32) -> f32 {
    if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_and_linear_agree_with_srgb() {
        let [red, green, blue, alpha] = Colour::hex(0xFF_80_00).linear();
        assert!((red - 1.0).abs() < 1e-5 && blue.abs() < 1e-5 && (alpha - 1.0).abs() < 1e-5);
        assert!((green - 0.2158).abs() < 1e-3);
    }

    #[test]
    fn mixing_goes_half_way() {
        let grey = Colour::hex(0).mix(Colour::hex(0xFF_FF_FF), 0.5);
        assert!((grey.red - 0.5).abs() < 1e-6);
    }
}
