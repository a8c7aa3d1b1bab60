//! Sums over plays, in integers, so that the result does not depend on their order.

use std::collections::BTreeMap;

use crate::debrief::{Scores, Share};
use crate::rubric::Feeling;
use crate::scenario::{Scenario, SceneId};

use super::play::Play;
use super::{EndingShare, MeanFeelings, MeanScore, MeanScores, Strategy, StrategyResult};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    plays: u32,
    scores: [Moments; 3],
    /// Empathy and de-escalation, where both are exercised.
    together: Pairs,
    passed: u32,
    judged: u32,
    ends: BTreeMap<SceneId, u32>,
    feelings: [u64; 3],
}

/// The sums over pairs of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pairs {
    first: Moments,
    second: Moments,
    products: u64,
}

/// The sums over a number's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Moments {
    count: u64,
    sum: u64,
    squares: u64,
}

impl Tally {
    /// Adds a play.
    pub(super) fn add(&mut self, scenario: &Scenario, play: &Play) {
        self.plays += 1;
        let scores = play.shares.map(Share::score);
        for (moments, score) in self.scores.iter_mut().zip(scores) {
            moments.add(score);
        }
        if let [Some(empathy), _, Some(de_escalation)] = scores {
            self.together.add(empathy, de_escalation);
        }
        let ending = scenario.ending(play.end).map(|ending| ending.kind);
        let passed = Scores::of(scores).pass(&scenario.rubric.model, play.decisions, ending);
        self.passed += u32::from(passed);
        self.judged += u32::from(play.decisions >= scenario.rubric.model.judged_from);
        *self.ends.entry(play.end).or_default() += 1;
        for (sum, feeling) in self.feelings.iter_mut().zip(Feeling::ALL) {
            *sum += u64::from(play.feelings.get(feeling));
        }
    }

    /// Adds all plays of another tally.
    pub(super) fn merge(&mut self, other: &Self) {
        self.plays += other.plays;
        self.passed += other.passed;
        self.judged += other.judged;
        for (moments, more) in self.scores.iter_mut().zip(&other.scores) {
            moments.merge(more);
        }
        self.together.merge(&other.together);
        for (&end, more) in &other.ends {
            *self.ends.entry(end).or_default() += more;
        }
        for (sum, more) in self.feelings.iter_mut().zip(other.feelings) {
            *sum += more;
        }
    }

    pub(super) fn result(&self, scenario: &Scenario, strategy: Strategy) -> StrategyResult {
        let share = |count: u32| ratio(u64::from(count), u64::from(self.plays));
        let ending = |(&scene, &count): (&SceneId, &u32)| {
            let kind = scenario.ending(scene)?.kind;
            Some(EndingShare { scene: scenario.scene(scene).id.to_string(), kind, share: share(count) })
        };
        let stuck = self.ends.iter().filter(|(scene, _)| scenario.ending(**scene).is_none());
        let [agitation, trust, understanding] = self.feelings.map(|sum| ratio(sum, u64::from(self.plays)));
        StrategyResult {
            strategy,
            plays: self.plays,
            scores: self.scores(),
            empathy_with_de_escalation: self.together.correlation(),
            passed: share(self.passed),
            judged: share(self.judged),
            endings: self.ends.iter().filter_map(ending).collect(),
            stuck: share(stuck.map(|(_, count)| count).sum()),
            feelings: MeanFeelings { agitation, trust, understanding },
        }
    }

    fn scores(&self) -> MeanScores {
        let scores = self.scores.map(|moments| moments.mean());
        let (mut sum, mut count) = (0.0, 0u8);
        for score in scores.iter().flatten() {
            sum += score.mean;
            count += 1;
        }
        let [empathy, clarity, de_escalation] = scores;
        MeanScores { empathy, clarity, de_escalation, mean: (count > 0).then(|| sum / f64::from(count)) }
    }
}

impl Pairs {
    fn add(&mut self, first: u8, second: u8) {
        self.first.add(Some(first));
        self.second.add(Some(second));
        self.products += u64::from(first) * u64::from(second);
    }

    fn merge(&mut self, other: &Self) {
        self.first.merge(&other.first);
        self.second.merge(&other.second);
        self.products += other.products;
    }

    /// Pearson's r: (n · Σxy − Σx · Σy) / √((n · Σx² − (Σx)²) · (n · Σy² − (Σy)²)), the differences in whole numbers;
    /// `None` where one of the numbers is always the same.
    fn correlation(&self) -> Option<f64> {
        let [count, x, y, products] =
            [self.first.count, self.first.sum, self.second.sum, self.products].map(u128::from);
        let spreads = float(self.first.spread()) * float(self.second.spread());
        let (together, apart) = (count * products, x * y);
        let covariance = if together >= apart { float(together - apart) } else { -float(apart - together) };
        (spreads > 0.0).then(|| covariance / spreads.sqrt())
    }
}

impl Moments {
    /// n · Σx² − (Σx)².
    fn spread(&self) -> u128 {
        let [count, sum, squares] = [self.count, self.sum, self.squares].map(u128::from);
        count * squares - sum * sum
    }

    fn add(&mut self, value: Option<u8>) {
        if let Some(value) = value.map(u64::from) {
            self.count += 1;
            self.sum += value;
            self.squares += value * value;
        }
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    fn mean(&self) -> Option<MeanScore> {
        if self.count == 0 {
            return None;
        }
        Some(MeanScore { plays: self.count, mean: ratio(self.sum, self.count), standard_error: self.standard_error() })
    }

    /// √(Σ(x − mean)² / (n − 1) / n), with n · Σ(x − mean)² = n · Σx² − (Σx)² in whole numbers.
    fn standard_error(&self) -> Option<f64> {
        if self.count < 2 {
            return None;
        }
        let count = u128::from(self.count);
        let spread = float(self.spread()) / float(count);
        Some((spread / float(count - 1) / float(count)).sqrt())
    }
}

/// A fraction as a number; 0 / 0 is 0.
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { float(part.into()) / float(whole.into()) }
}

#[expect(clippy::cast_precision_loss, reason = "means need no more digits than a float has")]
const fn float(number: u128) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    fn correlation(pairs: &[(u8, u8)]) -> Option<f64> {
        let (mut one, mut other) = (Pairs::default(), Pairs::default());
        for (at, (first, second)) in pairs.iter().enumerate() {
            if at % 2 == 0 { &mut one } else { &mut other }.add(*first, *second);
        }
        one.merge(&other);
        one.correlation()
    }

    #[test]
    fn the_correlation_is_that_of_the_textbook() {
        let near = |pairs, expected: f64| {
            let found: f64 = correlation(pairs).expect("both vary");
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        };
        near(&[(1, 2), (2, 4), (3, 6)], 1.0);
        near(&[(1, 6), (2, 4), (3, 2)], -1.0);
        // x: 10, 20, 30, 40 (spread 20² · 4 · 5 / 4 = 500), y: 1, 3, 2, 4 (spread 5), products of the distances 40.
        near(&[(10, 1), (20, 3), (30, 2), (40, 4)], 40.0 / (500.0_f64 * 5.0).sqrt());
        assert_eq!(correlation(&[(50, 1), (50, 9)]), None, "one of them is always the same");
        assert_eq!(correlation(&[]), None);
    }
}
