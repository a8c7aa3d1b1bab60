//! The same figures counted from the attempts, without any of the sums that a report is made from.

use std::collections::{BTreeMap, BTreeSet};

use bedside::records::report::{Indicator, Month, Share, ShareTold};
use bedside::records::{DecisionMade, Measure, Outcome, PersonId, Timestamp};
use bedside::rubric::Dimension;
use bedside::scenario::EndingKind;

use crate::figures::{
    Figures, decision_named, ending_named, gained, real, scenario_named, scores, share, strategy_named,
};

/// From so many people on in each month of each scenario a report leaves nothing out of a month.
const FULL: usize = 50;

/// Attempts as they are counted, kept whole as far as figures follow from them.
#[derive(Default)]
pub struct Attempts {
    practice: u64,
    people: BTreeMap<PersonId, Vec<(Timestamp, [Option<u8>; 3])>>,
    /// Every score, by whose and by which measure.
    scores: BTreeMap<String, Vec<u8>>,
    /// How often it was so, and how often it could have been.
    shares: BTreeMap<String, [u64; 2]>,
    counts: BTreeMap<String, u64>,
    /// The share that each attempt gained at a decision, and in all others.
    decisions: BTreeMap<String, Vec<[f64; 2]>>,
    /// Who is behind each month of each scenario.
    pieces: BTreeMap<(Month, String), BTreeSet<PersonId>>,
}

impl Attempts {
    pub fn add(&mut self, outcome: &Outcome) {
        if !outcome.first {
            self.practice += 1;
            return;
        }
        let month = Month::of(outcome.ended);
        let indicators = |indicator: &Indicator| outcome.came_to_an_end() || *indicator == Indicator::StoppedEarly;
        for indicator in Indicator::ALL.into_iter().filter(indicators) {
            let [yes, of] = indicator_of(indicator, outcome);
            self.share(indicator.label().to_owned(), yes, of);
            self.share(format!("{}, {month}", indicator.label()), yes, of);
        }
        let Some(ending) = outcome.ending.as_ref() else { return };
        let id = &outcome.scenario.id;
        let scores = Dimension::ALL.map(|dimension| outcome.scores.get(dimension));
        self.people.entry(outcome.person).or_default().push((outcome.ended, scores));
        self.pieces.entry((month, id.clone())).or_default().insert(outcome.person);
        let strategies = outcome.scenario.practises.iter().map(|strategy| strategy_named(strategy));
        let mut groups: Vec<String> = strategies.chain(["everyone".to_owned(), scenario_named(id)]).collect();
        let in_month: Vec<String> = groups.iter().map(|group| format!("{group}, {month}")).collect();
        groups.extend(in_month);
        for group in groups {
            for measure in Measure::ALL {
                if let Some(score) = measure.of(&outcome.scores) {
                    self.scores.entry(format!("{group}, {}", measure.label())).or_default().push(score);
                }
            }
        }
        for moment in &outcome.moments {
            moment.kinds.iter().for_each(|kind| self.share(kind.to_string(), u64::from(moment.met), 1));
        }
        for item in &outcome.survey {
            self.share(item.id.to_string(), u64::from(item.top_box), 1);
        }
        self.count(ending_named(id, &ending.scene));
        self.add_decisions(id, &outcome.decisions);
    }

    fn add_decisions(&mut self, id: &str, decisions: &[DecisionMade]) {
        let scenes: BTreeSet<&str> = decisions.iter().map(|made| &*made.scene).collect();
        for scene in scenes {
            let what = decision_named(id, scene);
            let (here, elsewhere): (Vec<&DecisionMade>, _) = decisions.iter().partition(|made| made.scene == scene);
            for made in &here {
                made.offered.iter().for_each(|option| self.count(format!("{what}, {option}: offered")));
                self.count(format!("{what}, {}: taken", made.choice));
            }
            self.count(format!("{what}: met"));
            if let Some(own) = gained_share(&here) {
                let rest = gained_share(&elsewhere).unwrap_or(f64::NAN);
                self.decisions.entry(what).or_default().push([own, rest]);
            }
        }
    }

    fn share(&mut self, what: String, yes: u64, of: u64) {
        let share = self.shares.entry(what).or_default();
        *share = [share[0] + yes, share[1] + of];
    }

    fn count(&mut self, what: String) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// Whether a report leaves nothing out of any month.
    pub fn fill_months(&self) -> bool {
        self.pieces.values().all(|people| people.len() >= FULL)
    }

    pub fn figures(&self) -> Figures {
        let mut figures = Figures::new();
        figures.insert("people".to_owned(), real(self.people.len() as u64));
        figures.insert("first attempts".to_owned(), real(self.people.values().map(Vec::len).sum::<usize>() as u64));
        figures.insert("practice".to_owned(), real(self.practice));
        for (what, all) in &self.scores {
            let mut all = all.clone();
            all.sort_unstable();
            // The lowest score that so many quarters of all do not exceed.
            let quartiles = [1, 2, 3].map(|quarter| all[(quarter * all.len()).div_ceil(4) - 1]);
            let [mean, sd] = mean_and_sd(&all.iter().copied().map(f64::from).collect::<Vec<_>>());
            scores(&mut figures, what, real(all.len() as u64), mean, sd, quartiles);
        }
        for (what, [yes, of]) in &self.shares {
            share(&mut figures, what, &ShareTold::Told(Share { yes: *yes, of: *of }));
        }
        figures.extend(self.counts.iter().map(|(what, count)| (what.clone(), real(*count))));
        for (place, dimension) in Dimension::ALL.into_iter().enumerate() {
            gained(&mut figures, Measure::On(dimension), self.gain(place));
        }
        for (what, all) in &self.decisions {
            let [own, rest] = [0, 1].map(|side| all.iter().map(|both| both[side]).collect::<Vec<f64>>());
            figures.insert(format!("{what}: difficulty"), mean_and_sd(&own)[0]);
            figures.insert(format!("{what}: correlation"), correlation(&own, &rest));
        }
        if !self.fill_months() {
            let months: BTreeSet<Month> = self.pieces.keys().map(|(month, _)| *month).collect();
            figures.retain(|what, _| !months.iter().any(|month| what.contains(&format!(", {month}"))));
        }
        figures
    }

    /// From each person's earliest attempt to the latest: how many, the means before and after, and how the gains spread.
    fn gain(&self, place: usize) -> [f64; 4] {
        let (mut before, mut after, mut gains) = (Vec::new(), Vec::new(), Vec::new());
        for attempts in self.people.values().filter(|attempts| attempts.len() > 1) {
            let earliest = attempts.iter().min_by_key(|(ended, _)| *ended).expect("two");
            let latest = attempts.iter().max_by_key(|(ended, _)| *ended).expect("two");
            if let (Some(first), Some(last)) = (earliest.1[place], latest.1[place]) {
                before.push(first.into());
                after.push(last.into());
                gains.push(f64::from(last) - f64::from(first));
            }
        }
        [real(gains.len() as u64), mean_and_sd(&before)[0], mean_and_sd(&after)[0], mean_and_sd(&gains)[1]]
    }
}

/// How often it was so in an attempt, and how often it could have been.
fn indicator_of(indicator: Indicator, outcome: &Outcome) -> [u64; 2] {
    let ended = |kind| outcome.ending.as_ref().is_some_and(|ending| ending.kind == kind);
    let of_all = |all: &[bool]| [all.iter().filter(|met| **met).count() as u64, all.len() as u64];
    match indicator {
        Indicator::StoppedEarly => of_all(&[!outcome.came_to_an_end()]),
        Indicator::Passed => of_all(&[outcome.passed]),
        Indicator::EndedWell => of_all(&[ended(EndingKind::Good)]),
        Indicator::EndedUnsafe => of_all(&[ended(EndingKind::Unsafe)]),
        Indicator::MomentsMet => of_all(&outcome.moments.iter().map(|moment| moment.met).collect::<Vec<_>>()),
        Indicator::ObjectivesMet => of_all(&outcome.objectives.values().copied().collect::<Vec<_>>()),
        Indicator::NextTime => of_all(&[!outcome.notes.next_time.is_empty()]),
    }
}

/// The share of the points that could be gained at some decisions, over all dimensions; `None` where there were none.
fn gained_share(decisions: &[&DecisionMade]) -> Option<f64> {
    let (mut gained, mut possible) = (0, 0);
    for DecisionMade { points, lowest, highest, .. } in decisions {
        for dimension in Dimension::ALL {
            gained += points[dimension] - lowest[dimension];
            possible += highest[dimension] - lowest[dimension];
        }
    }
    (possible > 0).then(|| f64::from(gained) / f64::from(possible))
}

/// The mean, and the standard deviation with n − 1.
fn mean_and_sd(all: &[f64]) -> [f64; 2] {
    let n = real(all.len() as u64);
    let mean = all.iter().sum::<f64>() / n;
    let squares: f64 = all.iter().map(|one| (one - mean).powi(2)).sum();
    [mean, (squares / (n - 1.0).max(1.0)).sqrt()]
}

/// Pearson's, of the pairs that are whole.
fn correlation(own: &[f64], rest: &[f64]) -> f64 {
    let (own, rest): (Vec<f64>, Vec<f64>) = own.iter().zip(rest).filter(|(_, rest)| !rest.is_nan()).unzip();
    let [[own_mean, own_sd], [rest_mean, rest_sd]] = [mean_and_sd(&own), mean_and_sd(&rest)];
    let products: f64 = own.iter().zip(&rest).map(|(own, rest)| (own - own_mean) * (rest - rest_mean)).sum();
    products / (real(own.len() as u64) - 1.0) / (own_sd * rest_sd)
}
