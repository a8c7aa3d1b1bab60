//! Whether a condition holds.

use crate::scenario::{Condition, Scenario, Since};

use super::State;

impl State {
    /// Whether `condition` of `scenario` holds in this state.
    #[must_use]
    pub fn holds(&self, scenario: &Scenario, condition: &Condition) -> bool {
        match condition {
            Condition::AtLeast(feeling, least) => self.mind.feelings.get(*feeling) >= *least,
            Condition::Below(feeling, bound) => self.mind.feelings.get(*feeling) < *bound,
            Condition::Stage(stage) => self.mind.stage == *stage,
            Condition::Reached(stage) => self.peak >= *stage,
            Condition::Recovering => self.mind.recovering(),
            Condition::Flag(flag) => self.flag(*flag),
            Condition::Chose(choice) => self.taken(*choice),
            Condition::Shown(behaviour) => self.shown.contains(*behaviour),
            Condition::Before(before) => self.befores & (1 << before.index()) != 0,
            Condition::Visits(scene, least) => self.visits.get(*scene) >= *least,
            Condition::NeedOpen(need) => self.need_open(*need),
            Condition::Unmet(need, turns) => self.need_open(*need) && self.turn >= *turns,
            Condition::Since(since, least) => self.since[since.index()] > *least,
            Condition::JustChose(since) => self.since[since.index()] == Since::JUST,
            Condition::From(minutes) => self.elapsed >= u32::from(*minutes),
            Condition::Topics(hub, least) => {
                let topics = scenario.scene(*hub).hub.iter().flat_map(|hub| &hub.topics);
                topics.filter(|topic| self.taken(**topic)).count() >= usize::from(*least)
            }
            Condition::Ended(scene) => self.scene == *scene,
            Condition::EndedAs(kind) => scenario.ending(self.scene).is_some_and(|ending| ending.kind == *kind),
            Condition::All(inner) => inner.iter().all(|one| self.holds(scenario, one)),
            Condition::Any(inner) => inner.iter().any(|one| self.holds(scenario, one)),
            Condition::Not(inner) => !self.holds(scenario, inner),
        }
    }

    /// Whether `condition` holds; no condition always does.
    pub(crate) fn allows(&self, scenario: &Scenario, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| self.holds(scenario, condition))
    }
}
