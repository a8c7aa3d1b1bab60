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
    /// Whether it begins a new sheet.
    pub(super) new_sheet: bool,
    /// For the outline.
    pub(super) headings: Vec<OutlineHeading>,
}

/// A heading within a fragment.
#[derive(Clone, Debug)]
pub(super) struct OutlineHeading {
    pub(super) level: u16,
    pub(super) title: String,
    /// How far below the upper edge of the fragment, or of the sheet, it begins.
    pub(super) down: f32,
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

    /// The same item further right and down.
    pub(super) fn moved(self, [right, down]: [f32; 2]) -> Self {
        Self { at: [self.at[0] + right, self.at[1] + down], ..self }
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
