//! The appendix: whatever does not stand on the two sides.

use crate::debrief::page::{Block, Part};
use crate::print::{AppendixPart, Element};

use super::{block, numbers};

/// What a part adds to the appendix; `None` where all of it stands on the two sides.
pub(super) fn part(part: &Part) -> Option<AppendixPart> {
    let left_out = |block: &Block| if part.name.is_essence() { left_out(block) } else { self::block(block) };
    let elements: Vec<Element> = part.blocks.iter().flat_map(left_out).collect();
    (!elements.is_empty()).then(|| AppendixPart { heading: part.heading.clone(), elements })
}

/// What the two sides leave out of a block. A turning point, of which they have little, is told again in full.
fn left_out(block: &Block) -> Vec<Element> {
    match block {
        Block::Course(course) => numbers(course).into(),
        Block::Turns { .. }
        | Block::Survey(_)
        | Block::TurningPoint(_)
        | Block::Scores(_)
        | Block::Moments(_)
        | Block::Road(_)
        | Block::OtherChoices(_)
        | Block::Fold(_) => self::block(block),
        Block::Subheading(_)
        | Block::Lead(_)
        | Block::Notice(_)
        | Block::Statement(_)
        | Block::List(_)
        | Block::Thought { .. }
        | Block::Objectives(_)
        | Block::Notes(_) => Vec::new(),
    }
}
