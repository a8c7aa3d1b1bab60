//! A topological order of states.

/// The states `0..count`, each before those it leads to (Kahn's algorithm, doi 10.1145/368996.369025); every state can
/// be reached from the first. `None` where there is a cycle, which cannot be, since each turn uses up a choice; no
/// result would be right then.
pub(super) fn topological_order<I: Iterator<Item = u32>>(count: usize, next: impl Fn(u32) -> I) -> Option<Vec<u32>> {
    let mut before = vec![0u32; count];
    for state in 0..u32::try_from(count).ok()? {
        next(state).for_each(|target| before[target as usize] += 1);
    }
    let mut order = Vec::with_capacity(count);
    order.push(0);
    let mut done = 0;
    while let Some(&state) = order.get(done) {
        done += 1;
        for target in next(state) {
            let left = &mut before[target as usize];
            *left -= 1;
            if *left == 0 {
                order.push(target);
            }
        }
    }
    debug_assert_eq!(order.len(), count, "each turn uses a choice up");
    (order.len() == count).then_some(order)
}
