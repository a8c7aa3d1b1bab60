//! The scenarios that ship: guessing does not score well, and skill does.

use std::fmt::Write as _;

use bedside::analysis::strategy::{PLAYS, StrategyResult, results, unfair};
use bedside::rubric::Dimension;

use crate::support;

/// The results, one line per strategy.
fn table(results: &[StrategyResult]) -> String {
    let mut table =
        format!("{:24}{:>9}{:>9}{:>9}{:>7}{:>7}  endings\n", "", "empathy", "clarity", "de-esc.", "mean", "pass");
    for result in results {
        let _ = write!(table, "{:24}", result.strategy.label());
        for dimension in Dimension::ALL {
            let mean = result.scores.get(dimension).map_or("–".to_owned(), |score| format!("{:.1}", score.mean));
            let _ = write!(table, "{mean:>9}");
        }
        let _ = write!(table, "{:>7.1}{:>6.1}%  ", result.scores.mean.unwrap_or(f64::NAN), 100.0 * result.passed);
        for ending in &result.endings {
            let _ = write!(table, "{} {:.0}%, ", ending.scene, 100.0 * ending.share);
        }
        table.push('\n');
    }
    table
}

#[test]
fn every_shipped_scenario_tells_trainees_apart_and_is_no_guess() {
    let mut wrong = String::new();
    for scenario in support::shipped() {
        let results = results(&scenario, PLAYS, 1);
        let found = unfair(&scenario, &results);
        if !found.is_empty() {
            let _ = writeln!(wrong, "\n{}\n{}", scenario.id, table(&results));
            for unfair in found {
                let _ = writeln!(wrong, "{unfair}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
