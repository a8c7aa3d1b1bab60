//! Sums over pairs of items, from which variances, covariances and all that follows from them come.

use crate::records::real::real;

/// The sums over the attempts that met both items of a pair.
#[derive(Clone, Copy, Debug, Default)]
struct PairSums {
    attempts: u64,
    /// Of the item with the lower number.
    low: u64,
    /// Of the item with the higher number.
    high: u64,
    /// Of the products.
    product: u64,
}

/// The sums of every pair of items, an item with itself included. Exact up to 10¹³ attempts.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(Vec<PairSums>);

/// The place of a pair, the lower number first.
const fn place(low: usize, high: usize) -> usize {
    high * (high + 1) / 2 + low
}

impl Pairs {
    /// Adds an attempt's item scores, 0–1000, in the order of the items' numbers.
    pub(super) fn add(&mut self, scores: &[(usize, u32)]) {
        let Some(&(last, _)) = scores.last() else { return };
        if self.0.len() <= place(last, last) {
            self.0.resize(place(last, last) + 1, PairSums::default());
        }
        for (index, &(high, of_high)) in scores.iter().enumerate() {
            for &(low, of_low) in &scores[..=index] {
                let sums = &mut self.0[place(low, high)];
                sums.attempts += 1;
                sums.low += u64::from(of_low);
                sums.high += u64::from(of_high);
                sums.product += u64::from(of_low) * u64::from(of_high);
            }
        }
    }

    fn get(&self, one: usize, other: usize) -> PairSums {
        self.0.get(place(one.min(other), one.max(other))).copied().unwrap_or_default()
    }

    /// The mean score of an item, 0–1; 0 where nobody met it.
    pub(super) fn mean(&self, item: usize) -> f64 {
        let sums = self.get(item, item);
        real(sums.low.into()) / real(sums.attempts.max(1).into()) / 1000.0
    }

    /// The covariance of two items over the attempts that met both, with n − 1; of an item with itself its variance. In
    /// thousandths squared; 0 below two attempts.
    pub(super) fn covariance(&self, one: usize, other: usize) -> f64 {
        let PairSums { attempts, low, high, product } = self.get(one, other);
        if attempts < 2 {
            return 0.0;
        }
        let [n, low, high, product] = [attempts, low, high, product].map(i128::from);
        // Exact up to the division.
        real(n * product - low * high) / (real(n) * real(n - 1))
    }
}

/// Cronbach's alpha, k ∕ (k − 1) · (1 − Σ item variances ∕ variance of the sum) (Cronbach 1951, doi 10.1007/BF02310555), from
/// pairwise covariances; `None` for fewer than two items or where the sum does not vary.
pub(super) fn alpha(pairs: &Pairs, items: &[usize]) -> Option<f64> {
    let whole: f64 = items.iter().map(|&one| with_all(pairs, one, items)).sum();
    let own: f64 = items.iter().map(|&item| pairs.covariance(item, item)).sum();
    let count = f64::from(u32::try_from(items.len()).ok()?);
    (items.len() > 1 && whole > 0.0).then(|| count / (count - 1.0) * (1.0 - own / whole))
}

fn with_all(pairs: &Pairs, one: usize, items: &[usize]) -> f64 {
    items.iter().map(|&other| pairs.covariance(one, other)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five attempts at three items, in thousandths.
    const SCORES: [[u32; 3]; 5] = [[1000, 1000, 0], [1000, 1000, 1000], [1000, 0, 1000], [0, 1000, 0], [0, 0, 0]];

    fn pairs() -> Pairs {
        let mut pairs = Pairs::default();
        for scores in SCORES {
            let scores: Vec<(usize, u32)> = scores.into_iter().enumerate().collect();
            pairs.add(&scores);
        }
        pairs
    }

    fn near(found: f64, worked: f64) {
        assert!((found - worked).abs() < 1e-9, "{found} is not {worked}");
    }

    #[test]
    fn means_and_covariances_are_those_worked_by_hand() {
        let pairs = pairs();
        near(pairs.mean(0), 0.6);
        near(pairs.mean(2), 0.4);
        // Σ(x − .6)² = 3 · .16 + 2 · .36 = 1.2; over four: .3.
        near(pairs.covariance(0, 0), 0.3e6);
        // Σxy = 2, less 5 · .6 · .6 = 1.8: .2; over four: .05.
        near(pairs.covariance(0, 1), 0.05e6);
        // Σxy = 2, less 5 · .6 · .4 = 1.2: .8; over four: .2.
        near(pairs.covariance(2, 0), 0.2e6);
        // Σxy = 1, less 1.2: −.2; over four: −.05.
        near(pairs.covariance(1, 2), -0.05e6);
    }

    #[test]
    fn alpha_is_that_worked_by_hand() {
        let pairs = pairs();
        // The sums are 2, 3, 2, 1, 0: variance 1.3. Alpha = 3/2 · (1 − .9 / 1.3).
        near(alpha(&pairs, &[0, 1, 2]).expect("they vary"), 1.5 * (1.0 - 0.9 / 1.3));
    }

    #[test]
    fn one_item_or_none_that_varies_has_no_alpha() {
        let mut pairs = Pairs::default();
        for score in [0, 500, 1000] {
            pairs.add(&[(0, score), (1, 500), (2, 500)]);
        }
        assert_eq!(alpha(&pairs, &[0]), None);
        assert_eq!(alpha(&pairs, &[1, 2]), None);
    }
}
