//! The one place for sizes, spaces, radii and durations of the screens.

/// Spaces, in points.
pub(crate) mod space {
    pub(crate) const XS: f32 = 4.0;
    pub(crate) const S: f32 = 8.0;
    pub(crate) const M: f32 = 12.0;
    pub(crate) const L: f32 = 16.0;
    pub(crate) const XL: f32 = 24.0;
    pub(crate) const XXL: f32 = 32.0;
    pub(crate) const HUGE: f32 = 48.0;
}

/// Measures, in points.
pub(crate) mod measure {
    /// The radius of a card's corners.
    pub(crate) const RADIUS: f32 = 10.0;
    /// The radius of a small thing's corners.
    pub(crate) const RADIUS_SMALL: f32 = 6.0;
    /// The width of a border.
    pub(crate) const BORDER: f32 = 1.0;
    /// The width of the focus ring, and of lines that carry meaning.
    pub(crate) const RING: f32 = 3.0;
    /// How far the focus ring stands off.
    pub(crate) const RING_GAP: f32 = 2.0;
    /// The least height of anything to press.
    pub(crate) const TARGET: f32 = 44.0;
    /// The width of a column of text at 100 %.
    pub(crate) const COLUMN: f32 = 720.0;
    /// The width of a page of cards at 100 %.
    pub(crate) const PAGE: f32 = 1080.0;
    /// The least width of a card at 100 %.
    pub(crate) const CARD: f32 = 320.0;
    /// From this width on, over the text's scale, the picture stands beside the text.
    pub(crate) const WIDE: f32 = 1000.0;
    /// The picture's share of the width where it stands beside the text.
    pub(crate) const PICTURE_WIDTH: f32 = 0.45;
    /// The picture's share of the height where it stands above the text.
    pub(crate) const PICTURE_HEIGHT: f32 = 0.30;
    /// The least height of the picture.
    pub(crate) const PICTURE_MIN_HEIGHT: f32 = 144.0;
    /// From this height on, over the text's scale, the tools stay above the conversation.
    pub(crate) const TOOLS_FROM: f32 = 460.0;
    /// The most of the window's height that an open list on the author's panel takes.
    pub(crate) const PANEL_HEIGHT: f32 = 0.28;
    /// The most of the window's height that notices take.
    pub(crate) const NOTICES_HEIGHT: f32 = 0.4;
    /// The graph's share of the width where it stands beside the scene.
    pub(crate) const GRAPH_WIDTH: f32 = 0.6;
    /// The graph's share of the height where it stands above the scene.
    pub(crate) const GRAPH_HEIGHT: f32 = 0.58;
    /// The least width of a search beside buttons, at 100 %.
    pub(crate) const SEARCH: f32 = 220.0;
    /// The width of what stands beside the prebrief, at 100 %.
    pub(crate) const ASIDE: f32 = 384.0;
    /// The height of the picture on a card, at 100 %.
    pub(crate) const BANNER: f32 = 132.0;
    /// The height of the picture before a conversation, at 100 %.
    pub(crate) const PREBRIEF_PICTURE: f32 = 200.0;
    /// The width of the library's search, at 100 %.
    pub(crate) const LIBRARY_SEARCH: f32 = 480.0;
    /// The height of the arc's picture at 100 %.
    pub(crate) const ARC: f32 = 260.0;
    /// The most height of the road's picture, at 100 %.
    pub(crate) const ROAD: f32 = 460.0;
    /// The radius of a point in the arc.
    pub(crate) const POINT: f32 = 5.0;
    /// The height of a bar.
    pub(crate) const BAR: f32 = 10.0;
}

/// How long a change on the screen takes, in seconds.
pub(crate) const DURATION: f32 = 0.12;

/// The power of the coverage of dark type on light ground: below 1 it is darker, as print is.
pub(crate) const DARK_TYPE: f32 = 0.7;

/// The lines' distance, of the size of the type.
pub(crate) const LINE_HEIGHT: f32 = 1.45;

/// The sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeSize {
    /// Notes and labels.
    Small,
    /// What is read.
    Body,
    /// What is said, and headings of small parts.
    Lead,
    /// Headings.
    Title,
    /// The heading of a screen.
    Display,
}

impl TypeSize {
    /// All five, from the smallest.
    pub const ALL: [Self; 5] = [Self::Small, Self::Body, Self::Lead, Self::Title, Self::Display];

    /// Its size at 100 %, in points.
    #[must_use]
    pub const fn points(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Body => 18.0,
            Self::Lead => 20.0,
            Self::Title => 25.0,
            Self::Display => 32.0,
        }
    }
}
