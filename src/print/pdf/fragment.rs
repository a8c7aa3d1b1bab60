//! Fragments: horizontal slices of the page, from the top, some of which must stay together.

use crate::print::Shape;

use super::text::Segment;

/// A slice of the page, as wide as the text; lengths are in points.
#[derive(Clone, Debug, Default)]
pub(super) struct Fragment {
    /// The space above, left out at the top of a sheet.
    pub(super) above: f32,
    pub(super) height: f32,
    /// Relative to its upper left corner.
    pub(super) items: Vec<Item>,
    /// Whether the next fragment must be on the same sheet.
    pub(super) keep_with_next: bool,
    /// The index of the fragments that are repeated above this one where it begins a sheet.
    pub(super) repeat: Option<usize>,
    /// The heading that begins here, for the outline: its level and title.
    pub(super) heading: Option<(u16, String)>,
}

/// A drawing, or several that are one to a screen reader.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its number in the tag tree; a screen reader leaves out an item without one.
    pub(super) number: Option<usize>,
    /// Whether it is text only.
    pub(super) words: bool,
    pub(super) drawings: Vec<Drawing>,
    /// Its position: right and down.
    pub(super) at: [f32; 2],
}

#[derive(Clone, Debug)]
pub(super) enum Drawing {
    /// Words on a baseline.
    Words(Segment),
    Shape(Shape),
}

impl Item {
    /// Something that a screen reader leaves out.
    pub(super) const fn ornament(drawings: Vec<Drawing>, at: [f32; 2]) -> Self {
        Self { number: None, words: false, drawings, at }
    }
}

/// Keeps fragments together, unless they are higher than `highest`.
pub(super) fn keep_together(fragments: &mut [Fragment], highest: f32) {
    let height: f32 = fragments.iter().map(|fragment| fragment.above + fragment.height).sum();
    if height > highest {
        return;
    }
    if let Some((_, all_but_last)) = fragments.split_last_mut() {
        for fragment in all_but_last {
            fragment.keep_with_next = true;
        }
    }
}
