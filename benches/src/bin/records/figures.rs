//! Figures of a report by what they are of, as the report tells them.

use std::collections::BTreeMap;

use bedside::records::report::{Gain, Group, GroupName, Report, Share, ShareTold};
use bedside::records::{Measure, Shown, Spread};

/// Figures by what they are of.
pub type Figures = BTreeMap<String, f64>;

/// What an item comes to is summed up in thousandths.
const THOUSANDTH: f64 = 1e-3;

/// Holds that each figure of a report is as it was counted, and, where nothing is held back since enough people are behind
/// everything, that none is missing. Of decisions a report tells only those that nearly all have met.
pub fn hold_same(told: &Figures, counted: &Figures, nothing_held_back: bool) {
    for (what, figure) in told {
        let expected = counted.get(what).unwrap_or_else(|| panic!("{what} is told to be {figure}, and nobody has it"));
        let off = if what.starts_with("decision") { THOUSANDTH } else { 1e-9 * expected.abs().max(1.0) };
        assert!((figure - expected).abs() <= off, "{what} is told to be {figure}, and is {expected}");
    }
    let missing = counted.keys().find(|what| !what.starts_with("decision") && !told.contains_key(*what));
    assert!(missing.is_none() || !nothing_held_back, "{missing:?} is not told");
    assert!(told.keys().any(|what| what.starts_with("decision")), "no decision is told of");
}

/// What a report tells; of months, if it leaves nothing out of them.
pub fn told(report: &Report, of_months: bool) -> Figures {
    let mut figures = Figures::new();
    let covers = &report.covers;
    for (what, figure) in
        [("people", covers.people), ("first attempts", covers.first_attempts), ("practice", covers.practice)]
    {
        figures.extend(figure.told().map(|&figure| (what.to_owned(), real(figure))));
    }
    for Group { name, whole, months } in &report.groups {
        let groups = match name {
            GroupName::Everyone => vec!["everyone".to_owned()],
            GroupName::Strategies(strategies) => strategies.iter().map(|strategy| strategy_named(strategy)).collect(),
            GroupName::Scenario { id, .. } => vec![scenario_named(id)],
        };
        for group in groups {
            spreads(&mut figures, &group, whole);
            for (month, of_month) in months.iter().filter(|_| of_months) {
                spreads(&mut figures, &format!("{group}, {month}"), of_month);
            }
        }
    }
    for of in &report.indicators {
        share(&mut figures, of.indicator.label(), &of.whole);
        for (month, of_month) in of.months.iter().filter(|_| of_months) {
            share(&mut figures, &format!("{}, {month}", of.indicator.label()), of_month);
        }
    }
    for (what, of) in report.moments.iter().chain(&report.survey) {
        share(&mut figures, what, of);
    }
    for (measure, gain) in &report.gains.gains {
        if let Some(Gain { people, before, after, sd, .. }) = gain.told() {
            gained(&mut figures, *measure, [real(*people), *before, *after, *sd]);
        }
    }
    for scenario in &report.scenarios {
        for ending in &scenario.items.endings {
            let what = ending_named(&scenario.id, &ending.scene);
            figures.extend(ending.attempts.told().map(|&attempts| (what, real(attempts))));
        }
        for item in &scenario.items.items {
            let what = decision_named(&scenario.id, &item.scene);
            figures.insert(format!("{what}: met"), real(item.met));
            figures.insert(format!("{what}: difficulty"), item.difficulty);
            figures.extend(item.correlation.map(|with_rest| (format!("{what}: correlation"), with_rest.r)));
            for option in &item.options {
                let what = format!("{what}, {}", option.option);
                figures.insert(format!("{what}: offered"), real(option.offered));
                figures.extend(option.taken.told().map(|&taken| (format!("{what}: taken"), real(taken))));
            }
        }
    }
    figures
}

fn spreads(figures: &mut Figures, group: &str, measured: &[Shown<Spread>; 4]) {
    for (measure, spread) in Measure::ALL.into_iter().zip(measured) {
        let Some(Spread { attempts, mean, sd, quartiles }) = spread.told() else { continue };
        scores(figures, &format!("{group}, {}", measure.label()), real(*attempts), *mean, *sd, *quartiles);
    }
}

pub fn scores(figures: &mut Figures, what: &str, attempts: f64, mean: f64, sd: f64, quartiles: [u8; 3]) {
    let of = [("attempts", attempts), ("mean", mean), ("sd", sd)];
    figures.extend(of.map(|(which, figure)| (format!("{what}: {which}"), figure)));
    for (which, quartile) in ["lower quartile", "median", "upper quartile"].into_iter().zip(quartiles) {
        figures.insert(format!("{what}: {which}"), quartile.into());
    }
}

pub fn share(figures: &mut Figures, what: &str, share: &ShareTold) {
    if let Some(Share { yes, of }) = share.told() {
        figures.insert(format!("{what}: yes"), real(*yes));
        figures.insert(format!("{what}: of"), real(*of));
    }
}

pub fn gained(figures: &mut Figures, measure: Measure, of: [f64; 4]) {
    for (which, figure) in ["people", "before", "after", "sd"].into_iter().zip(of) {
        figures.insert(format!("gain, {}: {which}", measure.label()), figure);
    }
}

pub fn strategy_named(strategy: &str) -> String {
    format!("strategy {strategy}")
}

pub fn scenario_named(id: &str) -> String {
    format!("scenario {id}")
}

pub fn ending_named(id: &str, scene: &str) -> String {
    format!("ending of {id}, {scene}")
}

pub fn decision_named(id: &str, scene: &str) -> String {
    format!("decision of {id}, {scene}")
}

#[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
pub const fn real(number: u64) -> f64 {
    number as f64
}
