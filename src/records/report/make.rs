//! From the sums of a cohort to its report.

use std::collections::{BTreeMap, BTreeSet};

use crate::debrief::Marks;
use crate::hash::ContentHash;
use crate::records::Measure;
use crate::records::items::ItemTally;
use crate::records::people::{LEAST_PEOPLE, Shown};
use crate::records::real::real;
use crate::records::suppression::{Hidden, Row};

use super::cohort::{Cohort, Targets};
use super::decisions::Decisions;
use super::groups::groups;
use super::sums::{ScenarioSums, Sums, YesNo};
use super::words::first_sentence;
use super::{
    Covers, Gap, Group, GroupName, Indicator, IndicatorOverTime, Month, Others, PairGainsTold, Report, ScenarioTold,
    Share, ShareTold,
};

/// What others come to in the text of a scenario with this hash.
pub type MarksOf<'a> = dyn Fn(&ContentHash) -> Option<Marks> + 'a;

impl Cohort {
    /// What the attempts so far come to.
    #[must_use]
    pub fn report(&self) -> Report {
        self.report_beside(&|_| None)
    }

    /// The same beside what others come to in the scenarios whose `marks` are known.
    #[must_use]
    pub fn report_beside(&self, marks: &MarksOf<'_>) -> Report {
        let mut scenarios: Vec<&ScenarioSums> = self.scenarios.values().collect();
        scenarios.sort_by_key(|of| (&of.played.title, &of.played.id, &of.played.hash));
        let groups = groups(&scenarios);
        let gaps = gaps(&groups, &self.asked.targets, marks);
        let indicators = indicators(&scenarios);
        let covers = self.covers(&scenarios, &indicators);
        let title = |id: &String| {
            let played = scenarios.iter().rfind(|of| of.played.id == *id);
            played.map_or_else(|| id.clone(), |of| of.played.title.clone())
        };
        let pair_gains = self.asked.pair.as_ref().map(|pair| {
            let titles = pair.each_ref().map(title);
            PairGainsTold { pair: pair.clone(), titles, gains: self.pair_gains.told() }
        });
        Report {
            first: first_sentence(&covers, &gaps, &indicators),
            covers,
            gaps,
            groups,
            indicators,
            moments: moments(&self.moments),
            survey: self.survey.iter().map(|(item, sums)| (item.clone(), alone(sums))).collect(),
            gains: self.gains.told(),
            pair_gains,
            scenarios: self.scenarios_told(&scenarios, marks),
        }
    }

    /// The ids of the scenarios at which somebody made a first attempt that came to an end, in order.
    pub fn scenario_ids(&self) -> impl Iterator<Item = &str> {
        let met = self.scenarios.values().filter(|of| of.stopped.no.count > 0);
        met.map(|of| of.played.id.as_str()).collect::<BTreeSet<_>>().into_iter()
    }

    /// The hashes of the texts of scenarios at which somebody made an attempt.
    pub fn scenario_hashes(&self) -> impl Iterator<Item = &ContentHash> {
        self.scenarios.keys()
    }

    fn covers(&self, scenarios: &[&ScenarioSums], indicators: &[IndicatorOverTime]) -> Covers {
        let shown = |people: usize, figure: u64| match people {
            0 => Shown::Nobody,
            LEAST_PEOPLE.. => Shown::Told(figure),
            _ => Shown::FewerThanFive,
        };
        let (everybody, people) = (self.people.len(), self.gains.people());
        let counted = scenarios.iter().flat_map(|of| &of.months).filter(|(_, sums)| sums.row().people() > 0);
        let months: BTreeSet<Month> = counted.map(|(month, _)| *month).collect();
        let ends = months.first().copied().zip(months.last().copied());
        let stopped = indicators.iter().find(|of| of.indicator == Indicator::StoppedEarly);
        let stopped = stopped.map_or(ShareTold::Nobody, |of| of.whole);
        let all_may_be_told = matches!(stopped, ShareTold::Told(_) | ShareTold::Nobody);
        let told = |may_be: bool, figure: usize| match shown(everybody, figure as u64) {
            Shown::Told(_) if !may_be => Shown::FewerThanFive,
            shown => shown,
        };
        Covers {
            sources: self.sources,
            everybody: told(all_may_be_told && !(1..LEAST_PEOPLE).contains(&(everybody - people)), everybody),
            attempts: told(all_may_be_told, self.seen.len()),
            people: shown(people, people as u64),
            first_attempts: shown(people, self.first_attempts),
            assessed: alone(&self.assessed),
            stopped,
            practice: Shown::of(&self.practice.people, || self.practice.count),
            months: ends.map(|(first, last)| [first, last]),
            again: self.again,
            differing: self.differing.len() as u64,
        }
    }

    fn scenarios_told(&self, scenarios: &[&ScenarioSums], marks: &MarksOf<'_>) -> Vec<ScenarioTold> {
        let stopped: Vec<Row> = scenarios.iter().map(|of| of.stopped.row()).collect();
        let hidden = Hidden::of(&stopped).parts;
        let played = scenarios.iter().zip(hidden).map(|(of, hidden)| {
            let stopped = share(&of.stopped, hidden);
            (of.played.id.as_str(), of.played.title.as_str(), &of.played.hash, stopped, Some(&of.items))
        });
        let in_groups = self.decisions.iter().filter(|(hash, _)| !self.scenarios.contains_key(hash));
        // Only an attempt names its scenario.
        let in_groups =
            in_groups.map(|(hash, of)| (of.scenario.as_str(), of.scenario.as_str(), hash, ShareTold::Nobody, None));
        let all: Vec<_> = played.chain(in_groups).collect();
        let told = all.iter().map(|&(id, title, hash, stopped, items)| {
            let decisions = self.decisions.of(hash);
            let nobody = || ItemTally::new(hash.clone()).statistics(&BTreeMap::new());
            ScenarioTold {
                id: id.to_owned(),
                title: title.to_owned(),
                hash: hash.clone(),
                other_texts: all.iter().filter(|(other, ..)| *other == id).count() > 1,
                stopped,
                marks: marks(hash),
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
fn gaps(groups: &[Group], targets: &Targets, marks: &MarksOf<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for group in groups {
        for (measure, spread) in Measure::ALL.into_iter().zip(&group.whole) {
            let Some(spread) = spread.told() else { continue };
            let of = |strategy: Option<&String>, target: Option<&u8>| {
                let (&target, mean) = (target?, spread.mean);
                let others = others(groups, measure, marks).filter(|_| strategy.is_none());
                Some(Gap { strategy: strategy.cloned(), measure, mean, target, gap: f64::from(target) - mean, others })
            };
            match &group.name {
                GroupName::Everyone => gaps.extend(of(None, targets.measures.get(&measure))),
                GroupName::Strategies(names) if measure == Measure::Overall => {
                    gaps.extend(names.iter().filter_map(|name| of(Some(name), targets.strategies.get(name))));
                }
                GroupName::Strategies(_) | GroupName::Scenario { .. } => {}
            }
        }
    }
    gaps.sort_by(|one, other| other.gap.total_cmp(&one.gap));
    gaps
}

/// What others would come to in the same conversations; `None` where that is not known of one of their scenarios.
fn others(groups: &[Group], measure: Measure, marks: &MarksOf<'_>) -> Option<Others> {
    let Measure::On(dimension) = measure else { return None };
    let (mut attempts, mut guessing, mut expert) = (0, 0, 0);
    for group in groups {
        let GroupName::Scenario { hash, .. } = &group.name else { continue };
        let of_measure = Measure::ALL.into_iter().zip(&group.whole).find(|(of, _)| *of == measure);
        let Some(spread) = of_measure.and_then(|(_, spread)| spread.told()) else { continue };
        let marks = marks(hash)?;
        attempts += spread.attempts;
        guessing += spread.attempts * u64::from(marks.random.get(dimension)?);
        expert += spread.attempts * u64::from(marks.expert.get(dimension)?);
    }
    let mean = |sum: u64| real(sum.into()) / real(attempts.into());
    (attempts > 0).then(|| Others { guessing: mean(guessing), expert: mean(expert) })
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
            whole: match (hidden.whole, indicator) {
                (false, _) => share(&whole, false),
                // How many were not stopped is told beside it.
                (true, Indicator::StoppedEarly) => without_number(bounded(&whole)),
                (true, _) => bounded(&whole),
            },
            months: of_months
                .map(|((&month, sums), &hidden)| (month, share(&sums.indicators[place], hidden)))
                .collect(),
        }
    };
    Indicator::ALL.into_iter().enumerate().map(one).collect()
}

/// By kind of moment. Where one kind alone is of few people it is told that it is; of two it would say too much, since how
/// many moments of all kinds were met is told as well.
fn moments(sums: &BTreeMap<String, YesNo>) -> Vec<(String, ShareTold)> {
    let rows: Vec<Row> = sums.values().map(YesNo::row).collect();
    let hidden = Hidden::of(&rows).parts;
    let one_is_few = rows.iter().filter(|row| row.is_of_few()).count() == 1;
    let told = sums.iter().zip(rows).zip(hidden).map(|(((kind, sums), row), hidden)| {
        let told = if one_is_few && row.is_of_few() { bounded(sums) } else { share(sums, hidden) };
        (kind.clone(), told)
    });
    told.collect()
}

/// What stands in no table whose whole is told.
fn alone(sums: &YesNo) -> ShareTold {
    if sums.row().is_of_few() { bounded(sums) } else { share(sums, false) }
}

fn share(sums: &YesNo, hidden: bool) -> ShareTold {
    match sums.yes.count + sums.no.count {
        0 => ShareTold::Nobody,
        _ if hidden => ShareTold::HeldBack,
        of => ShareTold::Told(Share { yes: sums.yes.count, of }),
    }
}

/// Which side is of few people, where the other is not, or is none.
fn bounded(sums: &YesNo) -> ShareTold {
    let of = Some(sums.yes.count + sums.no.count);
    match [sums.yes.people, sums.no.people].map(|people| (people.are_few(), people.number() == LEAST_PEOPLE)) {
        [(true, _), (_, true)] => ShareTold::Few { of },
        [(_, true), (true, _)] => ShareTold::AllButFew { of },
        _ => ShareTold::HeldBack,
    }
}

const fn without_number(share: ShareTold) -> ShareTold {
    match share {
        ShareTold::Few { .. } => ShareTold::Few { of: None },
        ShareTold::AllButFew { .. } => ShareTold::AllButFew { of: None },
        other => other,
    }
}
