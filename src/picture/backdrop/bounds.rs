//! How much of a place is in view, and where things stand in it.

/// How much of the place is in view, in the picture's units; the origin lies between the eyes of whoever stands in
/// the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Half the width.
    pub half_width: f32,
    /// The upper edge.
    pub top: f32,
    /// The lower edge.
    pub bottom: f32,
}

/// Furniture stands no further from the middle than this: a wider view shows more wall.
pub(super) const FURTHEST: f32 = 520.0;

impl Bounds {
    /// How far from the middle things stand.
    pub(super) fn reach(self) -> f32 {
        self.half_width.min(FURTHEST)
    }
}

/// Where the far wall meets the floor.
pub(super) const FLOOR: f32 = -310.0;
