//! The scenarios that strangers learn from.

use std::sync::Arc;

use crate::scenario::Scenario;

use super::super::Effort;
use super::super::written_decision::enough_to_judge;
use super::{Found, LearntStranger, StrangerResult};

/// The scenarios that strangers learn from, and what strangers find in the whole library.
#[derive(Clone, Debug, Default)]
pub struct Teachers {
    scenarios: Vec<Arc<Scenario>>,
    library: Found,
}

impl Teachers {
    /// `others` are the rest of the library. One of them takes the place of the teacher with the same id in what is
    /// found, but nobody learns from it. Scenarios of too few decisions are not counted.
    #[must_use]
    pub fn new<'s>(scenarios: Vec<Arc<Scenario>>, others: impl IntoIterator<Item = &'s Scenario>) -> Self {
        let others: Vec<&Scenario> = others.into_iter().collect();
        let mut teachers = Self { scenarios, library: Found::default() };
        let replaced = |teacher: &&Arc<Scenario>| others.iter().any(|other| other.id == teacher.id);
        let kept = teachers.scenarios.iter().filter(|teacher| !replaced(teacher)).map(|teacher| &**teacher);
        let all = kept.chain(others.iter().copied()).filter(|scenario| enough_to_judge(scenario));
        teachers.library = all.map(|scenario| teachers.found_in(scenario)).fold(Found::default(), Found::and);
        teachers
    }

    /// What a stranger comes to in a scenario who has learnt from all teachers but the one with the same id.
    #[must_use]
    pub fn send_stranger(&self, scenario: &Scenario, effort: &Effort<'_>) -> StrangerResult {
        self.stranger_to(scenario).meet(scenario, self.library, effort)
    }

    fn stranger_to(&self, scenario: &Scenario) -> LearntStranger {
        let others = self.scenarios.iter().filter(|teacher| teacher.id != scenario.id);
        LearntStranger::learn(others.map(|teacher| &**teacher))
    }

    fn found_in(&self, scenario: &Scenario) -> Found {
        let decisions = self.stranger_to(scenario).finds(scenario);
        Found { found: decisions.iter().filter(|(_, found)| *found).count(), decisions: decisions.len() }
    }
}
