//! What the results of the strategies say against a scenario as a test.

use std::fmt;

use serde::Serialize;

use crate::rubric::{Dimension, Fairness};

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
    /// A strategy that goes by an appearance passes too often.
    AppearancePasses {
        strategy: Strategy,
        /// The share of plays that passed, 0–1.
        passed: f64,
        /// The highest share allowed, in per cent.
        at_most: u8,
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
pub fn unfair(results: &[StrategyResult], fairness: &Fairness) -> Vec<Unfair> {
    let mut all = knows_nothing_passes(results, fairness);
    all.extend(out_of_order(results, fairness));
    all
}

/// Guesses that score too well, and appearances that pass too often.
#[must_use]
pub fn knows_nothing_passes(results: &[StrategyResult], fairness: &Fairness) -> Vec<Unfair> {
    let mut all = Vec::new();
    for result in results {
        let strategy = result.strategy;
        if Strategy::GUESSES.contains(&strategy) {
            let at_most = fairness.guess_at_most;
            let scored = Dimension::ALL.map(|dimension| Some((dimension, result.scores.get(dimension)?.mean)));
            let too_well = scored.into_iter().flatten().filter(|(_, mean)| *mean > f64::from(at_most));
            let means: Vec<(Dimension, f64)> = too_well.collect();
            if !means.is_empty() {
                all.push(Unfair::GuessScores { strategy, means, at_most });
            }
        }
        let at_most = fairness.appearance_passes_at_most;
        if Strategy::APPEARANCES.contains(&strategy) && result.passed * 100.0 > f64::from(at_most) {
            all.push(Unfair::AppearancePasses { strategy, passed: result.passed, at_most });
        }
    }
    all
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
                let on =
                    |(dimension, mean): &(Dimension, f64)| format!("{mean:.1} on {}", dimension.label().to_lowercase());
                let means = means.iter().map(on).collect::<Vec<_>>().join(", ");
                let label = strategy.label();
                write!(f, "\u{201c}{label}\u{201d} scores {means}; who knows nothing should score {at_most} at most")
            }
            Self::AppearancePasses { strategy, passed, at_most } => write!(
                f,
                "\u{201c}{}\u{201d} passes in {:.1} % of plays; who goes by that alone should pass in {at_most} % at most",
                strategy.label(),
                passed * 100.0
            ),
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
