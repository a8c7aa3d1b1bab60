//! A diagram of a few shapes, in points from its upper left corner, with a description in words.

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Diagram {
    pub(crate) title: String,
    /// For readers who cannot see it.
    pub(crate) description: String,
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// From back to front.
    pub(crate) shapes: Vec<Shape>,
}

/// The role that a shape or text is coloured for; the actual colour depends on light or dark mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text, the mark of a score and that of the self-rating.
    Text,
    /// What is less important.
    Quiet,
    /// Lines of a grid.
    Hairline,
    /// The background.
    Ground,
    Agitation,
    Trust,
    Understanding,
    Empathy,
    Clarity,
    DeEscalation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Solid,
    Dashed,
    Dotted,
}

/// The form of a mark, so that colour is never the only distinction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Disc,
    Square,
    Triangle,
    /// A hollow diamond.
    Diamond,
}

/// Which point of a text is at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Path {
        points: Vec<[f32; 2]>,
        line: Line,
        width: f32,
        colour: Colour,
    },
    /// A mark around a point.
    Mark {
        mark: Mark,
        /// Its middle.
        at: [f32; 2],
        /// Half its width.
        size: f32,
        colour: Colour,
    },
    /// A text on one line.
    Text {
        text: String,
        /// Of the anchor, on the baseline.
        at: [f32; 2],
        anchor: Anchor,
        size: f32,
        /// Bold.
        strong: bool,
        colour: Colour,
    },
}

impl Mark {
    /// The corners around the middle, for size 1; empty for a disc.
    pub(crate) const fn corners(self) -> &'static [[f32; 2]] {
        match self {
            Self::Disc => &[],
            Self::Square => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
            Self::Triangle => &[[0.0, -1.25], [1.2, 0.95], [-1.2, 0.95]],
            Self::Diamond => &[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]],
        }
    }

    /// Whether only its outline is drawn.
    pub(crate) const fn is_hollow(self) -> bool {
        matches!(self, Self::Diamond)
    }
}

impl Colour {
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Quiet,
        Self::Hairline,
        Self::Ground,
        Self::Agitation,
        Self::Trust,
        Self::Understanding,
        Self::Empathy,
        Self::Clarity,
        Self::DeEscalation,
    ];

    /// In light mode and on paper, as red, green and blue.
    #[must_use]
    pub const fn light(self) -> [u8; 3] {
        match self {
            Self::Text => [0x23, 0x20, 0x1C],
            Self::Quiet => [0x57, 0x51, 0x49],
            Self::Hairline => [0xDD, 0xD6, 0xCA],
            Self::Ground => [0xFF, 0xFF, 0xFF],
            Self::Agitation => [0xA3, 0x3B, 0x12],
            Self::Trust => [0x4A, 0x3D, 0x96],
            Self::Understanding => [0x1E, 0x65, 0x52],
            Self::Empathy => [0x00, 0x9E, 0x73],
            Self::Clarity => [0x00, 0x72, 0xB2],
            Self::DeEscalation => [0xD5, 0x5E, 0x00],
        }
    }

    /// In dark mode, as red, green and blue.
    #[must_use]
    pub const fn dark(self) -> [u8; 3] {
        match self {
            Self::Text => [0xEE, 0xEB, 0xE5],
            Self::Quiet => [0xBD, 0xB8, 0xAF],
            Self::Hairline => [0x3E, 0x43, 0x48],
            Self::Ground => [0x20, 0x23, 0x26],
            Self::Agitation => [0xF4, 0xA3, 0x7E],
            Self::Trust => [0xBC, 0xB1, 0xF5],
            Self::Understanding => [0x8C, 0xD3, 0xBC],
            Self::Empathy | Self::Clarity | Self::DeEscalation => self.light(),
        }
    }

    /// The name of its variable in the style sheet.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Quiet => "quiet",
            Self::Hairline => "hairline",
            Self::Ground => "ground",
            Self::Agitation => "agitation",
            Self::Trust => "trust",
            Self::Understanding => "understanding",
            Self::Empathy => "empathy",
            Self::Clarity => "clarity",
            Self::DeEscalation => "de-escalation",
        }
    }
}
