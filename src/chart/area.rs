//! Points and areas of a picture, in units of about a pixel.

/// A point, from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    pub x: i64,
    pub y: i64,
}

impl Point {
    /// As a shell's canvas takes it.
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
    /// The box that two points span.
    #[must_use]
    pub fn spanning(a: Point, b: Point) -> Self {
        Self { left: a.x.min(b.x), top: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

    /// Its right side.
    #[must_use]
    pub const fn right(self) -> i64 {
        self.left + self.width
    }

    /// Its lower side.
    #[must_use]
    pub const fn bottom(self) -> i64 {
        self.top + self.height
    }

    /// The point in its middle.
    #[must_use]
    pub const fn middle(self) -> Point {
        Point { x: self.left + self.width / 2, y: self.top + self.height / 2 }
    }

    /// Whether it shares more than an edge with another.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.left < other.right() && other.left < self.right() && self.top < other.bottom() && other.top < self.bottom()
    }

    /// Smaller by so much on each side.
    #[must_use]
    pub const fn shrunk(self, by: i64) -> Self {
        Self { left: self.left + by, top: self.top + by, width: self.width - 2 * by, height: self.height - 2 * by }
    }

    /// Moved by so much.
    #[must_use]
    pub const fn moved(self, by: Point) -> Self {
        Self { left: self.left + by.x, top: self.top + by.y, ..self }
    }
}
