//! How likely it is that so many of independent events happen.

/// Smaller probabilities do not affect a sum.
const NEGLIGIBLE: f64 = 1e-20;

/// The probability that at least `least` of independent events happen, each with its own chance: the upper tail of the
/// Poisson binomial distribution, summed exactly. With equal chances it is the one-sided binomial test.
pub(crate) fn tail(chances: &[f64], least: usize) -> f64 {
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
    use super::tail;

    #[track_caller]
    fn assert_near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
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
}
