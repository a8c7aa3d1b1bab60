//! What is still at stake near the end of the best road.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::scenario::{EndingKind, Scenario, SceneId};
use crate::session::State;

use super::super::best::BestRoads;
use super::super::graph::Graph;
use super::super::{ChanceModel, Limits, Roads, TooLarge};

/// How many states are looked at; where that does not suffice, nothing is known.
const LIMITS: Limits = Limits { states: 200_000, words: 2 << 20, detailed: 5_000 };
/// How many states ahead are looked at once enough kinds have been found.
const ENOUGH: usize = 20_000;

/// The kinds of ending that can be reached from the state on the best road in which so many decisions are still to
/// come, that one included; chance is as good as it can be on that road, and anything after. `None` where there are too
/// many roads, or where the best road has fewer decisions.
pub(super) fn kinds_ahead(scenario: &Scenario, decisions: usize, enough: usize) -> Option<Vec<EndingKind>> {
    let scenario = Arc::new(scenario.clone());
    let roads = Roads::explore(&scenario, ChanceModel::Any, LIMITS).ok()?;
    let mut best = BestRoads::new(&roads);
    let states = best.states_from(&State::begin(&scenario)).ok()?;
    let from = last_decisions(best.graph(), &states, decisions).ok()??;
    kinds_from(best.graph(), &scenario, from, enough).ok()
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

fn kinds_from(
    graph: &mut Graph<'_>,
    scenario: &Scenario,
    from: u32,
    enough: usize,
) -> Result<Vec<EndingKind>, TooLarge> {
    let scenes = (0..scenario.scenes.len()).filter_map(SceneId::new);
    let all: BTreeSet<EndingKind> =
        scenes.filter_map(|scene| scenario.ending(scene)).map(|ending| ending.kind).collect();
    let (mut kinds, mut met, mut open) = (BTreeSet::new(), BTreeSet::from([from]), vec![from]);
    while let Some(state) = open.pop() {
        kinds.extend(scenario.ending(graph.scene(state)).map(|ending| ending.kind));
        if kinds.len() == all.len() || (kinds.len() >= enough && met.len() > ENOUGH) {
            break;
        }
        for edge in graph.edges(state)? {
            let target = graph.edge(edge).target;
            if met.insert(target) {
                open.push(target);
            }
        }
    }
    Ok(kinds.into_iter().collect())
}
