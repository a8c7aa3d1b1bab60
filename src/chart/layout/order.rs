//! Orders the items of each layer so that few links cross.

use super::items::Items;

/// Up to this many items, swapping neighbours is tried as well.
const MOST_TO_SWAP: usize = 4_000;

/// Orders each layer by the mean position of what is above it, then below it, repeatedly; the order with the fewest
/// crossings is kept.
pub(super) fn reduce_crossings(items: &mut Items) {
    let sweeps = (400_000 / items.all.len().max(1)).clamp(2, 24);
    let mut best = (crossings(items), items.layers.clone());
    for sweep in 0..sweeps {
        if best.0 == 0 {
            break;
        }
        let count = items.layers.len();
        if sweep % 2 == 0 {
            (1..count).for_each(|layer| sort(items, layer, true));
        } else {
            (0..count.saturating_sub(1)).rev().for_each(|layer| sort(items, layer, false));
        }
        if items.all.len() <= MOST_TO_SWAP {
            swap_neighbours(items);
        }
        let found = crossings(items);
        if found < best.0 {
            best = (found, items.layers.clone());
        }
    }
    items.layers = best.1;
    (0..items.layers.len()).for_each(|layer| items.renumber(layer));
}

/// Sorts a layer by the mean position of the neighbours above (or below); items without any keep their positions.
fn sort(items: &mut Items, layer: usize, by_above: bool) {
    let means: Vec<Option<i64>> = items.layers[layer].iter().map(|&item| mean(items, item, by_above)).collect();
    let mut sorted: Vec<(i64, usize)> =
        items.layers[layer].iter().zip(&means).filter_map(|(&item, mean)| mean.map(|mean| (mean, item))).collect();
    sorted.sort_by_key(|(mean, _)| *mean);
    let mut sorted = sorted.into_iter();
    for (slot, mean) in items.layers[layer].iter_mut().zip(&means) {
        if mean.is_some()
            && let Some((_, item)) = sorted.next()
        {
            *slot = item;
        }
    }
    items.renumber(layer);
}

fn mean(items: &Items, item: usize, by_above: bool) -> Option<i64> {
    let positions = neighbours(items, item, by_above);
    let (sum, count) = positions.fold((0usize, 0usize), |(sum, count), position| (sum + position, count + 1));
    (count > 0).then(|| i64::try_from(sum * 4096 / count).unwrap_or(i64::MAX))
}

/// The positions of an item's neighbours above or below.
fn neighbours(items: &Items, item: usize, above: bool) -> impl Iterator<Item = usize> {
    let pieces = if above { &items.above[item] } else { &items.below[item] };
    pieces.iter().map(move |&piece| {
        let piece = &items.pieces[piece];
        items.position[if above { piece.upper } else { piece.lower }]
    })
}

/// Swaps neighbours where that removes crossings, until no swap does.
fn swap_neighbours(items: &mut Items) {
    for _ in 0..8 {
        let mut swapped = false;
        for layer in 0..items.layers.len() {
            for position in 1..items.layers[layer].len() {
                let (left, right) = (items.layers[layer][position - 1], items.layers[layer][position]);
                if between(items, right, left) < between(items, left, right) {
                    items.layers[layer].swap(position - 1, position);
                    (items.position[left], items.position[right]) = (position, position - 1);
                    swapped = true;
                }
            }
        }
        if !swapped {
            return;
        }
    }
}

/// How many crossings the links of two items have with each other while `left` is on the left.
fn between(items: &Items, left: usize, right: usize) -> usize {
    let on_side = |above: bool| {
        let others: Vec<usize> = neighbours(items, right, above).collect();
        neighbours(items, left, above).map(|mine| others.iter().filter(|&&other| other < mine).count()).sum::<usize>()
    };
    on_side(true) + on_side(false)
}

fn crossings(items: &Items) -> usize {
    items.layers.windows(2).map(|pair| crossings_below(items, &pair[0], pair[1].len())).sum()
}

/// Goes over the links from left to right and counts, for each, the earlier ones that end further to the right, in a
/// Fenwick tree.
fn crossings_below(items: &Items, upper: &[usize], width: usize) -> usize {
    let mut sums = vec![0usize; width + 1];
    let (mut crossings, mut before) = (0, 0);
    for &item in upper {
        let mut ends: Vec<usize> = neighbours(items, item, false).collect();
        ends.sort_unstable();
        for &end in &ends {
            let (mut not_beyond, mut at) = (0, end + 1);
            while at > 0 {
                not_beyond += sums[at];
                at &= at - 1;
            }
            crossings += before - not_beyond;
        }
        for end in ends {
            let mut at = end + 1;
            while at <= width {
                sums[at] += 1;
                at += at & at.wrapping_neg();
            }
            before += 1;
        }
    }
    crossings
}
