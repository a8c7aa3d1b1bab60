//! The best roads: Σ(e + c + d) at its highest, ties by written order.
//!
//! Each state has an upper bound for what may still come, at first the relaxation's. A depth-first search in written
//! order looks for a road that reaches the bound of its start, and turns back wherever the bound of what lies ahead is
//! too low. Where no road reaches it, the bounds of all states that were expanded fall to what their choices allow, and
//! the search starts again. The first road found reaches a bound that no road exceeds, and is the first in written
//! order.

use std::ops::Range;

use crate::scenario::ChoiceId;
use crate::session::State;

use super::TooLarge;
use super::graph::Graph;
use super::roads::Roads;

/// The best roads of one scenario; what was found for one state is used for the next.
///
/// With [`ChanceModel::Any`](super::ChanceModel::Any), the best draws are assumed along with the best choices.
pub struct BestRoads<'a> {
    graph: Graph<'a>,
}

/// A state on the path of the search.
struct Frame {
    state: u32,
    /// What a road from here has to score: Σ(e + c + d).
    need: i32,
    /// The edges that have not been tried.
    untried: Range<usize>,
    /// The highest Σ(e + c + d) that the edges tried so far allow.
    most: i32,
}

impl<'a> BestRoads<'a> {
    #[must_use]
    pub fn new(roads: &'a Roads) -> Self {
        Self { graph: Graph::new(roads) }
    }

    /// The choices of the best road from `state`; none where nothing is on offer.
    ///
    /// # Errors
    /// [`TooLarge`] where more states would have to be looked at than the limits allow.
    pub fn from(&mut self, state: &State) -> Result<Vec<ChoiceId>, TooLarge> {
        let root = self.graph.number(state)?;
        let edges = self.road(root)?;
        Ok(edges.into_iter().map(|edge| self.graph.edge(edge).choice).collect())
    }

    /// The numbers of the states of the best road from `state`, that one first.
    pub(super) fn states_from(&mut self, state: &State) -> Result<Vec<u32>, TooLarge> {
        let root = self.graph.number(state)?;
        let edges = self.road(root)?;
        Ok(std::iter::once(root).chain(edges.into_iter().map(|edge| self.graph.edge(edge).target)).collect())
    }

    pub(super) const fn graph(&mut self) -> &mut Graph<'a> {
        &mut self.graph
    }

    /// The edges of the best road from a state.
    fn road(&mut self, root: u32) -> Result<Vec<usize>, TooLarge> {
        loop {
            if let Some(edges) = self.walk(root)? {
                return Ok(edges);
            }
        }
    }

    /// How many states have been found.
    #[must_use]
    pub fn states(&self) -> usize {
        self.graph.nodes.len()
    }

    /// The first road from `root` that reaches the bound; where there is none, the bound is lowered.
    fn walk(&mut self, root: u32) -> Result<Option<Vec<usize>>, TooLarge> {
        let mut path = vec![self.frame(root, self.bound(root))?];
        let mut road = Vec::new();
        while let Some(frame) = path.last_mut() {
            let Some(index) = frame.untried.next() else {
                let (state, most) = (frame.state, frame.most);
                if frame.need <= most {
                    return Ok(Some(road));
                }
                self.graph.nodes[state as usize].potential.most_worth = most;
                path.pop();
                road.pop();
                if let Some(before) = path.last_mut() {
                    before.allow(self.graph.edge(before.untried.start - 1).worth, most);
                }
                continue;
            };
            let edge = self.graph.edge(index);
            let (need, bound) = (frame.need.saturating_sub(edge.worth), self.bound(edge.target));
            if bound < need {
                frame.allow(edge.worth, bound);
            } else {
                road.push(index);
                path.push(self.frame(edge.target, need)?);
            }
        }
        Ok(None)
    }

    fn frame(&mut self, state: u32, need: i32) -> Result<Frame, TooLarge> {
        let untried = self.graph.edges(state)?;
        let most = if untried.is_empty() { 0 } else { i32::MIN };
        Ok(Frame { state, need, untried, most })
    }

    fn bound(&self, state: u32) -> i32 {
        self.graph.nodes[state as usize].potential.most_worth
    }
}

impl Frame {
    /// Takes into account an edge worth `worth` to a state with this potential.
    fn allow(&mut self, worth: i32, potential: i32) {
        self.most = self.most.max(worth.saturating_add(potential));
    }
}

impl Roads {
    /// The best road from a state: the choices with the highest Σ(e + c + d), ties by written order; empty where
    /// nothing is on offer. For several states of one seed, use [`BestRoads`], which keeps what it has found.
    ///
    /// # Errors
    /// [`TooLarge`] where more states would have to be looked at than the limits allow.
    pub fn best_from(&self, state: &State) -> Result<Vec<ChoiceId>, TooLarge> {
        BestRoads::new(self).from(state)
    }
}
