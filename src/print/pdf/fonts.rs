//! The faces of the font: text to glyphs, and what the font lacks.

use std::collections::BTreeMap;
use std::ops::Range;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::fonts::{REGULAR, STRONG};
use crate::markup::clean;

/// Stands for a character that the font lacks: the first of these that the font has.
const STAND_INS: [char; 3] = [char::REPLACEMENT_CHARACTER, '\u{25a1}', '?'];

/// A face of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// For running text.
    Regular,
    /// For headings and emphasis.
    Strong,
}

struct Loaded {
    drawn: Font,
    shaped: FontRef<'static>,
    data: ShaperData,
}

pub(super) struct Fonts {
    regular: Loaded,
    strong: Loaded,
    /// Whether the font has a character, for each that has been looked up.
    known: BTreeMap<char, bool>,
    stand_in: char,
}

/// A text as glyphs of a face, at size 1.
#[derive(Clone, Debug)]
pub(super) struct Shaped {
    pub(super) face: Face,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) width: f32,
}

impl Loaded {
    fn load(bytes: &'static [u8]) -> Option<Self> {
        let drawn = Font::new(bytes.into(), 0)?;
        let shaped = FontRef::new(bytes).ok()?;
        let data = ShaperData::new(&shaped);
        Some(Self { drawn, shaped, data })
    }
}

impl Fonts {
    /// `None` where a font cannot be used.
    pub(super) fn load() -> Option<Self> {
        let (regular, strong) = (Loaded::load(REGULAR)?, Loaded::load(STRONG)?);
        let mut fonts = Self { regular, strong, known: BTreeMap::new(), stand_in: '?' };
        fonts.stand_in = STAND_INS.into_iter().find(|&sign| fonts.draws(sign))?;
        Some(fonts)
    }

    const fn face(&self, face: Face) -> &Loaded {
        match face {
            Face::Regular => &self.regular,
            Face::Strong => &self.strong,
        }
    }

    /// The face for drawing.
    pub(super) fn drawn(&self, face: Face) -> Font {
        self.face(face).drawn.clone()
    }

    /// The text with a stand-in for each character that the font lacks.
    pub(super) fn known(&mut self, text: &str) -> String {
        let known = |c: char| if c != char::REPLACEMENT_CHARACTER && self.has(c) { c } else { self.stand_in };
        clean(text).chars().map(known).collect()
    }

    fn has(&mut self, c: char) -> bool {
        if c == '\n' || c.is_ascii() {
            return true;
        }
        if let Some(&known) = self.known.get(&c) {
            return known;
        }
        let known = self.draws(c);
        self.known.insert(c, known);
        known
    }

    /// Whether both faces have a character.
    fn draws(&self, c: char) -> bool {
        let whole = |face| self.shape(face, c.to_string()).glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0);
        whole(Face::Regular) && whole(Face::Strong)
    }

    /// The characters that were looked up and that the font lacks.
    pub(super) fn missing_glyphs(&self) -> Vec<char> {
        self.known.iter().filter(|(_, known)| !**known).map(|(&c, _)| c).collect()
    }

    #[allow(clippy::cast_precision_loss, reason = "a font's units are small")]
    pub(super) fn shape(&self, face: Face, text: String) -> Shaped {
        let Loaded { shaped, data, .. } = self.face(face);
        let shaper = data.shaper(shaped).build();
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let found = shaper.shape(buffer, ShapeOptions::new());
        let starts: Vec<usize> = found.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let glyphs = found.glyph_infos().iter().zip(found.glyph_positions()).enumerate().map(|(index, (info, at))| {
            let [across, x, y] = [at.x_advance, at.x_offset, at.y_offset].map(|units| units as f32 / em);
            KrillaGlyph::new(GlyphId::new(info.glyph_id), across, x, y, 0.0, range(&starts, index, text.len()), None)
        });
        let glyphs: Vec<KrillaGlyph> = glyphs.collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Shaped { face, text, glyphs, width }
    }
}

/// The part of the text that the glyph at `index` stands for.
fn range(starts: &[usize], index: usize, end: usize) -> Range<usize> {
    let start = starts[index];
    let next = starts[index..].iter().copied().find(|&next| next > start);
    start..next.unwrap_or(end)
}
