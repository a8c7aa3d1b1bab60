//! From people's first attempts to their latest: what is kept of each person, in some sixty bytes.

use std::hash::BuildHasher;

use serde::Serialize;

use crate::hash::{ByName, FixedState};
use crate::records::people::LEAST_PEOPLE;
use crate::records::real::real;
use crate::records::{Measure, Outcome, PersonId, Shown};
use crate::rubric::Dimension;

use super::GainsTold;

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
    /// The bounds of 95 % of the mean difference, by Student's t with n − 1 degrees of freedom (Student 1908, doi
    /// 10.1093/biomet/6.1.1): mean ± t · sd ∕ √n.
    pub bounds: [f64; 2],
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

    /// Of people with two attempts.
    pub(super) fn told(&self) -> GainsTold {
        let both = || {
            self.0.values().filter(|ends| ends.earliest.at < ends.latest.at).map(|ends| (ends.earliest, ends.latest))
        };
        GainsTold { gains: told(both), left: people_told(self.0.len() - both().count()) }
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

    /// Of people who met the second after the first.
    pub(super) fn told(&self) -> GainsTold {
        let [before, after] = &self.0;
        let both = || {
            let both = before.iter().filter_map(|(person, before)| Some((*before, *after.get(person)?)));
            both.filter(|(before, after)| before.at < after.at)
        };
        let left = before.keys().filter(|person| !after.contains_key(person)).count();
        GainsTold { gains: told(both), left: people_told(left) }
    }
}

fn people_told(number: usize) -> Shown<u64> {
    match number {
        0 => Shown::Nobody,
        LEAST_PEOPLE.. => Shown::Told(number as u64),
        _ => Shown::FewerThanFive,
    }
}

/// By dimension.
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
        let sd = (real(n * squares - gained * gained) / (real(n) * real(n - 1))).sqrt();
        let (mean, error) = (real(gained) / real(n), students_t(real(n - 1)) * sd / real(n).sqrt());
        Shown::Told(Gain {
            people: u64::try_from(n).unwrap_or(u64::MAX),
            before: real(before) / real(n),
            after: real(after) / real(n),
            sd,
            bounds: [mean - error, mean + error],
            normalised: (room > 0).then(|| real(gained) / real(room)),
        })
    }
}

/// What 97.5 % of Student's t with so many degrees of freedom, four or more, stay below: an expansion from the normal
/// distribution (Abramowitz and Stegun 1964, formula 26.7.5), right to 0.001.
fn students_t(freedom: f64) -> f64 {
    /// The same of the normal distribution.
    const Z: f64 = 1.959_964;
    let powers = |terms: &[f64]| terms.iter().rev().fold(0.0_f64, |sum, term| (sum * Z).mul_add(Z, *term)) * Z;
    let terms = [
        powers(&[1.0]),
        powers(&[1.0, 1.0]) / 4.0,
        powers(&[3.0, 16.0, 5.0]) / 96.0,
        powers(&[-15.0, 17.0, 19.0, 3.0]) / 384.0,
        powers(&[-945.0, -1920.0, 1482.0, 776.0, 79.0]) / 92_160.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| sum / freedom + term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantiles_of_students_t_are_those_of_the_tables() {
        for (freedom, t) in [(4.0, 2.776_4), (5.0, 2.570_6), (9.0, 2.262_2), (29.0, 2.045_2), (1e6, 1.959_97)] {
            assert!((students_t(freedom) - t).abs() < 1e-3, "{freedom}: {}", students_t(freedom));
        }
    }

    #[test]
    fn who_began_and_did_not_go_on_is_counted_from_five_on() {
        let mut template = crate::records::samples::minimal();
        let pair = ["two-hours-in".to_owned(), "second-letter".to_owned()];
        let left = |people: u8, both: u8, template: &mut Outcome| {
            let mut gains = PairGains::default();
            for person in 0..people {
                template.person = PersonId::of([person; 16]);
                for (time, id) in (0..).zip(&pair).take(if person < both { 2 } else { 1 }) {
                    template.scenario.id.clone_from(id);
                    template.ended = crate::records::Timestamp::from_second(time).expect("a time");
                    gains.add(&pair, template);
                }
            }
            gains.told().left
        };
        assert_eq!(left(9, 4, &mut template), Shown::Told(5));
        assert_eq!(left(9, 5, &mut template), Shown::FewerThanFive);
        assert_eq!(left(9, 9, &mut template), Shown::Nobody);
    }

    #[test]
    fn a_gain_is_that_worked_by_hand() {
        let mut sums = GainSums::default();
        for (before, after) in
            [(50, 60), (40, 60), (60, 60), (70, 80), (30, 40), (NOT_EXERCISED, 90), (90, NOT_EXERCISED)]
        {
            sums.add(before, after);
        }
        // Means 50 and 60. The differences 10, 20, 0, 10, 10: Σ(d − 10)² = 200, over four. 10 of the 50 that were left.
        let Shown::Told(gain) = sums.told() else { panic!("five people are enough") };
        assert_eq!((gain.people, gain.before, gain.after, gain.normalised), (5, 50.0, 60.0, Some(0.2)));
        assert!((gain.sd - 50.0_f64.sqrt()).abs() < 1e-12);
        // 10 ± 2.776 · √(50 ∕ 5).
        let [lower, upper] = gain.bounds;
        assert!((lower - 1.220).abs() < 5e-3 && (upper - 18.780).abs() < 5e-3, "{lower} to {upper}");
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
