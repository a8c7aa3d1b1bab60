//! The best and the worst score on a dimension, by the road to the nearest decision that counts on it.
//!
//! A score says how much of what could be done on the road taken was done, and the highest option of an offer can
//! always be taken. So where a road reaches a decision that counts on a dimension and no earlier decision did, taking
//! the highest from there on scores 100, and taking the lowest 0. The numbers are those of roads that were played, not
//! assumed.

use crate::debrief::Share;
use crate::rubric::Dimension;
use crate::scenario::{Branch, ChoiceId, Scenario};
use crate::session::{Decision, NoReasons, Road, RoadStep, State};

use super::ChanceModel;
use super::bounds::Bound;

#[derive(Clone, Copy)]
enum Aim {
    Best,
    Worst,
}

/// The best and the worst score on a dimension, where `road` leads to the nearest decision that counts on it. `None`
/// where it is no road of the scenario, or leads to no such decision.
pub(super) fn score_bound(
    scenario: &Scenario,
    chance_model: ChanceModel,
    road: &Road,
    dimension: Dimension,
) -> Option<Bound> {
    let mut play = Play::begin(scenario, chance_model, dimension);
    road.steps.iter().try_for_each(|step| play.follow(step))?;
    let (best, best_road) = play.clone().finish(Aim::Best);
    let (worst, worst_road) = play.finish(Aim::Worst);
    Some(Bound { best: best.score()?, worst: worst.score()?, best_road, worst_road })
}

/// A road being played.
#[derive(Clone)]
struct Play<'a> {
    scenario: &'a Scenario,
    chance_model: ChanceModel,
    dimension: Dimension,
    state: State,
    steps: Vec<RoadStep>,
    share: Share,
}

impl<'a> Play<'a> {
    fn begin(scenario: &'a Scenario, chance_model: ChanceModel, dimension: Dimension) -> Self {
        let state = State::begin(scenario);
        Self { scenario, chance_model, dimension, state, steps: Vec::new(), share: Share::default() }
    }

    /// Takes a step as written.
    fn follow(&mut self, step: &RoadStep) -> Option<()> {
        let offer: Vec<ChoiceId> = self.state.options(self.scenario).collect();
        let choice = offer.iter().copied().find(|&id| self.scenario.choice(id).id == step.choice)?;
        self.take(&offer, choice, step.drawn.as_deref());
        Some(())
    }

    /// Continues with the highest, or the lowest, of every offer, ties by written order.
    fn finish(mut self, aim: Aim) -> (Share, Road) {
        loop {
            let offer: Vec<ChoiceId> = self.state.options(self.scenario).collect();
            let points = |id: &ChoiceId| self.scenario.choice(*id).points_at(self.state.mind.stage)[self.dimension];
            let taken = match aim {
                Aim::Best => offer.iter().min_by_key(|id| -points(id)),
                Aim::Worst => offer.iter().min_by_key(|id| points(id)),
            };
            let Some(&choice) = taken else { return (self.share, Road { steps: self.steps }) };
            self.take(&offer, choice, None);
        }
    }

    fn take(&mut self, offer: &[ChoiceId], choice: ChoiceId, wanted: Option<&str>) {
        if let Some(decision) = Decision::new(self.scenario, offer, choice, self.state.mind.stage) {
            self.share.add(&decision, self.dimension);
        }
        let taken = self.state.take(self.scenario, choice, &mut NoReasons);
        let several = taken.branch.to.len() > 1;
        let index = match self.chance_model {
            ChanceModel::Seeded(chance) if several => taken.draw(self.scenario, chance, &self.state, choice),
            ChanceModel::Any if several => self.drawn(taken.branch, wanted),
            _ => 0,
        };
        let (_, target) = taken.branch.to[index];
        let by_chance = several && self.chance_model == ChanceModel::Any;
        let drawn = by_chance.then(|| self.scenario.scene(self.state.destination(target)).id.to_string());
        self.steps.push(RoadStep { drawn, ..RoadStep::choose(self.scenario.choice(choice).id.to_string()) });
        self.state.arrive(self.scenario, target);
    }

    /// The index of the wanted target; without one, the first that chance can draw.
    fn drawn(&self, branch: &Branch, wanted: Option<&str>) -> usize {
        let fits = |&(weight, target): &(u32, _)| {
            let scene = self.scenario.scene(self.state.destination(target));
            weight > 0 && wanted.is_none_or(|wanted| scene.id == wanted)
        };
        branch.to.iter().position(fits).unwrap_or(0)
    }
}
