//! Straightens chains: items that could be exactly above each other and are only nearly so.

use super::items::Items;

/// How often all chains are tried.
const ROUNDS: usize = 4;

/// Gives the items of each chain the same column, where one is free in all of their layers.
pub(super) fn straighten(items: &Items, x: &mut [i64]) {
    let mut chains = chains(items);
    chains.sort_by_key(|chain| std::cmp::Reverse(chain.len()));
    for _ in 0..ROUNDS {
        for chain in &chains {
            let (least, most) = chain
                .iter()
                .map(|&item| free(items, item, x))
                .fold((i64::MIN, i64::MAX), |all, own| (all.0.max(own.0), all.1.min(own.1)));
            if least <= most {
                let column = wish(chain, x).clamp(least, most);
                for &item in chain {
                    x[item] = column;
                }
            }
        }
    }
}

/// Chains of items joined by links, each the only one below its upper item and the only one above its lower.
fn chains(items: &Items) -> Vec<Vec<usize>> {
    let next = |item: usize| match items.below[item].as_slice() {
        [piece] => Some(items.pieces[*piece].lower).filter(|&lower| items.above[lower].len() == 1),
        _ => None,
    };
    let goes_on = |item: usize| match items.above[item].as_slice() {
        [piece] => items.below[items.pieces[*piece].upper].len() == 1,
        _ => false,
    };
    let first = (0..items.all.len()).filter(|&item| !goes_on(item));
    let chains = first.map(|first| std::iter::successors(Some(first), |&item| next(item)).collect::<Vec<_>>());
    chains.filter(|chain| chain.len() > 1).collect()
}

/// How far an item can move to either side.
fn free(items: &Items, item: usize, x: &[i64]) -> (i64, i64) {
    let layer = &items.layers[items.layer[item]];
    let position = items.position[item];
    let before = position.checked_sub(1).and_then(|position| layer.get(position));
    let after = layer.get(position + 1);
    (
        before.map_or(i64::MIN, |&before| x[before] + items.apart(before, item)),
        after.map_or(i64::MAX, |&after| x[after] - items.apart(item, after)),
    )
}

/// The median column of a chain's items.
fn wish(chain: &[usize], x: &[i64]) -> i64 {
    let mut columns: Vec<i64> = chain.iter().map(|&item| x[item]).collect();
    columns.sort_unstable();
    columns[columns.len() / 2]
}
