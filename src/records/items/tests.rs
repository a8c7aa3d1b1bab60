//! How often a wrong key is found, and how often a sound scenario is suspected, with simulated trainees on what ships.
//!
//! `BEDSIDE_SEEDS=200 cargo test --no-default-features --features records --lib -- items::tests --nocapture` measures the
//! figures of `docs/notes/statistics.md`; without it a tenth of the seeds are played.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Disagreed, ItemStatistics, ItemTally, Reason, Standing};
use crate::records::Outcome;
use crate::records::people::Shown;
use crate::records::samples::shipped;
use crate::records::simulated::{Luck, Simulated, WrongKey};
use crate::scenario::Scenario;

/// The attempts of one sample.
const ATTEMPTS: usize = 200;

fn statistics<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>, scenario: &Scenario) -> ItemStatistics {
    let mut tally = ItemTally::new(scenario.hash.clone());
    for outcome in outcomes {
        assert!(tally.add(outcome), "it is a first attempt");
    }
    tally.statistics(&BTreeMap::new())
}

/// How many samples were drawn, and in how many of them something was found.
#[derive(Default, Debug)]
struct Rates {
    samples: u32,
    /// Sound samples in which anything was found.
    false_alarms: u32,
    /// Samples with a wrong key, and those in which it was found.
    planted: u32,
    found: u32,
    /// Samples with a wrong key in which another item was suspected.
    beside: u32,
}

fn measured(scenario: &Arc<Scenario>, seeds: u64) -> Rates {
    let mut rates = Rates::default();
    for seed in 0..seeds {
        let mut luck = Luck::of(seed);
        let sample: Vec<Simulated> = luck.attempts(scenario, ATTEMPTS);
        let sound = statistics(sample.iter().map(|simulated| &simulated.outcome), scenario);
        assert_eq!(sound.standing, Standing::Stable);
        rates.samples += 1;
        rates.false_alarms += u32::from(!sound.findings.is_empty());
        let scene = &sound.items[luck.below(sound.items.len())].scene;
        let Some(key) = WrongKey::in_scene(scenario, scene, &sample) else { continue };
        let keyed: Vec<Outcome> = sample.iter().map(|simulated| key.applied(scenario, simulated)).collect();
        let findings = statistics(&keyed, scenario).findings;
        let against = |reason: &Reason| matches!(reason, Reason::AgainstTheRest { .. });
        rates.planted += 1;
        rates.found += u32::from(findings.iter().any(|found| found.scene == *scene && against(&found.reason)));
        rates.beside += u32::from(findings.iter().any(|found| found.scene != *scene));
    }
    rates
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are asked for by a variable")]
fn a_wrong_key_is_found_and_a_sound_scenario_is_not_suspected() {
    let full = std::env::var("BEDSIDE_SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    let seeds = full.unwrap_or(20);
    let mut all = Rates::default();
    for scenario in shipped() {
        let rates = measured(&scenario, seeds);
        if full.is_some() {
            println!("{} {rates:?}", scenario.id);
        }
        all.samples += rates.samples;
        all.false_alarms += rates.false_alarms;
        all.planted += rates.planted;
        all.found += rates.found;
        all.beside += rates.beside;
    }
    if full.is_some() {
        println!("all {all:?}");
    }
    assert!(100 * all.false_alarms <= 5 * all.samples, "{all:?}");
    assert!(100 * all.found >= 85 * all.planted && 2 * all.planted > all.samples, "{all:?}");
    assert!(100 * all.beside <= 5 * all.planted, "{all:?}");
}

#[test]
fn nothing_is_told_of_few_attempts_nor_of_few_people() {
    let scenario = &shipped()[0];
    let sample = Luck::of(1).attempts(scenario, 120);
    let of = |count: usize, people: usize| {
        let mut outcomes: Vec<Outcome> = sample[..count].iter().map(|simulated| simulated.outcome.clone()).collect();
        let persons: Vec<_> = outcomes.iter().map(|outcome| outcome.person).collect();
        for (place, outcome) in outcomes.iter_mut().enumerate() {
            outcome.person = persons[place % people];
        }
        statistics(&outcomes, scenario)
    };
    assert_eq!(of(29, 29).standing, Standing::Hidden);
    assert!(of(29, 29).items.is_empty() && of(29, 29).endings.is_empty());
    assert_eq!(of(30, 30).standing, Standing::Unstable);
    assert!(of(99, 99).findings.is_empty());
    assert_eq!(of(100, 100).standing, Standing::Stable);
    assert_eq!((of(120, 4).standing, of(120, 4).attempts), (Standing::Hidden, Shown::FewerThanFive));
}

#[test]
fn what_is_no_first_attempt_at_this_text_does_not_count() {
    let scenarios = shipped();
    let mut outcome = Luck::of(1).attempts(&scenarios[0], 1).remove(0).outcome;
    assert!(!ItemTally::new(scenarios[1].hash.clone()).add(&outcome), "another scenario");
    outcome.first = false;
    assert!(!ItemTally::new(scenarios[0].hash.clone()).add(&outcome), "played again");
    outcome.first = true;
    outcome.decisions.clear();
    assert!(!ItemTally::new(scenarios[0].hash.clone()).add(&outcome), "nothing was decided");
}

#[test]
fn the_order_of_the_attempts_makes_no_difference() {
    let scenario = &shipped()[1];
    let sample = Luck::of(7).attempts(scenario, 150);
    let forwards = statistics(sample.iter().map(|simulated| &simulated.outcome), scenario);
    let backwards = statistics(sample.iter().rev().map(|simulated| &simulated.outcome), scenario);
    assert_eq!(forwards, backwards);
}

#[test]
fn no_option_that_few_people_took_can_be_worked_out() {
    for (seed, scenario) in (0..).zip(shipped()) {
        let sample = Luck::of(seed).attempts(&scenario, 60);
        let told = statistics(sample.iter().map(|simulated| &simulated.outcome), &scenario);
        for item in &told.items {
            let hidden = item.options.iter().filter(|option| option.taken == Shown::FewerThanFive).count();
            assert_ne!(hidden, 1, "{}: a single one follows from the others", item.scene);
            for option in &item.options {
                assert!(option.taken.told().is_none_or(|&taken| taken >= 5), "{option:?}");
                let thirds = [option.bottom, option.top];
                let few = thirds.iter().any(|third| third.told().is_some_and(|third| (1..5).contains(&third.taken)));
                assert!(!few, "{option:?}");
            }
        }
    }
}

#[test]
fn a_key_that_half_of_the_groups_doubt_is_to_be_looked_at() {
    let scenario = &shipped()[0];
    let sample = Luck::of(3).attempts(scenario, 150);
    let mut tally = ItemTally::new(scenario.hash.clone());
    for simulated in &sample {
        assert!(tally.add(&simulated.outcome));
    }
    let scene = tally.statistics(&BTreeMap::new()).items[0].scene.clone();
    let doubted = |disagreed, sessions| {
        let told = tally.statistics(&[(scene.clone(), Shown::Told(Disagreed { disagreed, sessions }))].into());
        told.findings.iter().any(|finding| matches!(finding.reason, Reason::KeyDoubted(_)))
    };
    assert!(doubted(3, 5) && doubted(3, 6));
    assert!(!doubted(2, 5), "too few doubt it");
}
