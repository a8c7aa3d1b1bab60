//! From the sums of a cohort to its report.

use std::collections::{BTreeMap, BTreeSet};

use crate::records::Measure;
use crate::records::items::ItemTally;
use crate::records::people::{LEAST_PEOPLE, Shown};
use crate::records::suppression::{Hidden, Row};

use super::cohort::{Cohort, Targets};
use super::decisions::Decisions;
use super::groups::groups;
use super::sums::{ScenarioSums, Sums, YesNo};
use super::words::first_sentence;
use super::{
    Covers, Gap, Group, GroupName, Indicator, IndicatorOverTime, Month, PairGainsTold, Report, ScenarioTold, Share,
};

impl Cohort {
    /// What the attempts so far come to.
    #[must_use]
    pub fn report(&self) -> Report {
        let mut scenarios: Vec<&ScenarioSums> = self.scenarios.values().collect();
        scenarios.sort_by_key(|of| (&of.played.title, &of.played.id, &of.played.hash));
        let covers = self.covers(&scenarios);
        let groups = groups(&scenarios);
        let gaps = gaps(&groups, &self.asked.targets);
        let pair = self.asked.pair.as_ref();
        Report {
            first: first_sentence(&covers, &gaps),
            covers,
            gaps,
            groups,
            indicators: indicators(&scenarios),
            moments: shares_of(&self.moments, |kinds| Hidden::of(kinds).parts),
            survey: shares_of(&self.survey, |items| items.iter().map(Row::is_of_few).collect()),
            gains: self.gains.told(),
            pair_gains: pair.map(|pair| PairGainsTold { pair: pair.clone(), gains: self.pair_gains.told() }),
            scenarios: self.scenarios_told(&scenarios),
        }
    }

    fn covers(&self, scenarios: &[&ScenarioSums]) -> Covers {
        let people = self.gains.people();
        let shown = |figure: u64| match people {
            0 => Shown::Nobody,
            LEAST_PEOPLE.. => Shown::Told(figure),
            _ => Shown::FewerThanFive,
        };
        let months: BTreeSet<Month> = scenarios.iter().flat_map(|of| of.months.keys().copied()).collect();
        let ends = months.first().copied().zip(months.last().copied());
        Covers {
            people: shown(people as u64),
            first_attempts: shown(self.first_attempts),
            practice: Shown::of(&self.practice.people, || self.practice.count),
            months: ends.map(|(first, last)| [first, last]),
            again: self.again,
            differing: self.differing.len() as u64,
        }
    }

    fn scenarios_told(&self, scenarios: &[&ScenarioSums]) -> Vec<ScenarioTold> {
        let played = scenarios
            .iter()
            .map(|of| (of.played.id.as_str(), of.played.title.as_str(), &of.played.hash, Some(&of.items)));
        let in_groups = self.decisions.iter().filter(|(hash, _)| !self.scenarios.contains_key(hash));
        // Only an attempt names its scenario.
        let in_groups = in_groups.map(|(hash, of)| (of.scenario.as_str(), of.scenario.as_str(), hash, None));
        let all: Vec<_> = played.chain(in_groups).collect();
        let told = all.iter().map(|&(id, title, hash, items)| {
            let decisions = self.decisions.of(hash);
            let nobody = || ItemTally::new(hash.clone()).statistics(&BTreeMap::new());
            ScenarioTold {
                id: id.to_owned(),
                title: title.to_owned(),
                hash: hash.clone(),
                other_texts: all.iter().filter(|(other, ..)| *other == id).count() > 1,
                items: items.map_or_else(nobody, |items: &ItemTally| {
                    items.statistics(&decisions.map(Decisions::disagreed).unwrap_or_default())
                }),
                decisions: decisions.map(Decisions::told).unwrap_or_default(),
            }
        });
        told.collect()
    }
}

/// What is furthest below its target first; equal gaps in the order of the groups.
fn gaps(groups: &[Group], targets: &Targets) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for group in groups {
        for (measure, spread) in Measure::ALL.into_iter().zip(&group.whole) {
            let (strategy, target) = match &group.name {
                GroupName::Everyone => (None, targets.measures.get(&measure)),
                GroupName::Strategy(name) if measure == Measure::Overall => (Some(name), targets.strategies.get(name)),
                GroupName::Strategy(_) | GroupName::Scenario { .. } => continue,
            };
            if let (Some(spread), Some(&target)) = (spread.told(), target) {
                let (strategy, mean) = (strategy.cloned(), spread.mean);
                gaps.push(Gap { strategy, measure, mean, target, gap: f64::from(target) - mean });
            }
        }
    }
    gaps.sort_by(|one, other| other.gap.total_cmp(&one.gap));
    gaps
}

fn indicators(scenarios: &[&ScenarioSums]) -> Vec<IndicatorOverTime> {
    let mut months: BTreeMap<Month, Sums> = BTreeMap::new();
    for (month, sums) in scenarios.iter().flat_map(|of| &of.months) {
        months.entry(*month).or_default().join(sums);
    }
    let one = |(place, indicator): (usize, Indicator)| {
        let rows: Vec<Row> = months.values().map(|sums| sums.indicators[place].row()).collect();
        let hidden = Hidden::of(&rows);
        let mut whole = YesNo::default();
        for sums in months.values() {
            whole.join(&sums.indicators[place]);
        }
        let of_months = months.iter().zip(&hidden.parts);
        IndicatorOverTime {
            indicator,
            whole: share(&whole, hidden.whole),
            months: of_months
                .map(|((&month, sums), &hidden)| (month, share(&sums.indicators[place], hidden)))
                .collect(),
        }
    };
    Indicator::ALL.into_iter().enumerate().map(one).collect()
}

fn shares_of(sums: &BTreeMap<String, YesNo>, hide: impl Fn(&[Row]) -> Vec<bool>) -> Vec<(String, Shown<Share>)> {
    let rows: Vec<Row> = sums.values().map(YesNo::row).collect();
    let hidden = hide(&rows);
    sums.iter().zip(hidden).map(|((name, sums), hidden)| (name.clone(), share(sums, hidden))).collect()
}

fn share(sums: &YesNo, hidden: bool) -> Shown<Share> {
    match sums.yes.count + sums.no.count {
        0 => Shown::Nobody,
        _ if hidden => Shown::FewerThanFive,
        of => Shown::Told(Share { yes: sums.yes.count, of }),
    }
}
