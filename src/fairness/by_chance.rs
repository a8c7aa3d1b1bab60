//! How likely it is that a scenario gives its best options away by chance alone.

use crate::analysis::{WrittenDecision, ratio, tail};

use super::{Subject, scene_names};

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
    pub(super) fn find(subject: &Subject<'_>, marked: impl Fn(&WrittenDecision<'_>) -> Option<usize>) -> Option<Self> {
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

#[cfg(test)]
mod tests {
    use super::{as_expected, one_in, tail};

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
    fn rare_is_told_in_whole_scenarios() {
        assert_eq!(one_in(1.0 / 32.0), 32);
        assert_eq!(one_in(0.03), 33);
        assert_eq!(one_in(0.0), 1_000_000);
        assert_eq!(one_in(2.0), 1);
    }
}
