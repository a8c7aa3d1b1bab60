//! The exact best and worst scores over all roads; `score_bound.rs` explains what they depend on.

use std::collections::VecDeque;

use serde::Serialize;

use crate::rubric::Dimension;
use crate::session::{NoReasons, Road, RoadStep, State};

use super::graph::{Edge, Graph};
use super::roads::Roads;
use super::score_bound::score_bound;
use super::{ChanceModel, TooLarge};

/// The best and the worst score on one dimension over all complete roads that exercise it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// The highest score, 0–100.
    pub best: u8,
    /// The lowest score, 0–100.
    pub worst: u8,
    /// A road that scores highest.
    pub best_road: Road,
    /// A road that scores lowest.
    pub worst_road: Road,
}

/// The bounds of the three scores; `None` where no road exercises a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bounds {
    pub empathy: Option<Bound>,
    pub clarity: Option<Bound>,
    pub de_escalation: Option<Bound>,
}

impl Bounds {
    /// The bounds of the score on one dimension.
    #[must_use]
    pub const fn get(&self, dimension: Dimension) -> Option<&Bound> {
        match dimension {
            Dimension::Empathy => self.empathy.as_ref(),
            Dimension::Clarity => self.clarity.as_ref(),
            Dimension::DeEscalation => self.de_escalation.as_ref(),
        }
    }
}

impl Roads {
    /// The best and the worst that any complete road scores on each dimension, each with such a
    /// road. A road is complete where nothing is on offer any more, as in an ending.
    ///
    /// # Errors
    /// [`TooLarge`] where more states would have to be looked at than the limits allow.
    pub fn bounds(&self) -> Result<Bounds, TooLarge> {
        Ok(Bounds {
            empathy: self.bound(Dimension::Empathy)?,
            clarity: self.bound(Dimension::Clarity)?,
            de_escalation: self.bound(Dimension::DeEscalation)?,
        })
    }

    fn bound(&self, dimension: Dimension) -> Result<Option<Bound>, TooLarge> {
        let mut graph = Graph::new(self);
        let Some(path) = path_to_a_decision(&mut graph, self, dimension)? else { return Ok(None) };
        Ok(score_bound(&self.scenario, self.chance_model, &self.road_along(&path), dimension))
    }

    /// A path from the beginning as a road; the draws are named where all draws were explored.
    fn road_along(&self, edges: &[Edge]) -> Road {
        let scenario = &self.scenario;
        let mut state = State::begin(scenario);
        let mut steps = Vec::with_capacity(edges.len());
        for edge in edges {
            let taken = state.take(scenario, edge.choice, &mut NoReasons);
            let (_, target) = taken.branch.to[edge.drawn];
            let by_chance = taken.branch.to.len() > 1 && self.chance_model == ChanceModel::Any;
            let drawn = by_chance.then(|| scenario.scene(state.destination(target)).id.to_string());
            steps.push(RoadStep { drawn, ..RoadStep::choose(scenario.choice(edge.choice).id.as_str()) });
            state.arrive(scenario, target);
        }
        Road { steps }
    }
}

/// A shortest path from the beginning to a decision that counts on `dimension`, the first in written order.
fn path_to_a_decision(
    graph: &mut Graph<'_>,
    roads: &Roads,
    dimension: Dimension,
) -> Result<Option<Vec<Edge>>, TooLarge> {
    let root = graph.number(&State::begin(&roads.scenario))?;
    let mut reached_by: Vec<Option<(u32, Edge)>> = vec![None];
    let mut next = VecDeque::from([root]);
    while let Some(state) = next.pop_front() {
        let edges = graph.edges(state)?;
        if graph.nodes[state as usize].counts[dimension as usize] {
            return Ok(Some(path_to(&reached_by, state)));
        }
        for edge in edges.map(|index| graph.edge(index)) {
            let new = edge.target as usize >= reached_by.len()
                || (reached_by[edge.target as usize].is_none() && edge.target != root);
            if new && graph.nodes[edge.target as usize].potential.may_count[dimension as usize] {
                reached_by.resize(reached_by.len().max(edge.target as usize + 1), None);
                reached_by[edge.target as usize] = Some((state, edge));
                next.push_back(edge.target);
            }
        }
    }
    Ok(None)
}

fn path_to(reached_by: &[Option<(u32, Edge)>], mut state: u32) -> Vec<Edge> {
    let mut path = Vec::new();
    while let Some((before, edge)) = reached_by[state as usize] {
        path.push(edge);
        state = before;
    }
    path.reverse();
    path
}
