//! All roads of a scenario as one graph: states that can still differ, and the choices between them.

use std::sync::Arc;

use crate::rubric::{Dimension, Points};
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{Road, RoadStep, State};

use super::explorer::Explorer;
use super::key::Keys;
use super::table::Table;
use super::{Chance, Limits, TooLarge};

/// All roads of a scenario. Feelings and stages are those that play would have, since the same code
/// finds them; states that go on alike are one.
#[derive(Debug)]
pub struct Roads {
    pub(super) scenario: Arc<Scenario>,
    pub(super) chance: Chance,
    pub(super) limits: Limits,
    pub(super) keys: Keys,
    pub(super) states: Table,
    /// The edges of a state are `edges[first[state]..first[state + 1]]`, in written order.
    pub(super) first: Vec<u32>,
    pub(super) edges: Vec<Edge>,
    /// What could be gained in each state: highest − lowest, by dimension.
    pub(super) possible: Vec<Gain>,
    /// Every state, each before those it leads to.
    pub(super) order: Vec<u32>,
    /// Σ(e + c + d) of the best road from each state; only where chance is known.
    best: Option<Vec<i32>>,
}

/// Points by dimension, in [`Dimension::ALL`]'s order.
pub(super) type Gain = [i16; 3];

/// A choice in a state, and where it leads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) target: u32,
    pub(super) choice: ChoiceId,
    /// taken − lowest, by dimension; nothing where there was nothing to decide.
    pub(super) gained: Gain,
    /// e + c + d.
    pub(super) worth: i16,
    /// Which of the branch's targets chance draws.
    pub(super) drawn: u16,
}

impl Roads {
    /// Every road from the beginning.
    ///
    /// # Errors
    /// [`TooLarge`] where there are more states than the limits allow.
    pub fn explore(scenario: &Arc<Scenario>, chance: Chance, limits: Limits) -> Result<Self, TooLarge> {
        Self::explore_from(scenario, &State::begin(scenario), chance, limits)
    }

    /// Every road from a state of the scenario.
    ///
    /// # Errors
    /// [`TooLarge`] where there are more states than the limits allow.
    pub(super) fn explore_from(
        scenario: &Arc<Scenario>,
        from: &State,
        chance: Chance,
        limits: Limits,
    ) -> Result<Self, TooLarge> {
        let mut roads = Explorer::new(scenario, chance, limits)?.explore(from)?;
        if matches!(chance, Chance::Seed(_)) {
            roads.best = Some(roads.most(|_, edge| edge.worth.into()));
        }
        Ok(roads)
    }

    pub(super) fn new(scenario: Arc<Scenario>, chance: Chance, limits: Limits, keys: Keys) -> Self {
        let states = Table::new(keys.words());
        let (first, edges, possible, order) = (vec![0], Vec::new(), Vec::new(), Vec::new());
        Self { scenario, chance, limits, keys, states, first, edges, possible, order, best: None }
    }

    /// The scenario.
    #[must_use]
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Which draws of chance were looked at.
    #[must_use]
    pub const fn chance(&self) -> Chance {
        self.chance
    }

    /// How many states there are that go on differently.
    #[must_use]
    pub const fn states(&self) -> usize {
        self.states.len()
    }

    /// How many choices there are in them, each with every draw of chance looked at.
    #[must_use]
    pub fn choices(&self) -> usize {
        self.edges.len()
    }

    /// The scenes that some road meets, in written order.
    #[must_use]
    pub fn scenes(&self) -> Vec<SceneId> {
        self.scenes_where(|_| true)
    }

    /// The scenes in which some road ends, in written order: endings, and scenes with nothing left to offer.
    #[must_use]
    pub fn ends(&self) -> Vec<SceneId> {
        self.scenes_where(|state| self.edges_of(state).is_empty())
    }

    fn scenes_where(&self, is: impl Fn(u32) -> bool) -> Vec<SceneId> {
        let mut met = vec![false; self.scenario.scenes.len()];
        for &state in self.order.iter().filter(|&&state| is(state)) {
            met[Keys::scene(self.states.key(state))] = true;
        }
        let scenes = (0..met.len()).filter(|&scene| met[scene]);
        scenes.filter_map(SceneId::new).collect()
    }

    pub(super) fn edges_of(&self, state: u32) -> &[Edge] {
        &self.edges[self.first[state as usize] as usize..self.first[state as usize + 1] as usize]
    }

    /// The most that `value` can add up to along any road from each state.
    pub(super) fn most<N>(&self, value: impl Fn(usize, &Edge) -> N) -> Vec<N>
    where
        N: Copy + Default + Ord + std::ops::Add<Output = N>,
    {
        let mut most = vec![N::default(); self.states()];
        for &state in self.order.iter().rev() {
            let edges = self.edges_of(state).iter();
            let values = edges.map(|edge| value(state as usize, edge) + most[edge.target as usize]);
            most[state as usize] = values.max().unwrap_or_default();
        }
        most
    }

    /// The choice with which the best road from `state` goes on: the one that maximises Σ(e + c + d)
    /// over the rest, ties by written order. `None` where nothing is on offer, where every draw of
    /// chance was looked at instead of a seed's, and where `state` is on no road of that seed.
    #[must_use]
    pub fn best_choice(&self, state: &State) -> Option<ChoiceId> {
        let best = self.best.as_ref()?;
        let state = self.number(state)?;
        let worth = |edge: &Edge| i32::from(edge.worth) + best[edge.target as usize];
        self.edges_of(state).iter().find(|edge| worth(edge) == best[state as usize]).map(|edge| edge.choice)
    }

    /// Whether `state` is on a road that was looked at.
    #[must_use]
    pub fn knows(&self, state: &State) -> bool {
        self.number(state).is_some()
    }

    fn number(&self, state: &State) -> Option<u32> {
        let mut key = Vec::new();
        let on_a_road = self.keys.write(&self.scenario, state, &mut key);
        on_a_road.then(|| self.states.find(&key)).flatten()
    }

    /// The best road from `state`: Σ(e + c + d) at its highest. Empty where nothing is on offer.
    ///
    /// `None` as [`Roads::best_choice`].
    #[must_use]
    pub fn best_from(&self, state: &State) -> Option<Vec<ChoiceId>> {
        let best = self.best.as_ref()?;
        let mut at = self.number(state)?;
        let mut road = Vec::new();
        while let Some(edge) = self
            .edges_of(at)
            .iter()
            .find(|edge| i32::from(edge.worth) + best[edge.target as usize] == best[at as usize])
        {
            road.push(edge.choice);
            at = edge.target;
        }
        Some(road)
    }

    /// A road from the beginning as it is written down; where every draw was looked at, with the draws.
    pub(super) fn road(&self, edges: &[Edge]) -> Road {
        let scenario = &self.scenario;
        let mut state = State::begin(scenario);
        let mut steps = Vec::with_capacity(edges.len());
        for edge in edges {
            let taken = state.take(scenario, edge.choice);
            let (_, target) = taken.branch.to[usize::from(edge.drawn)];
            let by_chance = taken.branch.to.len() > 1 && self.chance == Chance::Any;
            let drawn = by_chance.then(|| scenario.scene(state.destination(target)).id.clone());
            steps.push(RoadStep { drawn, ..RoadStep::choose(scenario.choice(edge.choice).id.clone()) });
            state.arrive(scenario, target);
        }
        Road { steps }
    }
}

/// Points as a [`Gain`]; a rubric's points are far from its limits.
pub(super) fn gain(points: impl Fn(Dimension) -> i32) -> Gain {
    Dimension::ALL.map(|dimension| i16::try_from(points(dimension)).unwrap_or(i16::MAX))
}

/// e + c + d.
pub(super) fn worth(points: Points) -> i16 {
    i16::try_from(points.sum()).unwrap_or(if points.sum() > 0 { i16::MAX } else { i16::MIN })
}
