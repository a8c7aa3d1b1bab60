//! The exact best and worst scores over all roads; `ends.rs` says what they turn on.

use std::collections::VecDeque;

use crate::debrief::{Bound, Bounds};
use crate::rubric::Dimension;
use crate::session::State;

use super::TooLarge;
use super::ends;
use super::graph::{Edge, Graph};
use super::roads::Roads;

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
        let Some(way) = way_to_a_decision(&mut graph, self, dimension)? else { return Ok(None) };
        Ok(ends::bound(&self.scenario, self.chance, &self.road(&way), dimension))
    }
}

/// A shortest way from the beginning to a decision that counts on `dimension`, first in written order.
fn way_to_a_decision(
    graph: &mut Graph<'_>,
    roads: &Roads,
    dimension: Dimension,
) -> Result<Option<Vec<Edge>>, TooLarge> {
    let root = graph.number(&State::begin(&roads.scenario))?;
    let mut came_by: Vec<Option<(u32, Edge)>> = vec![None];
    let mut next = VecDeque::from([root]);
    while let Some(state) = next.pop_front() {
        let edges = graph.edges(state)?;
        if graph.nodes[state as usize].counts[dimension as usize] {
            return Ok(Some(way_back(&came_by, state)));
        }
        for edge in edges.map(|index| graph.edge(index)) {
            let new = edge.target as usize >= came_by.len()
                || (came_by[edge.target as usize].is_none() && edge.target != root);
            if new && graph.nodes[edge.target as usize].ahead.may_count[dimension as usize] {
                came_by.resize(came_by.len().max(edge.target as usize + 1), None);
                came_by[edge.target as usize] = Some((state, edge));
                next.push_back(edge.target);
            }
        }
    }
    Ok(None)
}

fn way_back(came_by: &[Option<(u32, Edge)>], mut state: u32) -> Vec<Edge> {
    let mut way = Vec::new();
    while let Some((before, edge)) = came_by[state as usize] {
        way.push(edge);
        state = before;
    }
    way.reverse();
    way
}
