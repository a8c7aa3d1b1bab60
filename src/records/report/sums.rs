//! What is summed up of people's first attempts at one text of a scenario.

use std::collections::BTreeMap;

use crate::records::histogram::Histogram;
use crate::records::items::ItemTally;
use crate::records::people::{Counted, People, PersonMark};
use crate::records::suppression::Row;
use crate::records::{Measure, Outcome, Played};
use crate::scenario::EndingKind;

use super::{Indicator, Month};

/// How often something was so, and how often it was not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct YesNo {
    pub(super) yes: Counted,
    pub(super) no: Counted,
}

/// Scores by one measure, and who stands behind them.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured {
    pub(super) scores: Histogram,
    pub(super) people: People,
}

/// The sums of a month, or of all months.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    /// By [`Measure::ALL`].
    pub(super) measured: [Measured; 4],
    /// By [`Indicator::ALL`].
    pub(super) indicators: [YesNo; Indicator::ALL.len()],
}

/// The sums over the attempts at one text of a scenario.
#[derive(Clone, Debug)]
pub(super) struct ScenarioSums {
    pub(super) played: Played,
    pub(super) months: BTreeMap<Month, Sums>,
    pub(super) items: ItemTally,
    /// First attempts that were stopped before an ending, and those that were not.
    pub(super) stopped: YesNo,
}

impl YesNo {
    pub(super) fn add(&mut self, yes: bool, person: PersonMark) {
        self.add_times(u64::from(yes), u64::from(!yes), person);
    }

    pub(super) fn add_times(&mut self, yes: u64, no: u64, person: PersonMark) {
        self.yes.add_times(yes, person);
        self.no.add_times(no, person);
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.yes.join(&other.yes);
        self.no.join(&other.no);
    }

    /// As a row that is hidden where either comes from few.
    pub(super) fn row(&self) -> Row {
        Row(vec![self.yes, self.no])
    }
}

impl Sums {
    /// Counts a first attempt. Of one that did not come to an end that alone counts.
    fn add(&mut self, outcome: &Outcome, person: PersonMark) {
        for (sums, indicator) in self.indicators.iter_mut().zip(Indicator::ALL) {
            let [yes, of] = indicator.of(outcome);
            sums.add_times(yes, of.saturating_sub(yes), person);
        }
        if !outcome.came_to_an_end() {
            return;
        }
        for (measured, measure) in self.measured.iter_mut().zip(Measure::ALL) {
            if let Some(score) = measure.of(&outcome.scores) {
                measured.scores.add(score);
                measured.people.add(person);
            }
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        for (measured, more) in self.measured.iter_mut().zip(&other.measured) {
            measured.scores.join(&more.scores);
            measured.people.join(&more.people);
        }
        self.indicators.iter_mut().zip(&other.indicators).for_each(|(sums, more)| sums.join(more));
    }

    /// Who stands behind each measure.
    pub(super) fn row(&self) -> Row {
        let counted = |measured: &Measured| Counted { count: measured.scores.count(), people: measured.people };
        Row(self.measured.iter().map(counted).collect())
    }
}

impl ScenarioSums {
    pub(super) fn new(played: &Played) -> Self {
        let (months, items) = (BTreeMap::new(), ItemTally::new(played.hash.clone()));
        Self { played: played.clone(), months, items, stopped: YesNo::default() }
    }

    /// Counts a person's first attempt.
    pub(super) fn add(&mut self, outcome: &Outcome, person: PersonMark) {
        self.months.entry(Month::of(outcome.ended)).or_default().add(outcome, person);
        self.items.add(outcome);
        self.stopped.add(!outcome.came_to_an_end(), person);
    }
}

impl Indicator {
    /// How often it was so in an attempt, and how often it could have been.
    fn of(self, outcome: &Outcome) -> [u64; 2] {
        let ended = |kind| [u64::from(outcome.ending.as_ref().is_some_and(|ending| ending.kind == kind)), 1];
        match self {
            Self::StoppedEarly => [u64::from(!outcome.came_to_an_end()), 1],
            _ if !outcome.came_to_an_end() => [0, 0],
            Self::Passed => [u64::from(outcome.passed), 1],
            Self::EndedWell => ended(EndingKind::Good),
            Self::EndedUnsafe => ended(EndingKind::Unsafe),
            Self::MomentsMet => share(outcome.moments.iter().map(|moment| moment.met)),
            Self::ObjectivesMet => share(outcome.objectives.values().copied()),
            Self::NextTime => [u64::from(!outcome.notes.next_time.trim().is_empty()), 1],
        }
    }
}

fn share(of: impl Iterator<Item = bool>) -> [u64; 2] {
    of.fold([0, 0], |[yes, all], one| [yes + u64::from(one), all + 1])
}
