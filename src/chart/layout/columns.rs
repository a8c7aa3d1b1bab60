//! Gives each item its column, so that links run as straight as the order in the layers allows.

use super::items::{Items, Kind};
use super::straight::straighten;

/// How often the layers are adjusted, downwards and upwards.
const ROUNDS: usize = 12;

/// Where each item's middle (a node) or line (a label, a bend) is, from 0 for the leftmost edge.
pub(super) fn assign(items: &Items) -> Vec<i64> {
    let mut x = vec![0; items.all.len()];
    for layer in &items.layers {
        let mut offset = 0;
        for (index, &item) in layer.iter().enumerate() {
            offset += if index == 0 { 0 } else { items.apart(layer[index - 1], item) };
            x[item] = offset;
        }
    }
    let depth = items.layers.len();
    let rounds = (2_000_000 / items.all.len().max(1)).clamp(2, ROUNDS);
    for _ in 0..rounds {
        (1..depth).for_each(|layer| settle(items, layer, true, false, &mut x));
        (0..depth.saturating_sub(1)).rev().for_each(|layer| settle(items, layer, false, true, &mut x));
    }
    for _ in 0..rounds {
        (0..depth).for_each(|layer| settle(items, layer, true, true, &mut x));
        (0..depth).rev().for_each(|layer| settle(items, layer, true, true, &mut x));
    }
    straighten(items, &mut x);
    let left = items.all.iter().zip(&x).map(|(item, x)| x - item.left).min().unwrap_or(0);
    for column in &mut x {
        *column -= left;
    }
    x
}

/// A run of neighbours that touch: the weighted sum of the positions they want, and their weight.
struct Run {
    sum: i64,
    weight: i64,
    items: usize,
}

impl Run {
    fn mean(&self) -> i64 {
        self.sum.div_euclid(self.weight)
    }
}

/// Moves the items of a layer as close as possible to where they want to be: least squares under the given order and
/// distances, by pooling neighbours that want to pass each other.
fn settle(items: &Items, layer: usize, above: bool, below: bool, x: &mut [i64]) {
    let mut runs: Vec<Run> = Vec::new();
    let mut offset = 0;
    let layer = &items.layers[layer];
    for (index, &item) in layer.iter().enumerate() {
        offset += if index == 0 { 0 } else { items.apart(layer[index - 1], item) };
        let (wish, weight) = wish(items, item, above, below, x);
        let mut run = Run { sum: (wish - offset) * weight, weight, items: 1 };
        while let Some(last) = runs.pop_if(|last| last.mean() > run.mean()) {
            run = Run { sum: last.sum + run.sum, weight: last.weight + run.weight, items: last.items + run.items };
        }
        runs.push(run);
    }
    let starts = runs.iter().flat_map(|run| std::iter::repeat_n(run.mean(), run.items));
    let mut offset = 0;
    for (index, (&item, start)) in layer.iter().zip(starts).enumerate() {
        offset += if index == 0 { 0 } else { items.apart(layer[index - 1], item) };
        x[item] = start + offset;
    }
}

/// Where an item wants to be so that its pieces are straight, and the weight of that.
fn wish(items: &Items, item: usize, above: bool, below: bool, x: &[i64]) -> (i64, i64) {
    let (mut sum, mut weight) = (0, 0);
    let mut want = |other: usize, at: i64| {
        let matters = match (items.all[item].kind, items.all[other].kind) {
            (Kind::Node, _) | (_, Kind::Node) => 2,
            _ => 8,
        };
        sum += at * matters;
        weight += matters;
    };
    for piece in items.above[item].iter().filter(|_| above).map(|&piece| &items.pieces[piece]) {
        want(piece.upper, x[piece.upper] + piece.upper_port - piece.lower_port);
    }
    for piece in items.below[item].iter().filter(|_| below).map(|&piece| &items.pieces[piece]) {
        want(piece.lower, x[piece.lower] + piece.lower_port - piece.upper_port);
    }
    if weight == 0 { (x[item], 1) } else { (i64::div_euclid(sum, weight), weight) }
}
