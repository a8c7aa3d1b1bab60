//! Fragments: the page in slices from the top, of which some must stay together.

use crate::print::Shape;

use super::text::Segment;

/// A slice of the page, as wide as the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Fragment {
    /// The space above it, which is left out at the top of a sheet.
    pub(super) above: f32,
    pub(super) height: f32,
    /// What is drawn, from its upper left corner.
    pub(super) items: Vec<Item>,
    /// Whether the next fragment must stand on the same sheet.
    pub(super) keep_with_next: bool,
    /// What is drawn again where a sheet begins with this fragment.
    pub(super) repeat: Option<usize>,
    /// The heading that begins here, for the outline: its level and title.
    pub(super) heading: Option<(u16, String)>,
}

/// Something drawn that is one thing to a screen reader.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its number in the tree; nothing to a screen reader where there is none.
    pub(super) number: Option<usize>,
    /// Whether it is words and nothing else.
    pub(super) words: bool,
    /// What is drawn.
    pub(super) drawings: Vec<Drawing>,
    /// Where: to the right and down.
    pub(super) at: [f32; 2],
}

/// A thing to draw.
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

/// Holds fragments together where they are not too high to stand on one sheet with others.
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
