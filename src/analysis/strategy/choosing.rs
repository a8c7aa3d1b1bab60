//! How each strategy chooses from an offer: a pure function of the offer, the state and chance.

use std::cmp::Reverse;

use smallvec::SmallVec;

use crate::hash::name_key;
use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Chance, DrawKind, State};

use super::super::stranger::LearntStranger;
use super::super::surface::{Surface, Surfaces};
use super::Strategy;

/// A trainee's draw of whether skill shows.
const SKILL: usize = 0;
/// A trainee's draw among all options.
const ANY: usize = 1;

/// Chooses in one scenario. Ties go to the option written first.
pub(in crate::analysis) struct Chooser<'a> {
    scenario: &'a Scenario,
    surfaces: Surfaces,
    /// Who chooses as [`Strategy::Learnt`]; without it, that strategy takes the first option.
    stranger: Option<&'a LearntStranger>,
}

impl<'a> Chooser<'a> {
    pub(in crate::analysis) fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, surfaces: Surface::of_all(scenario), stranger: None }
    }

    /// Who also chooses as this stranger does.
    pub(in crate::analysis) fn with_stranger(scenario: &'a Scenario, stranger: &'a LearntStranger) -> Self {
        Self { stranger: Some(stranger), ..Self::new(scenario) }
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
        match strategy {
            Strategy::Random => self.trainee(strategy, 0, offer, state, chance),
            Strategy::Worst => least(offer, |id| self.scenario.choice(id).points_at(state.mind.stage).sum()),
            Strategy::Developing => self.trainee(strategy, skill.developing, offer, state, chance),
            Strategy::Expert => self.trainee(strategy, skill.expert, offer, state, chance),
            unknowing => self.by_surface(unknowing, offer),
        }
    }

    /// The choice of a strategy that goes by the place and the surface of the options alone.
    pub(in crate::analysis) fn by_surface(&self, strategy: Strategy, offer: &[ChoiceId]) -> Option<ChoiceId> {
        let most = |feature: fn(&Surface) -> u32| least(offer, |id| Reverse(feature(self.surfaces.get(id))));
        let fewest = |feature: fn(&Surface) -> u32| least(offer, |id| feature(self.surfaces.get(id)));
        match strategy {
            Strategy::First => offer.first().copied(),
            Strategy::Last => offer.last().copied(),
            Strategy::Longest => most(|surface| surface.characters),
            Strategy::Shortest => fewest(|surface| surface.characters),
            Strategy::MostSentences => most(|surface| surface.sentences),
            Strategy::FewestSentences => fewest(|surface| surface.sentences),
            Strategy::MostCommas => most(|surface| surface.commas),
            Strategy::MostQuestions => most(|surface| surface.questions),
            Strategy::EndsInAQuestion => most(|surface| surface.ends_in_a_question),
            Strategy::HasAnAction => most(|surface| surface.action),
            Strategy::MostYou => most(|surface| surface.you),
            Strategy::FewestI => fewest(|surface| surface.i),
            Strategy::ShortestWords => fewest(|surface| surface.word_length),
            Strategy::MostPolite => most(|surface| surface.courtesy),
            Strategy::MostInformation => most(|surface| surface.information),
            Strategy::Learnt => {
                let surfaces: SmallVec<[&Surface; 8]> = offer.iter().map(|id| self.surfaces.get(*id)).collect();
                let taken = self.stranger.map_or(Some(0), |stranger| stranger.takes(&surfaces));
                offer.get(taken?).copied()
            }
            // These go by chance or by points.
            Strategy::Random | Strategy::Worst | Strategy::Developing | Strategy::Expert => None,
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
