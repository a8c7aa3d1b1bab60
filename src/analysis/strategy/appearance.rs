//! How an option looks to someone who knows nothing about the subject.

use crate::rubric::Rubric;
use crate::scenario::{Choice, Scenario};

/// What can be counted in an option without judging it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Appearance {
    /// Characters of what is said and done.
    pub(super) length: usize,
    /// Polite terms in what is said.
    pub(super) courtesy: usize,
    /// The number of behaviours shown that give information.
    pub(super) information: usize,
}

impl Appearance {
    /// The appearance of every choice of a scenario, in written order.
    pub(super) fn of_all(scenario: &Scenario) -> Vec<Self> {
        scenario.choices.iter().map(|choice| Self::of(&scenario.rubric, choice)).collect()
    }

    fn of(rubric: &Rubric, choice: &Choice) -> Self {
        let characters = |words: Option<&str>| words.map_or(0, |words| words.chars().count());
        Self {
            length: characters(choice.words.act()) + characters(choice.words.say()),
            courtesy: choice.words.say().map_or(0, |said| rubric.courtesy.count(said)),
            information: choice.shows.iter().filter(|&id| rubric.behaviour(id).information).count(),
        }
    }
}
