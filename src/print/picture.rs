//! A picture of few shapes, in points from its upper left corner, with what it shows in words.

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    /// What it is.
    pub(super) title: String,
    /// What it shows, for those who cannot see it.
    pub(super) description: String,
    /// Whether the description stands below the picture too, for everyone.
    pub(super) captioned: bool,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Its shapes, from the back.
    pub(super) shapes: Vec<Shape>,
}

/// What a shape or a text is coloured for; how it looks depends on the light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text, and the line that says it.
    Text,
    /// What matters less.
    Quiet,
    /// Lines of a grid.
    Hairline,
    /// The ground that things stand on.
    Ground,
    Agitation,
    Trust,
    Understanding,
    Empathy,
    Clarity,
    DeEscalation,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Without a gap.
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// A mark's form, so that colour is never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Disc,
    Square,
    Triangle,
    /// A hollow diamond.
    Diamond,
}

/// Which point of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its beginning.
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A line through points.
    Path {
        /// The points, x and y.
        points: Vec<[f32; 2]>,
        /// How it is drawn.
        line: Line,
        /// How thick.
        width: f32,
        colour: Colour,
    },
    /// A mark around a point.
    Mark {
        /// Its form.
        mark: Mark,
        /// Its middle.
        at: [f32; 2],
        /// Half of its width.
        size: f32,
        colour: Colour,
    },
    /// A text on one line, its position being on the baseline.
    Text {
        text: String,
        /// Its position.
        at: [f32; 2],
        /// Which point of it that is.
        anchor: Anchor,
        /// How large.
        size: f32,
        /// Whether it stands out.
        strong: bool,
        colour: Colour,
    },
}

impl Mark {
    /// The corners around the middle, for a size of 1; none for a disc.
    pub(super) const fn corners(self) -> &'static [[f32; 2]] {
        match self {
            Self::Disc => &[],
            Self::Square => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
            Self::Triangle => &[[0.0, -1.25], [1.2, 0.95], [-1.2, 0.95]],
            Self::Diamond => &[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]],
        }
    }

    /// Whether only its edge is drawn.
    pub(super) const fn is_hollow(self) -> bool {
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

    /// The colour on paper and in light, as red, green and blue.
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

    /// The colour in the dark.
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

    /// What it is called in a style sheet.
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
