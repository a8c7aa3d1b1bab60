//! How each strategy chooses from an offer: a pure function of the offer, the state and chance.

use std::cmp::Reverse;

use crate::hash::name_key;
use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Chance, DrawKind, State};

use super::Strategy;
use super::appearance::Appearance;

/// A trainee's draw of whether skill shows.
const SKILL: usize = 0;
/// A trainee's draw among all options.
const ANY: usize = 1;

/// Chooses in one scenario. Ties go to the option written first.
pub(in crate::analysis) struct Chooser<'a> {
    scenario: &'a Scenario,
    appearances: Vec<Appearance>,
}

impl<'a> Chooser<'a> {
    pub(in crate::analysis) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, appearances: Appearance::of_all(scenario) }
    }

    /// The choice of a strategy from `offer`, which is in written order; `None` where nothing is on offer.
    pub(super) fn choose(
        &self,
        strategy: Strategy,
        offer: &[ChoiceId],
        state: &State,
        chance: Chance,
    ) -> Option<ChoiceId> {
        let skill = self.scenario.rubric.fairness.skill;
        let looks = |id: ChoiceId| self.appearances[id.index()];
        let points = |id: ChoiceId| self.scenario.choice(id).points_at(state.mind.stage).sum();
        match strategy {
            Strategy::Random => self.trainee(strategy, 0, offer, state, chance),
            Strategy::First => offer.first().copied(),
            Strategy::Last => offer.last().copied(),
            Strategy::Longest => least(offer, |id| Reverse(looks(id).length)),
            Strategy::Shortest => least(offer, |id| looks(id).length),
            Strategy::MostPolite => least(offer, |id| Reverse(looks(id).courtesy)),
            Strategy::MostInformation => least(offer, |id| Reverse(looks(id).information)),
            Strategy::Worst => least(offer, points),
            Strategy::Developing => self.trainee(strategy, skill.developing, offer, state, chance),
            Strategy::Expert => self.trainee(strategy, skill.expert, offer, state, chance),
        }
    }

    /// The best option `percent` times in 100, otherwise any. Each draw has a stream of its own, keyed by the strategy
    /// too, so that no trainee shares its draws with another or with the scenario.
    fn trainee(
        &self,
        strategy: Strategy,
        percent: u8,
        offer: &[ChoiceId],
        state: &State,
        chance: Chance,
    ) -> Option<ChoiceId> {
        let below = |bound: u32, draw: usize| {
            let drawn = DrawKind::Trainee(name_key(strategy.id()), draw);
            chance.below(bound, state.purpose(self.scenario, drawn))
        };
        if percent > 0 && below(100, SKILL) < u32::from(percent) {
            return least(offer, |id| Reverse(self.scenario.choice(id).points_at(state.mind.stage).sum()));
        }
        let count = u32::try_from(offer.len()).unwrap_or(u32::MAX);
        offer.get(below(count, ANY) as usize).copied()
    }
}

/// The first of the options with the lowest `key`.
fn least<K: Ord>(offer: &[ChoiceId], key: impl Fn(ChoiceId) -> K) -> Option<ChoiceId> {
    offer.iter().copied().min_by_key(|&id| key(id))
}
