//! The states and choices of all roads, found as they are asked for, with the code that play runs.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::rubric::Dimension;
use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Decision, Luck, NoReasons, State, Taken};

use super::outline::Ahead;
use super::roads::Roads;
use super::table::Table;
use super::{Chance, TooLarge};

/// A choice in a state, and where it leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) target: u32,
    pub(super) choice: ChoiceId,
    /// e + c + d.
    pub(super) worth: i32,
    /// Which of the branch's targets chance draws.
    pub(super) drawn: usize,
}

/// A state that has been met; equal for all that go on alike.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What may still come; `most_worth` falls as more is known.
    pub(super) ahead: Ahead,
    /// Whether its decision counts, by dimension, once it has been looked into.
    pub(super) counts: [bool; 3],
    edges: Option<Range<usize>>,
}

/// What is known of a scenario's roads so far.
pub(super) struct Graph<'a> {
    roads: &'a Roads,
    states: Table,
    pub(super) nodes: Vec<Node>,
    edges: Vec<Edge>,
    /// A seed's draws so far, by choice, branch and visit.
    drawn: BTreeMap<(ChoiceId, usize, u16), usize>,
    key: Vec<u64>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(roads: &'a Roads) -> Self {
        let states = Table::new(roads.keys.words());
        Self { roads, states, nodes: Vec::new(), edges: Vec::new(), drawn: BTreeMap::new(), key: Vec::new() }
    }

    /// The number of a state.
    ///
    /// # Errors
    /// [`TooLarge`] where it is one too many.
    pub(super) fn number(&mut self, state: &State) -> Result<u32, TooLarge> {
        let Roads { scenario, keys, outline, limits, .. } = self.roads;
        let on_a_road = keys.write(scenario, state, &mut self.key);
        debug_assert!(on_a_road, "places leave out no place that a road meets");
        let number = self.states.number(&self.key);
        if self.states.len() > self.nodes.len() {
            let ahead = outline.ahead(scenario, state, &mut self.key);
            debug_assert!(ahead.is_some(), "the outline leaves out no road");
            let ahead = ahead.unwrap_or(Ahead { most_worth: i32::MAX, may_count: [true; 3] });
            self.nodes.push(Node { ahead, counts: [false; 3], edges: None });
        }
        let too_large = self.states.len() > limits.states || self.states.size().max(self.edges.len()) > limits.words;
        if too_large { Err(TooLarge { states: self.states.len() }) } else { Ok(number) }
    }

    /// The choices in a state, in written order, each with every draw of chance that is looked at.
    ///
    /// # Errors
    /// [`TooLarge`] where they lead to one state too many.
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

    /// An edge by its place in what [`Graph::edges`] returns.
    pub(super) fn edge(&self, index: usize) -> Edge {
        self.edges[index]
    }

    /// Adds an edge for each draw of chance after a choice.
    fn follow(&mut self, scenario: &Scenario, before: &State, choice: ChoiceId) -> Result<(), TooLarge> {
        let worth = scenario.choice(choice).points_at(before.mind.stage).sum();
        let mut state = before.clone();
        let taken = state.take(scenario, choice, &mut NoReasons);
        let several = taken.branch.to.len() > 1;
        let drawn = match self.roads.chance {
            Chance::Seed(luck) if several => Some(self.draw(scenario, luck, &state, choice, &taken)),
            Chance::Any if several => None,
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

    fn draw(&mut self, scenario: &Scenario, luck: Luck, state: &State, choice: ChoiceId, taken: &Taken<'_>) -> usize {
        let key = (choice, taken.branch_index, state.visits.get(state.scene));
        *self.drawn.entry(key).or_insert_with(|| taken.draw(scenario, luck, state, choice))
    }
}
