//! What is still at stake near the end of the best road.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::rubric::Stakes;
use crate::scenario::{EndingKind, Scenario};
use crate::session::State;

use super::super::best::BestRoads;
use super::super::graph::Graph;
use super::super::{ChanceModel, Limits, Roads, TooLarge};

/// How many states are looked at; where that does not suffice, nothing is known.
const LIMITS: Limits = Limits { states: 200_000, words: 2 << 20, detailed: 5_000 };
/// How many states ahead are looked at once enough kinds have been found.
pub(super) const ENOUGH: usize = 20_000;

/// How many kinds of ending are still ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KindsAhead {
    pub(super) kinds: usize,
    /// Whether not all states ahead were looked at, so that there may be more.
    pub(super) or_more: bool,
}

/// The kinds of ending that can be reached from the state on the best road in which so many decisions are still to
/// come, that one included; chance is as good as it can be on that road, and anything after. After `most` states, no
/// more are looked for than the limit asks for. `None` where there are too many roads to find the best, or where it has
/// fewer decisions.
pub(super) fn kinds_ahead(scenario: &Scenario, limits: Stakes, most: usize) -> Option<KindsAhead> {
    let scenario = Arc::new(scenario.clone());
    let roads = Roads::explore(&scenario, ChanceModel::Any, LIMITS).ok()?;
    let mut best = BestRoads::new(&roads);
    let states = best.states_from(&State::begin(&scenario)).ok()?;
    let from = last_decisions(best.graph(), &states, limits.decisions).ok()??;
    Some(kinds_from(best.graph(), &scenario, from, limits.kinds, most))
}

/// The state of a road in which so many decisions are still to come.
fn last_decisions(graph: &mut Graph<'_>, states: &[u32], decisions: usize) -> Result<Option<u32>, TooLarge> {
    let mut left = decisions;
    for &state in states.iter().rev() {
        if is_decision(graph, state)? {
            left -= 1;
            if left == 0 {
                return Ok(Some(state));
            }
        }
    }
    Ok(None)
}

/// Whether several options are on offer.
fn is_decision(graph: &mut Graph<'_>, state: u32) -> Result<bool, TooLarge> {
    let edges = graph.edges(state)?;
    let first = edges.clone().next().map(|edge| graph.edge(edge).choice);
    let last = edges.last().map(|edge| graph.edge(edge).choice);
    Ok(first != last)
}

fn kinds_from(graph: &mut Graph<'_>, scenario: &Scenario, from: u32, enough: usize, most: usize) -> KindsAhead {
    let scenes = scenario.scene_ids();
    let all: BTreeSet<EndingKind> =
        scenes.filter_map(|scene| scenario.ending(scene)).map(|ending| ending.kind).collect();
    let (mut kinds, mut met, mut open) = (BTreeSet::new(), BTreeSet::from([from]), vec![from]);
    while let Some(state) = open.pop() {
        kinds.extend(scenario.ending(graph.scene(state)).map(|ending| ending.kind));
        if kinds.len() == all.len() {
            break;
        }
        let stops = kinds.len() >= enough && met.len() > most;
        // Where there are too many states, those that were looked at count.
        let Some(edges) = graph.edges(state).ok().filter(|_| !stops) else {
            return KindsAhead { kinds: kinds.len(), or_more: true };
        };
        for edge in edges {
            let target = graph.edge(edge).target;
            if met.insert(target) {
                open.push(target);
            }
        }
    }
    KindsAhead { kinds: kinds.len(), or_more: false }
}

#[cfg(all(test, feature = "files"))]
mod tests {
    use super::{ENOUGH, KindsAhead, kinds_ahead};
    use crate::library::Library;
    use crate::rubric::Stakes;

    #[test]
    fn a_count_that_stopped_early_says_that_there_may_be_more() {
        let entries = Library::open(&[]).entries;
        let entry = entries.iter().find(|entry| entry.scenario.id == "let-me-out").expect("it is built in");
        let ahead = |decisions, kinds, most| kinds_ahead(&entry.scenario, Stakes { decisions, kinds }, most);
        assert_eq!(ahead(3, 2, ENOUGH), Some(KindsAhead { kinds: 3, or_more: false }));
        assert_eq!(ahead(3, 1, 0), Some(KindsAhead { kinds: 1, or_more: true }), "one is enough, and the first is met");
        assert_eq!(ahead(3, 9, 0), Some(KindsAhead { kinds: 3, or_more: false }), "more are wanted, so it goes on");
        assert_eq!(ahead(99, 1, 0), None, "no road has so many decisions");
    }
}
