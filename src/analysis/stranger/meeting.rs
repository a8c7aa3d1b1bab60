//! What a learnt stranger comes to in a scenario.

use std::fmt;

use serde::Serialize;

use crate::rubric::Fairness;
use crate::scenario::{Scenario, SceneId};

use super::super::Effort;
use super::super::explore::Progress;
use super::super::strategy::{Chooser, Playing, Strategy, StrategyResult, plays_within_budget, results_of};
use super::super::tail::tail;
use super::super::written_decision::{WrittenDecision, enough_to_judge, ratio};
use super::LearntStranger;

/// The first seed of the plays.
const SEED: u64 = 1;

/// In how many decisions the best option is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    pub found: usize,
    pub decisions: usize,
}

/// What a stranger comes to who has learnt from other scenarios which surface features mark the best option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrangerResult {
    /// The ids of the scenarios that it has learnt from.
    pub learnt_from: Vec<String>,
    pub played: StrategyResult,
    /// In the decisions as written.
    pub best: Found,
    /// The probability that mere chance finds the best option as often or more often, 0–1.
    pub probability: f64,
    /// In all decisions of the library, each scenario met by a stranger who has not learnt from it.
    pub library: Found,
    /// The scenes in which it finds the best option, in written order.
    #[serde(skip)]
    pub scenes: Vec<SceneId>,
}

impl Found {
    #[must_use]
    pub fn share(self) -> f64 {
        if self.decisions == 0 { 0.0 } else { ratio(self.found, self.decisions) }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self { found: self.found + other.found, decisions: self.decisions + other.decisions }
    }
}

impl StrangerResult {
    /// Whether it comes to more than a fair test lets it. Never where there are too few decisions to say.
    #[must_use]
    pub fn is_unfair(&self, scenario: &Scenario) -> bool {
        let fairness = &scenario.rubric.fairness;
        enough_to_judge(scenario) && (self.passes(fairness) || self.finds(fairness))
    }

    /// Whether it passes in more plays than it should.
    fn passes(&self, fairness: &Fairness) -> bool {
        self.played.passed * 100.0 > f64::from(fairness.learnt_stranger.passes_at_most)
    }

    /// Whether it finds the best option more often than chance would or, in a library in which it finds it too often,
    /// too often here too.
    fn finds(&self, fairness: &Fairness) -> bool {
        let limits = &fairness.learnt_stranger;
        let too_often = |found: Found| found.share() * 100.0 > f64::from(limits.finds_at_most);
        self.probability * 100.0 < f64::from(limits.by_chance) || (too_often(self.library) && too_often(self.best))
    }
}

/// "A learnt stranger passes in 100.0 % of plays and finds the best option in 12 of 17 decisions".
impl fmt::Display for StrangerResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (passed, Found { found, decisions }) = (100.0 * self.played.passed, self.best);
        write!(
            f,
            "A learnt stranger passes in {passed:.1} % of plays and finds the best option in {found} of {decisions} decisions"
        )
    }
}

impl LearntStranger {
    /// The decisions of a scenario as written, and in which of them it takes a best option.
    pub(super) fn finds<'s>(&self, scenario: &'s Scenario) -> Vec<(WrittenDecision<'s>, bool)> {
        let chooser = Chooser::with_stranger(scenario, self);
        let finds = |decision: WrittenDecision<'s>| {
            let found = decision.is_found_by(|offer| chooser.by_surface(Strategy::Learnt, offer));
            (decision, found)
        };
        WrittenDecision::all(scenario).into_iter().map(finds).collect()
    }

    /// Plays a scenario as often as a simple strategy is played, and looks at its decisions as written. What is found in
    /// the library is given.
    pub(super) fn meet(&self, scenario: &Scenario, library: Found, effort: &Effort<'_>) -> StrangerResult {
        let chooser = Chooser::with_stranger(scenario, self);
        let go_on = || (effort.go_on)(Progress { states: 0 });
        let plays = plays_within_budget(scenario, &Chooser::new(scenario), effort.plays, SEED);
        let playing = Playing { threads: effort.threads, plays, seed: SEED, watch: None, go_on: &go_on };
        let played = results_of(&[Strategy::Learnt], &chooser, scenario, &playing).0.remove(0);
        let decisions = self.finds(scenario);
        let chances: Vec<f64> = decisions.iter().map(|(decision, _)| decision.chance()).collect();
        let scenes: Vec<SceneId> =
            decisions.iter().filter(|(_, found)| *found).map(|(decision, _)| decision.scene).collect();
        StrangerResult {
            learnt_from: self.learnt_from.clone(),
            played,
            best: Found { found: scenes.len(), decisions: decisions.len() },
            probability: tail(&chances, scenes.len()),
            library,
            scenes,
        }
    }
}
