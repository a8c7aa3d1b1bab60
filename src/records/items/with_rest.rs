//! How what is gained at an item goes with what is gained in the rest of the attempt.

use serde::Serialize;

use crate::records::real::real;

/// A correlation, with its bounds of 95 % by Fisher's z (Fisher 1921): tanh(atanh r ± 1.96 ∕ √(n − 3)).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Correlation {
    /// −1 to 1.
    pub r: f64,
    pub lower: f64,
    pub upper: f64,
}

/// The sums over attempts of the item's score and of the rest's, both 0–1000. Exact up to 10¹³ attempts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WithRest {
    attempts: u64,
    own: u64,
    rest: u64,
    own_squared: u64,
    rest_squared: u64,
    product: u64,
}

impl WithRest {
    pub(super) fn add(&mut self, own: u32, rest: u32) {
        let [own, rest] = [own, rest].map(u64::from);
        self.attempts += 1;
        self.own += own;
        self.rest += rest;
        self.own_squared += own * own;
        self.rest_squared += rest * rest;
        self.product += own * rest;
    }

    /// The item-rest correlation (*corrected item-total correlation*: Nunnally and Bernstein, *Psychometric Theory*, 1994,
    /// chapter 8); `None` for fewer than four attempts, or where one of the two does not vary.
    pub(super) fn correlation(&self) -> Option<Correlation> {
        let Self { attempts, own, rest, own_squared, rest_squared, product } = *self;
        let [n, own, rest] = [attempts, own, rest].map(i128::from);
        let sum = |products: u64, of_both: i128| real(n * i128::from(products) - of_both);
        let both = sum(own_squared, own * own) * sum(rest_squared, rest * rest);
        (both > 0.0)
            .then(|| (sum(product, own * rest) / both.sqrt()).clamp(-1.0, 1.0))
            .and_then(|r| Correlation::of(r, attempts))
    }
}

impl Correlation {
    /// A correlation `r` over `n` attempts; `None` for fewer than four.
    #[must_use]
    pub fn of(r: f64, n: u64) -> Option<Self> {
        let error = 1.0 / real(n.checked_sub(3).filter(|&n| n > 0)?.into()).sqrt();
        let bound = |errors: f64| (r.atanh() + errors * error).tanh();
        Some(Self { r, lower: bound(-1.96), upper: bound(1.96) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correlation_is_that_worked_by_hand() {
        let mut sums = WithRest::default();
        for (own, rest) in [(1, 1), (1, 2), (1, 1), (0, 1), (0, 0)] {
            sums.add(1000 * own, 500 * rest);
        }
        // The rest has mean 1 and Σ(y − 1)² = 2; Σ(x − .6)² = 1.2; Σxy − n x̄ȳ = 4 − 3 = 1.
        let found = sums.correlation().expect("both vary");
        assert!((found.r - 1.0 / 2.4_f64.sqrt()).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn bounds_are_those_of_fishers_z() {
        // atanh .3 = .30952; 1.96 ∕ √100 = .196; tanh .11352 = .11303; tanh .50552 = .46645.
        let found = Correlation::of(0.3, 103).expect("enough attempts");
        assert!((found.lower - 0.113_03).abs() < 1e-5 && (found.upper - 0.466_45).abs() < 1e-5, "{found:?}");
        assert_eq!(Correlation::of(0.3, 3), None);
    }

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        let mut sums = WithRest::default();
        (0..9).for_each(|own| sums.add(own, 500));
        assert_eq!(sums.correlation(), None);
        assert_eq!(WithRest::default().correlation(), None);
    }
}
