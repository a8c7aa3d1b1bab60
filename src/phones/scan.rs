//! The code that a phone's camera reads: the link to the page, as a square of squares.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code (ISO/IEC 18004), without the margin around it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScanCode {
    /// How many squares there are in a row.
    pub side: usize,
    /// Whether each is dark, row by row.
    pub dark: Vec<bool>,
}

impl ScanCode {
    /// The code for a link; `None` where the link is too long for any.
    #[must_use]
    pub fn of(link: &str) -> Option<Self> {
        // A quarter of it may be hidden by a head in front of the screen.
        let code = QrCode::with_error_correction_level(link, EcLevel::Q).ok()?;
        let dark = code.to_colors().into_iter().map(|colour| colour == Color::Dark).collect();
        Some(Self { side: code.width(), dark })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_code_with_its_three_finders_and_a_whole_book_has_none() {
        let code = ScanCode::of("http://192.168.1.7:8714/?code=ABC234").expect("it is short");
        assert_eq!(code.dark.len(), code.side * code.side);
        let dark = |x: usize, y: usize| code.dark[y * code.side + x];
        let last = code.side - 1;
        for (x, y) in [(0, 0), (last - 6, 0), (0, last - 6)] {
            assert!((0..7).all(|along| dark(x + along, y) && dark(x, y + along)), "a finder's edge at {x}, {y}");
            assert!(!dark(x + 1, y + 1) && dark(x + 3, y + 3), "a finder's rings at {x}, {y}");
        }
        assert_eq!(ScanCode::of(&"a".repeat(4_000)), None);
    }
}
