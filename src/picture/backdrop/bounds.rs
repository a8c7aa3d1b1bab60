//! How much of a place is in view, and how far from the middle its furniture is.

/// How much of a place is in view, in the picture's units; the origin is between the eyes of a person in the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Half the width.
    pub half_width: f32,
    /// The upper edge.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// Furniture is no further from the middle than this: a wider view shows more wall.
pub(super) const FURTHEST: f32 = 520.0;

impl Bounds {
    /// The distance of furniture from the middle.
    pub(super) fn reach(self) -> f32 {
        self.half_width.min(FURTHEST)
    }
}

/// The height at which the far wall meets the floor.
pub(super) const FLOOR: f32 = -310.0;
