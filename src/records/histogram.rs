//! How often each score from 0 to 100 was come to, from which means and spreads follow exactly.

use serde::Serialize;

use super::real::real;

/// The mean and the spread of scores, each 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    pub attempts: u64,
    pub mean: f64,
    /// The standard deviation, with n − 1; 0 for one attempt.
    pub sd: f64,
    /// Lower quartile, median and upper quartile: the lowest score that at least a quarter (a half, three quarters) of the
    /// attempts do not exceed (type 1 of Hyndman and Fan 1996, doi 10.1080/00031305.1996.10473566).
    pub quartiles: [u8; 3],
}

/// Counts of whole scores.
#[derive(Clone, Debug)]
pub(super) struct Histogram([u32; 101]);

impl Default for Histogram {
    fn default() -> Self {
        Self([0; 101])
    }
}

impl Histogram {
    /// Counts a score; what is above 100 counts as 100.
    pub(super) fn add(&mut self, score: u8) {
        let count = &mut self.0[usize::from(score.min(100))];
        *count = count.saturating_add(1);
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count = count.saturating_add(more));
    }

    pub(super) fn count(&self) -> u64 {
        self.0.iter().copied().map(u64::from).sum()
    }

    /// `None` where nothing was counted.
    pub(super) fn spread(&self) -> Option<Spread> {
        let sum = |of: fn(i128) -> i128| (0..).zip(self.0).map(|(score, count)| of(score) * i128::from(count)).sum();
        let (n, scores, squares): (i128, i128, i128) = (sum(|_| 1), sum(|score| score), sum(|score| score * score));
        let variance = real(n * squares - scores * scores) / (real(n) * real((n - 1).max(1)));
        (n > 0).then(|| Spread {
            attempts: self.count(),
            mean: real(scores) / real(n),
            sd: variance.sqrt(),
            quartiles: [1, 2, 3].map(|quarter| self.quartile(quarter)),
        })
    }

    fn quartile(&self, quarter: u64) -> u8 {
        let wanted = (quarter * self.count()).div_ceil(4);
        let mut seen = 0;
        let reached = (0..=100u8).zip(self.0).find(|&(_, count)| {
            seen += u64::from(count);
            seen >= wanted
        });
        reached.map_or(0, |(score, _)| score)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scores: &[u8]) -> Histogram {
        let mut histogram = Histogram::default();
        for &score in scores {
            histogram.add(score);
        }
        histogram
    }

    #[test]
    fn mean_spread_and_quartiles_are_those_worked_by_hand() {
        // Σ = 40, mean 5; Σ(x − 5)² = 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over seven.
        let spread = of(&[2, 4, 4, 4, 5, 5, 7, 9]).spread().expect("eight scores");
        assert_eq!((spread.attempts, spread.mean), (8, 5.0));
        assert!((spread.sd - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert_eq!(spread.quartiles, [4, 4, 5]);
        let one = of(&[100]).spread().expect("one score");
        assert_eq!((one.sd, one.quartiles), (0.0, [100; 3]));
        assert_eq!(of(&[]).spread(), None);
    }

    #[test]
    fn joined_histograms_count_what_both_count() {
        let mut joined = of(&[2, 4, 4, 4]);
        joined.join(&of(&[5, 5, 7, 9]));
        assert_eq!(joined.spread(), of(&[9, 7, 5, 5, 4, 4, 4, 2]).spread());
    }
}
