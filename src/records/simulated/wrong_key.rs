//! A slip in a scenario's key.

use crate::records::{DecisionMade, Outcome};
use crate::scenario::{ChoiceId, Scenario, SceneId};

use super::Simulated;

/// The points of two options of a scene are swapped: what a slip in the key comes to.
pub(crate) struct WrongKey {
    scene: SceneId,
    swapped: [ChoiceId; 2],
}

impl WrongKey {
    /// A slip in a scene: the best option and the worst of those that were on offer in these attempts whenever the scene
    /// was met; `None` where they count the same.
    pub(crate) fn in_scene(scenario: &Scenario, scene: &str, sample: &[Simulated]) -> Option<Self> {
        let id = scenario.find_scene(scene)?;
        let made = sample.iter().flat_map(|simulated| &simulated.outcome.decisions);
        let met: Vec<&DecisionMade> = made.filter(|made| made.scene == scene).collect();
        let always = |choice: &ChoiceId| {
            let option = &scenario.choice(*choice).id;
            met.iter().all(|made| made.offered.iter().any(|offered| **option == **offered))
        };
        let points = |choice: &ChoiceId| scenario.choice(*choice).points.sum();
        let always: Vec<ChoiceId> = scenario.choices_of(id).filter(always).collect();
        let swapped = [*always.iter().max_by_key(|id| points(id))?, *always.iter().min_by_key(|id| points(id))?];
        (points(&swapped[0]) > points(&swapped[1])).then_some(Self { scene: id, swapped })
    }

    /// The outcome as it would have been recorded with this key.
    pub(crate) fn applied(&self, scenario: &Scenario, simulated: &Simulated) -> Outcome {
        let mut outcome = simulated.outcome.clone();
        let scene = &scenario.scene(self.scene).id;
        for (decision, stage) in outcome.decisions.iter_mut().zip(&simulated.stages) {
            let [one, other] = self.swapped.map(|id| scenario.choice(id));
            if decision.scene == *scene && decision.choice == one.id {
                decision.points = other.points_at(*stage);
            } else if decision.scene == *scene && decision.choice == other.id {
                decision.points = one.points_at(*stage);
            }
        }
        outcome
    }
}
