//! What the results of the strategies say against a scenario as a test.

use std::fmt;

use serde::Serialize;

use crate::rubric::{Dimension, Fairness};
use crate::scenario::{Scenario, SceneId};

use super::super::written_decision::{WrittenDecision, enough_to_judge};
use super::choosing::Chooser;
use super::{Strategy, StrategyResult};

/// Why a scenario is not a fair test.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "unfair")]
pub enum Unfair {
    /// A strategy that knows nothing scores too well.
    GuessScores {
        strategy: Strategy,
        /// Its mean score on each dimension where that is too high.
        means: Vec<(Dimension, f64)>,
        /// The highest mean score allowed.
        at_most: u8,
    },
    /// A stranger who goes by one thing on the surface passes too often or scores too well.
    StrangerPasses {
        strategy: Strategy,
        /// The share of plays that passed, 0–1.
        passed: f64,
        /// Its mean score on each dimension where that is too high.
        means: Vec<(Dimension, f64)>,
        /// The highest share of plays allowed, in percent.
        passes_at_most: u8,
        /// The highest mean score allowed.
        mean_at_most: u8,
    },
    /// Trainees of different skill score too similarly, or in the wrong order.
    NotApart {
        /// The trainee who should score less.
        lower: Strategy,
        /// The trainee who should score more.
        higher: Strategy,
        /// Their mean scores over all dimensions, 0–100.
        means: (f64, f64),
        /// The least difference in points.
        at_least: u8,
    },
}

/// Everything that speaks against a scenario; empty where it is a fair test.
#[must_use]
pub fn unfair(scenario: &Scenario, results: &[StrategyResult]) -> Vec<Unfair> {
    let fairness = &scenario.rubric.fairness;
    let mut all = guesses_that_score(results, fairness);
    all.extend(strangers_that_pass(scenario, results));
    all.extend(out_of_order(results, fairness));
    all
}

/// Guesses that score too well.
#[must_use]
pub fn guesses_that_score(results: &[StrategyResult], fairness: &Fairness) -> Vec<Unfair> {
    let at_most = fairness.guess_at_most;
    let guesses = results.iter().filter(|result| Strategy::GUESSES.contains(&result.strategy));
    let scored = guesses.map(|result| (result.strategy, means_above(result, at_most)));
    let too_well = scored.filter(|(_, means)| !means.is_empty());
    too_well.map(|(strategy, means)| Unfair::GuessScores { strategy, means, at_most }).collect()
}

/// Strangers who go by the surface and pass too often or score too well, but for guesses that score too well. None
/// where there are too few decisions to say.
#[must_use]
pub fn strangers_that_pass(scenario: &Scenario, results: &[StrategyResult]) -> Vec<Unfair> {
    if !enough_to_judge(scenario) {
        return Vec::new();
    }
    let fairness = &scenario.rubric.fairness;
    let (passes_at_most, mean_at_most) = (fairness.stranger_passes_at_most, fairness.stranger_mean_at_most);
    let known = guesses_that_score(results, fairness);
    let is_known = |result: &&StrategyResult| {
        known
            .iter()
            .any(|unfair| matches!(unfair, Unfair::GuessScores { strategy, .. } if *strategy == result.strategy))
    };
    let against = |result: &StrategyResult| {
        let (strategy, passed) = (result.strategy, result.passed);
        let means = means_above(result, mean_at_most);
        let too_well = passed * 100.0 > f64::from(passes_at_most) || !means.is_empty();
        too_well.then_some(Unfair::StrangerPasses { strategy, passed, means, passes_at_most, mean_at_most })
    };
    let strangers = results.iter().filter(|result| Strategy::SURFACE.contains(&result.strategy));
    strangers.filter(|result| !is_known(result)).filter_map(against).collect()
}

/// The scenes that help a strategy which knows nothing, as written: those in which it takes a best option; for random
/// choice those in which the options are worth so much on average, on some dimension, that it scores too well there.
#[must_use]
pub fn found_by(scenario: &Scenario, strategy: Strategy) -> Vec<SceneId> {
    let chooser = Chooser::new(scenario);
    let at_most = f64::from(scenario.rubric.fairness.guess_at_most);
    let helps = |decision: &WrittenDecision<'_>| match strategy {
        Strategy::Random => decision.gained_by_chance() * 100.0 > at_most,
        _ => decision.is_found_by(|offer| chooser.by_surface(strategy, offer)),
    };
    WrittenDecision::all(scenario).into_iter().filter(helps).map(|decision| decision.scene).collect()
}

fn means_above(result: &StrategyResult, at_most: u8) -> Vec<(Dimension, f64)> {
    let scored = Dimension::ALL.map(|dimension| Some((dimension, result.scores.get(dimension)?.mean)));
    scored.into_iter().flatten().filter(|(_, mean)| *mean > f64::from(at_most)).collect()
}

/// Pairs of trainees of rising skill that are out of order or too close together.
#[must_use]
pub fn out_of_order(results: &[StrategyResult], fairness: &Fairness) -> Vec<Unfair> {
    let mean = |strategy| results.iter().find(|result| result.strategy == strategy)?.scores.mean;
    let mut all = Vec::new();
    for pair in Strategy::TRAINEES.windows(2) {
        let (lower, higher) = (pair[0], pair[1]);
        // Where nothing is exercised, nobody scores, and no trainees can be told apart.
        let means = (mean(lower).unwrap_or(0.0), mean(higher).unwrap_or(0.0));
        if means.1 - means.0 < f64::from(fairness.apart) {
            all.push(Unfair::NotApart { lower, higher, means, at_least: fairness.apart });
        }
    }
    all
}

impl fmt::Display for Unfair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GuessScores { strategy, means, at_most } => {
                let (label, means) = (strategy.label(), told(means));
                write!(f, "\u{201c}{label}\u{201d} scores {means}; who knows nothing should score {at_most} at most")
            }
            Self::StrangerPasses { strategy, passed, means, passes_at_most, mean_at_most } => {
                write!(f, "\u{201c}{}\u{201d} passes in {:.1} % of plays", strategy.label(), passed * 100.0)?;
                if !means.is_empty() {
                    write!(f, " and scores {}", told(means))?;
                }
                write!(f, "; a stranger should pass in {passes_at_most} % and score {mean_at_most} at most")
            }
            Self::NotApart { lower, higher, means, at_least } => write!(
                f,
                "\u{201c}{}\u{201d} scores {:.1} and \u{201c}{}\u{201d} {:.1}; at least {at_least} points should lie between",
                lower.label(),
                means.0,
                higher.label(),
                means.1
            ),
        }
    }
}

/// Scores in words: "81.0 on empathy, 74.5 on clarity".
fn told(means: &[(Dimension, f64)]) -> String {
    let on = |(dimension, mean): &(Dimension, f64)| format!("{mean:.1} on {}", dimension.label().to_lowercase());
    means.iter().map(on).collect::<Vec<_>>().join(", ")
}
