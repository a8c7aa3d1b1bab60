//! How likely it is that a scenario gives its best options away by chance alone.

use super::decision::{Decision, ratio};
use super::{Subject, scene_names};

/// Smaller probabilities do not affect a sum.
const NEGLIGIBLE: f64 = 1e-20;

/// A mark by which the best option can be told more often than chance would give.
#[derive(Debug)]
pub(super) struct Giveaway {
    /// The number of decisions at which the marked option is the best.
    pub(super) hits: usize,
    /// The number of decisions at which one option is marked.
    pub(super) decisions: usize,
    /// One in this many scenarios would come out like this if the mark said nothing.
    one_in: u64,
    scenes: String,
}

impl Giveaway {
    /// `marked` gives the option that is marked at a decision, if one is. `None` where chance alone would explain how
    /// often it is the best.
    pub(super) fn find(subject: &Subject<'_>, marked: impl Fn(&Decision<'_>) -> Option<usize>) -> Option<Self> {
        let mut chances = Vec::new();
        let mut hits = Vec::new();
        for decision in &subject.decisions {
            let Some((_, choice)) = marked(decision).and_then(|index| decision.options.get(index)) else { continue };
            chances.push(decision.chance());
            if decision.is_best(choice) {
                hits.push(decision.scene);
            }
        }
        let limit = ratio(usize::from(subject.scenario.rubric.checks.by_chance), 100);
        if as_expected(&chances, hits.len()) && limit <= 0.5 {
            return None;
        }
        let probability = tail(&chances, hits.len());
        (probability < limit).then(|| Self {
            hits: hits.len(),
            decisions: chances.len(),
            one_in: one_in(probability),
            scenes: scene_names(subject.scenario, &hits),
        })
    }

    /// How often, as part of a sentence: "at 9 of 11 decisions".
    pub(super) fn frequency(&self) -> String {
        format!("at {} of {} decisions", self.hits, self.decisions)
    }

    /// The probability that it happens by chance, as a sentence.
    pub(super) fn probability_hint(&self) -> String {
        format!("By mere chance that would happen in 1 scenario of {}", self.one_in)
    }

    /// The scenes in which the marked option is the best, as a hint.
    pub(super) fn scenes_hint(&self) -> String {
        format!("it is so in {}", self.scenes)
    }
}

fn one_in(probability: f64) -> u64 {
    let most = 1_000_000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=1,000,000")]
    let rounded = (1.0 / probability).clamp(1.0, most).floor() as u64;
    rounded
}

/// Whether no more of the independent events happened than expected. Then it is at least as likely as not that as many
/// happen again: the median of such a number is no smaller than its mean rounded down (Jogdeo and Samuels 1968, Annals
/// of Mathematical Statistics 39).
fn as_expected(chances: &[f64], happened: usize) -> bool {
    let expected: f64 = chances.iter().sum();
    ratio(happened, 1) <= expected.floor()
}

/// The probability that at least `least` of independent events happen, each with its own chance: the upper tail of the
/// Poisson binomial distribution, summed exactly. With equal chances it is the one-sided binomial test.
pub(super) fn tail(chances: &[f64], least: usize) -> f64 {
    // The probability of each number of events, from `first` on; negligible ones are left out at both ends, so that the
    // time grows little faster than the number of events.
    let mut first = 0;
    let mut spread = vec![1.0];
    for chance in chances {
        spread.push(0.0);
        for number in (first..spread.len()).rev() {
            let one_fewer =
                number.checked_sub(1).filter(|number| *number >= first).map_or(0.0, |number| spread[number]);
            spread[number] = spread[number] * (1.0 - chance) + one_fewer * chance;
        }
        first += spread[first..].iter().take_while(|probability| **probability <= NEGLIGIBLE).count();
        while spread.len() > first + 1 && spread.last().is_some_and(|probability| *probability <= NEGLIGIBLE) {
            spread.pop();
        }
    }
    spread.iter().skip(least.max(first)).sum()
}

#[cfg(test)]
mod tests {
    use super::{as_expected, one_in, tail};

    #[track_caller]
    fn assert_near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
    }

    #[test]
    fn what_is_as_expected_is_as_likely_as_not() {
        for chances in [vec![0.25; 9], vec![0.5; 4], vec![0.3, 0.9, 0.1, 0.5, 0.5, 0.7]] {
            for happened in (0..=chances.len()).filter(|happened| as_expected(&chances, *happened)) {
                assert!(tail(&chances, happened) >= 0.5, "{happened} of {chances:?}");
            }
        }
        assert!(!as_expected(&[0.5; 4], 3));
    }

    #[test]
    fn with_equal_chances_it_is_the_binomial_tail() {
        // (1 + 4 · 3) / 4⁴: all four of four, or three of them.
        assert_near(tail(&[0.25; 4], 3), 13.0 / 256.0);
        assert_near(tail(&[0.5; 5], 5), 1.0 / 32.0);
        // (C(10,8) + C(10,9) + C(10,10)) / 2¹⁰.
        assert_near(tail(&[0.5; 10], 8), 56.0 / 1024.0);
        assert_near(tail(&[0.5; 10], 9), 11.0 / 1024.0);
    }

    #[test]
    fn each_event_has_its_own_chance() {
        // Both: 1/2 · 1/4. One at least: 1 − 1/2 · 3/4.
        assert_near(tail(&[0.5, 0.25], 2), 0.125);
        assert_near(tail(&[0.5, 0.25], 1), 0.625);
        // Two of 1/2, 1/3, 1/4 or all three: (1·1·3 + 1·2·1 + 1·1·1 + 1·1·1) / 24.
        assert_near(tail(&[1.0 / 2.0, 1.0 / 3.0, 1.0 / 4.0], 2), 7.0 / 24.0);
    }

    #[test]
    fn the_ends_are_certain_and_impossible() {
        assert_near(tail(&[], 0), 1.0);
        assert_near(tail(&[0.3; 7], 0), 1.0);
        assert_near(tail(&[0.3; 7], 8), 0.0);
        assert_near(tail(&[1.0; 3], 3), 1.0);
    }

    #[test]
    fn very_many_events_are_summed_too() {
        let half = tail(&vec![0.5; 10_000], 5_000);
        assert!((0.503..0.505).contains(&half), "half, and half of the middle: {half}");
        assert!(tail(&vec![0.25; 20_000], 5_500) < 1e-10);
    }

    #[test]
    fn rare_is_told_in_whole_scenarios() {
        assert_eq!(one_in(1.0 / 32.0), 32);
        assert_eq!(one_in(0.03), 33);
        assert_eq!(one_in(0.0), 1_000_000);
        assert_eq!(one_in(2.0), 1);
    }
}
