//! The states and choices of all roads, explored on demand with the code that also runs play.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::rubric::Dimension;
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{BranchTaken, Chance, Decision, NoReasons, State};

use super::interner::Interner;
use super::relaxation::Potential;
use super::roads::Roads;
use super::{ChanceModel, TooLarge};

/// A choice in a state, and where it leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) target: u32,
    pub(super) choice: ChoiceId,
    /// e + c + d.
    pub(super) worth: i32,
    /// The index of the branch's target that chance draws.
    pub(super) drawn: usize,
}

/// A state that has been met; one node stands for all states that go on in the same way.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// `most_worth` falls as more becomes known.
    pub(super) potential: Potential,
    /// Whether its decision counts, by dimension; known once its edges are.
    pub(super) counts: [bool; 3],
    edges: Option<Range<usize>>,
}

/// What is known of a scenario's roads so far.
pub(super) struct Graph<'a> {
    roads: &'a Roads,
    states: Interner,
    pub(super) nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// The draws of the seed so far, by choice, branch and visit.
    drawn: BTreeMap<(ChoiceId, usize, u16), usize>,
    key: Vec<u64>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(roads: &'a Roads) -> Self {
        let states = Interner::new(roads.keys.words());
        Self { roads, states, nodes: Vec::new(), edges: Vec::new(), drawn: BTreeMap::new(), key: Vec::new() }
    }

    /// The number of a state.
    ///
    /// # Errors
    /// [`TooLarge`] where that exceeds the limits.
    pub(super) fn number(&mut self, state: &State) -> Result<u32, TooLarge> {
        let Roads { scenario, keys, relaxation, limits, .. } = self.roads;
        let on_a_road = keys.write(scenario, state, &mut self.key);
        debug_assert!(on_a_road, "no location that a road comes to is left out");
        let number = self.states.intern(&self.key);
        if self.states.len() > self.nodes.len() {
            let potential = relaxation.potential(scenario, state, &mut self.key);
            debug_assert!(potential.is_some(), "the relaxation leaves out no road");
            let potential = potential.unwrap_or(Potential { most_worth: i32::MAX, may_count: [true; 3] });
            self.nodes.push(Node { potential, counts: [false; 3], edges: None });
        }
        let too_large = self.states.len() > limits.states || self.states.size().max(self.edges.len()) > limits.words;
        if too_large { Err(TooLarge { states: self.states.len() }) } else { Ok(number) }
    }

    /// The choices in a state, in written order, each with every draw of chance that is explored.
    ///
    /// # Errors
    /// [`TooLarge`] where a state beyond the limits is met.
    pub(super) fn edges(&mut self, number: u32) -> Result<Range<usize>, TooLarge> {
        if let Some(edges) = &self.nodes[number as usize].edges {
            return Ok(edges.clone());
        }
        let scenario = &self.roads.scenario;
        let state = self.roads.keys.read(scenario, self.states.key(number));
        let offer: Vec<ChoiceId> = state.options(scenario).collect();
        let first = self.edges.len();
        let decision = offer.first().and_then(|&any| Decision::new(scenario, &offer, any, state.mind.stage));
        if let Some(decision) = decision {
            self.nodes[number as usize].counts = Dimension::ALL.map(|dimension| decision.counts_on(dimension));
        }
        for &choice in &offer {
            self.follow(scenario, &state, choice)?;
        }
        let edges = first..self.edges.len();
        self.nodes[number as usize].edges = Some(edges.clone());
        Ok(edges)
    }

    /// The scene of a state.
    pub(super) fn scene(&self, number: u32) -> SceneId {
        self.roads.keys.read(&self.roads.scenario, self.states.key(number)).scene
    }

    /// An edge by its index, which [`Graph::edges`] returns.
    pub(super) fn edge(&self, index: usize) -> Edge {
        self.edges[index]
    }

    /// Adds an edge for each draw of chance after a choice.
    fn follow(&mut self, scenario: &Scenario, before: &State, choice: ChoiceId) -> Result<(), TooLarge> {
        let worth = scenario.choice(choice).points_at(before.mind.stage).sum();
        let mut state = before.clone();
        let taken = state.take(scenario, choice, &mut NoReasons);
        let several = taken.branch.to.len() > 1;
        let drawn = match self.roads.chance_model {
            ChanceModel::Seeded(chance) if several => Some(self.draw(scenario, chance, &state, choice, &taken)),
            ChanceModel::Any if several => None,
            _ => Some(0),
        };
        for (index, &(weight, target)) in taken.branch.to.iter().enumerate() {
            if drawn.map_or(weight == 0, |drawn| index != drawn) {
                continue;
            }
            let mut arrived = state.clone();
            arrived.arrive(scenario, target);
            let target = self.number(&arrived)?;
            self.edges.push(Edge { target, choice, worth, drawn: index });
        }
        Ok(())
    }

    fn draw(
        &mut self,
        scenario: &Scenario,
        chance: Chance,
        state: &State,
        choice: ChoiceId,
        taken: &BranchTaken<'_>,
    ) -> usize {
        let key = (choice, taken.branch_index, state.visits.get(state.scene));
        *self.drawn.entry(key).or_insert_with(|| taken.draw(scenario, chance, state, choice))
    }
}
