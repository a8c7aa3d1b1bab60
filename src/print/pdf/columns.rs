//! Columns: what stands side by side on a sheet, and is read column by column.

use crate::print::ColumnOfElements;

use super::elements::Typesetter;
use super::fragment::{Fragment, OutlineHeading};
use super::pages::DEPTH;

/// The gap between columns.
const GUTTER: f32 = 22.0;

impl Typesetter<'_> {
    /// Sets columns side by side as one fragment; where that would be higher than a sheet, one below the other.
    pub(super) fn columns(&mut self, columns: &[ColumnOfElements]) {
        let before = std::mem::take(&mut self.fragments);
        let whole = self.measure;
        let shares: f32 = columns.iter().map(|column| f32::from(column.share)).sum();
        #[allow(clippy::cast_precision_loss, reason = "a sheet has few columns")]
        let room = whole - GUTTER * columns.len().saturating_sub(1) as f32;
        let mut set = Vec::new();
        let mut left = 0.0;
        for column in columns {
            self.measure = room * f32::from(column.share) / shares;
            self.elements(&column.elements);
            set.push((left, std::mem::take(&mut self.fragments)));
            left += self.measure + GUTTER;
        }
        self.measure = whole;
        self.fragments = before;
        if set.iter().all(|(_, fragments)| height(fragments) <= DEPTH) {
            self.fragments.push(beside(set));
        } else {
            self.fragments.extend(set.into_iter().flat_map(|(_, fragments)| fragments));
        }
    }
}

/// The height of fragments one below the other, the first at the top.
fn height(fragments: &[Fragment]) -> f32 {
    let each = fragments.iter().enumerate();
    each.map(|(index, fragment)| fragment.height + if index == 0 { 0.0 } else { fragment.above }).sum()
}

/// Joins columns, each with the distance of its left edge, into one fragment.
fn beside(columns: Vec<(f32, Vec<Fragment>)>) -> Fragment {
    let mut whole = Fragment::default();
    for (left, column) in columns {
        whole.above = column.first().map_or(0.0, |first| first.above).max(whole.above);
        let mut down = 0.0;
        for (index, fragment) in column.into_iter().enumerate() {
            down += if index == 0 { 0.0 } else { fragment.above };
            whole.items.extend(fragment.items.into_iter().map(|item| item.moved([left, down])));
            let headings = fragment.headings.into_iter();
            whole.headings.extend(headings.map(|one| OutlineHeading { down: one.down + down, ..one }));
            down += fragment.height;
        }
        whole.height = whole.height.max(down);
    }
    whole
}
