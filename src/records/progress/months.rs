//! What each month came to: exact sums, first attempts and practice kept apart.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::debrief::Scores;
use crate::records::report::Month;
use crate::records::{Measure, Outcome};

use super::Progress;
use super::standing::mean_of;

/// So many months are kept, the latest: ten years, if none is left out.
const MOST: usize = 120;

/// What a month came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MonthSums {
    first: Sums,
    again: Sums,
}

/// The sum of the scores by each measure, and how many there are of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Sums {
    attempts: u64,
    measures: [(u64, u64); 4],
}

/// What a month came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MonthTold {
    pub month: Month,
    /// The first attempt at each scenario.
    pub first: MonthMeans,
    /// All attempts after the first.
    pub again: MonthMeans,
}

/// What the attempts of one kind came to in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MonthMeans {
    pub attempts: u64,
    /// In the order of [`Measure::ALL`], half rounded up; `None` where it was not exercised.
    pub means: [Option<u8>; 4],
}

impl MonthMeans {
    /// The mean by a measure.
    #[must_use]
    pub fn of(&self, measure: Measure) -> Option<u8> {
        Measure::ALL.into_iter().zip(self.means).find(|(of, _)| *of == measure)?.1
    }
}

impl Sums {
    fn add(&mut self, scores: Scores) {
        self.attempts += 1;
        for (measure, (sum, count)) in Measure::ALL.into_iter().zip(&mut self.measures) {
            if let Some(score) = measure.of(&scores) {
                *sum += u64::from(score);
                *count += 1;
            }
        }
    }

    fn told(&self) -> MonthMeans {
        MonthMeans { attempts: self.attempts, means: self.measures.map(|(sum, count)| mean_of(sum, count)) }
    }
}

/// What is kept of this month, or nothing where it is older than all that are kept and these are as many as can be.
pub(super) fn of_month<T: Default>(months: &mut BTreeMap<Month, T>, month: Month, most: usize) -> Option<&mut T> {
    if !months.contains_key(&month) && months.len() >= most {
        let (oldest, _) = months.first_key_value().filter(|(oldest, _)| **oldest < month)?;
        months.remove(&oldest.clone());
    }
    Some(months.entry(month).or_default())
}

impl Progress {
    pub(super) fn add_to_month(&mut self, outcome: &Outcome) {
        if let Some(sums) = of_month(&mut self.months, Month::of(outcome.ended), MOST) {
            if outcome.first { &mut sums.first } else { &mut sums.again }.add(outcome.scores);
        }
    }

    /// Every month that something was finished in, in order.
    pub(super) fn months(&self) -> Vec<MonthTold> {
        let months = self.months.iter().map(|(&month, sums)| {
            let [first, again] = [sums.first, sums.again].map(|sums| sums.told());
            MonthTold { month, first, again }
        });
        months.collect()
    }
}
