//! Resolves conditions.

use crate::scenario::document::{ConditionDoc, ConditionKind};
use crate::scenario::{Condition, Event, TimeUnit};

use super::names::Names;

impl Names<'_> {
    pub(super) fn condition(&mut self, condition: &ConditionDoc) -> Option<Condition> {
        Some(match &condition.kind {
            ConditionKind::AtLeast(feeling, least) => Condition::AtLeast(*feeling, least.get()),
            ConditionKind::Below(feeling, bound) => Condition::Below(*feeling, bound.get()),
            ConditionKind::Stage(stage) => Condition::Stage(*stage),
            ConditionKind::Reached(stage) => Condition::Reached(*stage),
            ConditionKind::Recovering => Condition::Recovering,
            ConditionKind::Flag(flag) => Condition::Flag(self.flag(&flag.value.0)?),
            ConditionKind::Chose(scene, choice) => {
                Condition::Chose(self.choice_id(self.scene(&scene.value.0)?, &choice.value.0)?)
            }
            ConditionKind::Shown(word) => Condition::Shown(self.behaviour(word)?),
            ConditionKind::Before(first, second) => {
                let (first, second) = (self.behaviour(first)?, self.behaviour(second)?);
                Condition::Before(self.before(first, second)?)
            }
            ConditionKind::Visits(scene, least) => Condition::Visits(self.scene(&scene.value.0)?, *least),
            ConditionKind::NeedOpen(need) => Condition::NeedOpen(self.need(&need.value.0)?),
            ConditionKind::Unmet(need, turns) => Condition::Unmet(self.need(&need.value.0)?, turns.get()),
            ConditionKind::Since(scene, least, unit) => {
                let event = Event::Scene(self.scene(&scene.value.0)?);
                Condition::Since(self.since(event, *unit, *least)?, *least)
            }
            ConditionKind::SinceChose(scene, choice, least, unit) => {
                let event = Event::Choice(self.choice_id(self.scene(&scene.value.0)?, &choice.value.0)?);
                Condition::Since(self.since(event, *unit, *least)?, *least)
            }
            ConditionKind::JustChose(scene, choice) => {
                let event = Event::Choice(self.choice_id(self.scene(&scene.value.0)?, &choice.value.0)?);
                Condition::JustChose(self.since(event, TimeUnit::Turns, 0)?)
            }
            ConditionKind::From(time) => Condition::From(self.clock?.until(*time)),
            ConditionKind::Ended(scene) => Condition::Ended(self.scene(&scene.value.0)?),
            ConditionKind::EndedAs(kind) => Condition::EndedAs(*kind),
            ConditionKind::All(inner) => Condition::All(self.conditions(inner)?),
            ConditionKind::Any(inner) => Condition::Any(self.conditions(inner)?),
            ConditionKind::Not(inner) => Condition::Not(Box::new(self.condition(inner)?)),
            ConditionKind::SceneLeftOut(..) | ConditionKind::Broken => return None,
        })
    }

    fn conditions(&mut self, conditions: &[ConditionDoc]) -> Option<Box<[Condition]>> {
        conditions.iter().map(|condition| self.condition(condition)).collect()
    }

    /// The outer `None` where a name cannot be resolved, the inner where there is no condition.
    #[allow(clippy::option_option, reason = "resolving fails as one, and a condition may be absent")]
    pub(super) fn optional_condition(&mut self, condition: Option<&ConditionDoc>) -> Option<Option<Condition>> {
        match condition {
            Some(condition) => self.condition(condition).map(Some),
            None => Some(None),
        }
    }
}
