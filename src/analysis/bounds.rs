//! The exact best and worst scores over all roads.
//!
//! A score says how much of what could have been done on the road taken was done, and the highest
//! of an offer can always be taken. So on every dimension that some road exercises, the road that
//! takes the highest from the first decision that counts on scores 100, and the one that takes the
//! lowest scores 0. What has to be found is whether there is such a decision, and how to get there;
//! the numbers below are those of the roads found, not taken for granted.

use std::collections::VecDeque;

use crate::debrief::{Bound, Bounds, Share};
use crate::rubric::Dimension;

use super::TooLarge;
use super::graph::{Edge, Graph};
use super::roads::Roads;

/// Which end of the scores is looked for.
#[derive(Clone, Copy)]
enum End {
    Best,
    Worst,
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
        let Some((way, there)) = way_to_a_decision(&mut graph, self, dimension)? else { return Ok(None) };
        let (best, best_road) = to_the_end(&mut graph, way.clone(), there, dimension, End::Best)?;
        let (worst, worst_road) = to_the_end(&mut graph, way, there, dimension, End::Worst)?;
        let bound =
            |(best, worst)| Bound { best, worst, best_road: self.road(&best_road), worst_road: self.road(&worst_road) };
        Ok(best.score().zip(worst.score()).map(bound))
    }
}

/// A shortest way from the beginning to a decision that counts on `dimension`, first in written order.
fn way_to_a_decision(
    graph: &mut Graph<'_>,
    roads: &Roads,
    dimension: Dimension,
) -> Result<Option<(Vec<Edge>, u32)>, TooLarge> {
    let root = graph.number(&crate::session::State::begin(&roads.scenario))?;
    let mut came_by: Vec<Option<(u32, Edge)>> = vec![None];
    let mut next = VecDeque::from([root]);
    while let Some(state) = next.pop_front() {
        let edges = graph.edges(state)?;
        if graph.nodes[state as usize].possible[dimension as usize] > 0 {
            return Ok(Some((way_back(&came_by, state), state)));
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

/// Goes on from `state` with the highest, or the lowest, option of every offer, ties by written order.
fn to_the_end(
    graph: &mut Graph<'_>,
    mut road: Vec<Edge>,
    mut state: u32,
    dimension: Dimension,
    end: End,
) -> Result<(Share, Vec<Edge>), TooLarge> {
    let mut share = Share::default();
    loop {
        let edges = graph.edges(state)?.map(|index| graph.edge(index));
        let gained = |edge: &Edge| i64::from(edge.gained[dimension as usize]);
        let edge = match end {
            End::Best => edges.min_by_key(|edge| -gained(edge)),
            End::Worst => edges.min_by_key(gained),
        };
        let Some(edge) = edge else { return Ok((share, road)) };
        share.gained += gained(&edge);
        share.possible += i64::from(graph.nodes[state as usize].possible[dimension as usize]);
        road.push(edge);
        state = edge.target;
    }
}
