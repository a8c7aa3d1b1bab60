//! From people's first attempts to their latest: what is kept of each person, in some sixty bytes.

use std::hash::BuildHasher;

use serde::Serialize;

use crate::hash::{ByName, FixedState};
use crate::records::people::LEAST_PEOPLE;
use crate::records::real::real;
use crate::records::{Measure, Outcome, PersonId, Shown};
use crate::rubric::Dimension;

/// What people gained between two attempts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Gain {
    pub people: u64,
    /// The mean score before, 0–100.
    pub before: f64,
    /// The mean score after.
    pub after: f64,
    /// The standard deviation of the differences, with n − 1.
    pub sd: f64,
    /// The average normalised gain, of means: (after − before) ∕ (100 − before) (Hake 1998, doi 10.1119/1.18809); `None` where
    /// the start was full.
    pub normalised: Option<f64>,
}

/// An attempt's scores and its place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamped {
    /// Seconds, then what tells attempts of the same second apart.
    at: (i64, u64),
    /// By dimension; above 100 where it was not exercised.
    scores: [u8; 3],
}

/// A person's earliest and latest attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    earliest: Stamped,
    latest: Stamped,
}

/// Everyone's earliest and latest first attempts, at whatever scenario.
#[derive(Clone, Debug, Default)]
pub(super) struct Gains(ByName<PersonId, Ends>);

/// Everyone's first attempts at a scenario for before and one for after.
#[derive(Clone, Debug, Default)]
pub(super) struct PairGains([ByName<PersonId, Stamped>; 2]);

/// The sums over people with two scores.
#[derive(Clone, Copy, Default)]
struct GainSums {
    people: i128,
    before: i128,
    after: i128,
    squares: i128,
}

const NOT_EXERCISED: u8 = u8::MAX;

impl Stamped {
    fn of(outcome: &Outcome) -> Self {
        let tie = FixedState::default().hash_one(outcome.attempt);
        let scores = Dimension::ALL.map(|dimension| outcome.scores.get(dimension).unwrap_or(NOT_EXERCISED));
        Self { at: (outcome.ended.as_second(), tie), scores }
    }
}

impl Gains {
    /// Counts a person's first attempt at some scenario.
    pub(super) fn add(&mut self, outcome: &Outcome) {
        let now = Stamped::of(outcome);
        let ends = self.0.entry(outcome.person).or_insert(Ends { earliest: now, latest: now });
        if now.at < ends.earliest.at {
            ends.earliest = now;
        }
        if now.at > ends.latest.at {
            ends.latest = now;
        }
    }

    pub(super) fn people(&self) -> usize {
        self.0.len()
    }

    /// By dimension, of people with two attempts.
    pub(super) fn told(&self) -> Vec<(Measure, Shown<Gain>)> {
        told(|| {
            self.0.values().filter(|ends| ends.earliest.at < ends.latest.at).map(|ends| (ends.earliest, ends.latest))
        })
    }
}

impl PairGains {
    /// Counts a person's first attempt at either scenario of the pair.
    pub(super) fn add(&mut self, pair: &[String; 2], outcome: &Outcome) {
        for (attempts, scenario) in self.0.iter_mut().zip(pair) {
            if *scenario == outcome.scenario.id {
                let now = Stamped::of(outcome);
                let earliest = attempts.entry(outcome.person).or_insert(now);
                if now.at < earliest.at {
                    *earliest = now;
                }
            }
        }
    }

    /// By dimension, of people who met the second after the first.
    pub(super) fn told(&self) -> Vec<(Measure, Shown<Gain>)> {
        let [before, after] = &self.0;
        told(|| {
            let both = before.iter().filter_map(|(person, before)| Some((*before, *after.get(person)?)));
            both.filter(|(before, after)| before.at < after.at)
        })
    }
}

fn told<I: Iterator<Item = (Stamped, Stamped)>>(pairs: impl Fn() -> I) -> Vec<(Measure, Shown<Gain>)> {
    let of = |(place, dimension): (usize, Dimension)| {
        let mut sums = GainSums::default();
        pairs().for_each(|(before, after)| sums.add(before.scores[place], after.scores[place]));
        (Measure::On(dimension), sums.told())
    };
    Dimension::ALL.into_iter().enumerate().map(of).collect()
}

impl GainSums {
    fn add(&mut self, before: u8, after: u8) {
        if before <= 100 && after <= 100 {
            let [before, after] = [before, after].map(i128::from);
            self.people += 1;
            self.before += before;
            self.after += after;
            self.squares += (after - before) * (after - before);
        }
    }

    fn told(self) -> Shown<Gain> {
        let Self { people: n, before, after, squares } = self;
        if n < LEAST_PEOPLE as i128 {
            return if n == 0 { Shown::Nobody } else { Shown::FewerThanFive };
        }
        let gained = after - before;
        let room = 100 * n - before;
        Shown::Told(Gain {
            people: u64::try_from(n).unwrap_or(u64::MAX),
            before: real(before) / real(n),
            after: real(after) / real(n),
            sd: (real(n * squares - gained * gained) / (real(n) * real(n - 1))).sqrt(),
            normalised: (room > 0).then(|| real(gained) / real(room)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gain_is_that_worked_by_hand() {
        let mut sums = GainSums::default();
        for (before, after) in
            [(50, 60), (40, 60), (60, 60), (70, 80), (30, 40), (NOT_EXERCISED, 90), (90, NOT_EXERCISED)]
        {
            sums.add(before, after);
        }
        // Means 50 and 60. The differences 10, 20, 0, 10, 10: Σ(d − 10)² = 200, over four. 10 of the 50 that were left.
        let gain = Gain { people: 5, before: 50.0, after: 60.0, sd: 50.0_f64.sqrt(), normalised: Some(0.2) };
        assert_eq!(sums.told(), Shown::Told(gain));
    }

    #[test]
    fn a_full_start_leaves_no_normalised_gain() {
        let mut sums = GainSums::default();
        (0..4).for_each(|_| sums.add(100, 90));
        assert_eq!(sums.told(), Shown::FewerThanFive);
        sums.add(100, 100);
        assert_eq!(sums.told().told().map(|gain| gain.normalised), Some(None));
    }
}
