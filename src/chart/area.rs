//! Points and areas of a picture, in units of about a pixel.

/// A point, from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    pub x: i64,
    pub y: i64,
}

impl Point {
    /// The point as floats, for drawing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a picture is far smaller than 2^24 units where anyone looks at it")]
    pub const fn on_canvas(self) -> [f32; 2] {
        [self.x as f32, self.y as f32]
    }
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub left: i64,
    pub top: i64,
    pub width: i64,
    pub height: i64,
}

impl Area {
    #[must_use]
    pub fn spanning(a: Point, b: Point) -> Self {
        Self { left: a.x.min(b.x), top: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

    #[must_use]
    pub const fn right(self) -> i64 {
        self.left + self.width
    }

    #[must_use]
    pub const fn bottom(self) -> i64 {
        self.top + self.height
    }

    #[must_use]
    pub const fn middle(self) -> Point {
        Point { x: self.left + self.width / 2, y: self.top + self.height / 2 }
    }

    /// Whether the two areas share more than an edge.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.left < other.right() && other.left < self.right() && self.top < other.bottom() && other.top < self.bottom()
    }

    /// The box with each side moved inwards by `by`.
    #[must_use]
    pub const fn shrunk(self, by: i64) -> Self {
        Self { left: self.left + by, top: self.top + by, width: self.width - 2 * by, height: self.height - 2 * by }
    }

    #[must_use]
    pub const fn moved(self, by: Point) -> Self {
        Self { left: self.left + by.x, top: self.top + by.y, ..self }
    }
}
