//! Which scenes a road may revisit, as far as conditions allow it.
//!
//! Where locations form a cycle, a condition such as `Not(Visited("sister"))` may still keep a road from going round
//! it, and a scene that a single choice leads to is met once, as a choice can be taken once. Here roads are followed with
//! feelings, chance and most of the choices used up left open, so that some of them do not exist and none is missing: a
//! scene that none of them revisits is visited once.

use std::collections::BTreeSet;
use std::mem;
use std::sync::Arc;

use crate::scenario::{Scenario, SceneId};

use super::control_flow::ControlFlow;
use super::explore::Successors;
use super::fact_states::FactStates;
use super::keys::Keys;
use super::liveness::{ChoiceDetail, Liveness};
use super::observables::Observables;
use super::{ChanceModel, Limits};

/// The control flow of a scenario, without the revisits that conditions rule out; where there is too much to follow,
/// those stay. `None` where there are more locations than the limits allow.
pub(super) fn control_flow(scenario: &Scenario, limits: &Limits) -> Option<Arc<ControlFlow>> {
    let mut flow = Arc::new(ControlFlow::of(scenario, limits)?);
    if flow.revisited.contains(&true)
        && let Some(graph) = [ChoiceDetail::Entrances, ChoiceDetail::Open]
            .into_iter()
            .find_map(|detail| SituationGraph::of(scenario, &flow, detail, limits))
    {
        let revisited = &mut Arc::make_mut(&mut flow).revisited;
        for (scene, revisited) in revisited.iter_mut().enumerate().filter(|(_, revisited)| **revisited) {
            *revisited = SceneId::new(scene).is_none_or(|scene| graph.revisits(scene));
        }
    }
    Some(flow)
}

/// The scene of each situation, and the situations each leads to.
struct SituationGraph {
    scenes: Vec<SceneId>,
    next: Vec<Vec<u32>>,
}

impl SituationGraph {
    /// `None` where there are more situations than the limits allow.
    fn of(scenario: &Scenario, flow: &Arc<ControlFlow>, detail: ChoiceDetail, limits: &Limits) -> Option<Self> {
        let liveness = Liveness::of(scenario, flow, ChanceModel::Any, detail, &Observables::default(), limits)?;
        let mut states = FactStates::begin(scenario, Keys::new(liveness));
        let mut graph = Self { scenes: Vec::new(), next: Vec::new() };
        while let Some(state) = states.get(scenario, graph.next.len()) {
            let moves =
                Successors { scenario, observed: None, intern: |next| states.intern(scenario, next) }.moves(&state)?;
            let exits: BTreeSet<u32> = moves.iter().flat_map(|step| &step.exits).map(|exit| exit.situation).collect();
            graph.scenes.push(state.scene);
            graph.next.push(exits.into_iter().collect());
            if states.len() > limits.detailed {
                return None;
            }
        }
        Some(graph)
    }

    /// Whether some path leads from a scene back to it.
    fn revisits(&self, scene: SceneId) -> bool {
        let mut met = vec![false; self.scenes.len()];
        let there = (0..self.scenes.len()).filter(|&at| self.scenes[at] == scene);
        let mut open: Vec<u32> = there.flat_map(|at| &self.next[at]).copied().collect();
        while let Some(at) = open.pop() {
            if !mem::replace(&mut met[at as usize], true) {
                if self.scenes[at as usize] == scene {
                    return true;
                }
                open.extend(&self.next[at as usize]);
            }
        }
        false
    }
}
