//! The sizes, spaces, radii and durations of the screens, all in one place.

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
    use egui::{Vec2, vec2};

    /// The screen that everything is measured for: the most common one in a hospital.
    pub(crate) const ORDINARY: Vec2 = vec2(1366.0, 768.0);
    /// The radius of a card's corners.
    pub(crate) const RADIUS: f32 = 10.0;
    /// The radius of the corners of controls.
    pub(crate) const RADIUS_SMALL: f32 = 6.0;
    /// The width of a border.
    pub(crate) const BORDER: f32 = 1.0;
    /// The width of the focus ring, and of lines that carry meaning.
    pub(crate) const RING: f32 = 3.0;
    /// The gap between a control and its focus ring.
    pub(crate) const RING_GAP: f32 = 2.0;
    /// The least height of anything that can be pressed.
    pub(crate) const TARGET: f32 = 44.0;
    /// The width of a column of text at 100 %.
    pub(crate) const COLUMN: f32 = 720.0;
    /// The width of a page of cards at 100 %.
    pub(crate) const PAGE: f32 = 1080.0;
    /// The width of the debrief at 100 %.
    pub(crate) const DEBRIEF: f32 = 1240.0;
    /// The width of the portrait on the debrief, at 100 %.
    pub(crate) const PORTRAIT_WIDTH: f32 = 170.0;
    /// The height of the portrait on the debrief, at 100 %.
    pub(crate) const PORTRAIT_HEIGHT: f32 = 134.0;
    /// The greatest share of the window's height for a bar that stays in view.
    pub(crate) const BAR_HEIGHT: f32 = 0.34;
    /// The width of the headings of parts, where what is inside stands beside them, at 100 %.
    pub(crate) const PART_HEADING: f32 = 464.0;
    /// The least width of a card at 100 %.
    pub(crate) const CARD: f32 = 320.0;
    /// From this width on, at 100 %, the picture is beside the text.
    pub(crate) const WIDE: f32 = 900.0;
    /// The picture's share of the width when it is beside the text.
    pub(crate) const PICTURE_WIDTH: f32 = 0.45;
    /// The picture's share of the height when it is above the text.
    pub(crate) const PICTURE_HEIGHT: f32 = 0.30;
    /// The least height of the picture.
    pub(crate) const PICTURE_MIN_HEIGHT: f32 = 144.0;
    /// The greatest share of the picture's height that captions cover.
    pub(crate) const CAPTIONS_HEIGHT: f32 = 0.46;
    /// The greatest share of the picture's height that captions and notes cover together.
    pub(crate) const NOTES_HEIGHT: f32 = 0.75;
    /// The share of the picture's width for the caption of one of several people.
    pub(crate) const CAPTION_WIDTH: f32 = 0.86;
    /// The greatest share of the window's height for the list on the author's panel.
    pub(crate) const PANEL_HEIGHT: f32 = 0.28;
    /// The greatest share of the window's height for notices.
    pub(crate) const NOTICES_HEIGHT: f32 = 0.4;
    /// The graph's share of the width when it is beside the scene.
    pub(crate) const GRAPH_WIDTH: f32 = 0.6;
    /// The graph's share of the height when it is above the scene.
    pub(crate) const GRAPH_HEIGHT: f32 = 0.58;
    /// The least width of a search box beside buttons, at 100 %.
    pub(crate) const SEARCH: f32 = 220.0;
    /// The width of a box for a time of day, at 100 %.
    pub(crate) const TIME: f32 = 120.0;
    /// The width of the column beside the prebrief, at 100 %.
    pub(crate) const ASIDE: f32 = 384.0;
    /// The height of the thumbnail on a card, at 100 %.
    pub(crate) const BANNER: f32 = 132.0;
    /// The height of the thumbnail on the prebrief, at 100 %.
    pub(crate) const PREBRIEF_PICTURE: f32 = 200.0;
    /// The width of the library's search box, at 100 %.
    pub(crate) const LIBRARY_SEARCH: f32 = 480.0;
    /// The height of the arc at 100 %.
    pub(crate) const ARC: f32 = 260.0;
    /// The greatest height of the chart on the debrief, at 100 %.
    pub(crate) const ROAD: f32 = 460.0;
    /// The least width of a month in a picture, which is much higher than that.
    pub(crate) const MONTH: f32 = 24.0;
    /// The radius of a point in the arc.
    pub(crate) const POINT: f32 = 5.0;
    /// The height of a bar.
    pub(crate) const BAR: f32 = 10.0;
}

/// The duration of an animation, in seconds.
pub(crate) const DURATION: f32 = 0.12;

/// The gamma of dark text on a light background: below 1 the text is darker, like print.
pub(crate) const DARK_TYPE: f32 = 0.7;

/// The line height, relative to the size of the type.
pub(crate) const LINE_HEIGHT: f32 = 1.45;

/// The line height where room is scarce.
pub(crate) const CLOSE_LINE_HEIGHT: f32 = 1.25;

/// The sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeSize {
    /// Notes and labels.
    Small,
    /// Running text.
    Body,
    /// Speech, and headings of small parts.
    Lead,
    /// Headings.
    Title,
    /// The heading of a screen.
    Display,
}

impl TypeSize {
    /// All five, smallest first.
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
