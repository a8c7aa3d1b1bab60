//! Where others come to in a scenario, for the scales of a debrief.

use std::num::NonZero;

use crate::debrief::{Mark, Marks};
use crate::rubric::Dimension;
use crate::scenario::Scenario;

use super::Analysis;
use super::analyse::SEED;
use super::strategy::{Chooser, PLAYS, Playing, Strategy, StrategyResult, plays_within_budget, results_of};

/// The marks of a scenario: what [`analyse`](super::analyse()) finds of the strategies that they are of, without the
/// rest. The result does not depend on the number of threads.
#[must_use]
pub fn marks(scenario: &Scenario, threads: NonZero<usize>) -> Option<Marks> {
    let wanted = [&[Strategy::Random, Strategy::Developing, Strategy::Expert][..], &Strategy::SURFACE].concat();
    let chooser = Chooser::new(scenario);
    let plays = plays_within_budget(scenario, &chooser, PLAYS, SEED);
    let playing = Playing { threads, plays, seed: SEED, watch: None, go_on: &|| true };
    let (results, _) = results_of(&wanted, &chooser, scenario, &playing);
    among(&results.iter().collect::<Vec<_>>())
}

impl Analysis {
    /// Where others come to in this scenario.
    #[must_use]
    pub fn marks(&self) -> Option<Marks> {
        among(&self.strategies.iter().chain(&self.simulated).collect::<Vec<_>>())
    }
}

/// The marks among these results; `None` where one of the strategies was not played.
fn among(results: &[&StrategyResult]) -> Option<Marks> {
    let of = |strategy| results.iter().find(|result| result.strategy == strategy).map(|result| mark(result));
    let strangers = results.iter().filter(|result| Strategy::SURFACE.contains(&result.strategy));
    // Of several that do as well, the last: the reverse order makes it the first.
    let best = strangers.rev().max_by(|one, other| mean(one).total_cmp(&mean(other)))?;
    Some(Marks {
        random: of(Strategy::Random)?,
        stranger: mark(best),
        developing: of(Strategy::Developing)?,
        expert: of(Strategy::Expert)?,
    })
}

/// The mean of the dimensions; less than any where none was exercised.
fn mean(result: &StrategyResult) -> f64 {
    result.scores.mean.unwrap_or(-1.0)
}

fn mark(result: &StrategyResult) -> Mark {
    let on = |dimension| result.scores.get(dimension).map(|score| rounded(score.mean));
    Mark {
        strategy: result.strategy.id(),
        label: result.strategy.label(),
        empathy: on(Dimension::Empathy),
        clarity: on(Dimension::Clarity),
        de_escalation: on(Dimension::DeEscalation),
    }
}

/// A mean score as a whole number, half rounded up.
fn rounded(mean: f64) -> u8 {
    (0..100).find(|&score| mean < f64::from(score) + 0.5).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn a_mean_is_rounded_half_up() {
        assert_eq!([0.0, 0.49, 0.5, 61.5, 99.49, 99.5, 100.0].map(rounded), [0, 0, 1, 62, 99, 100, 100]);
    }
}
