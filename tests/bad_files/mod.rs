//! Files with mistakes, annotated with the diagnostics that they expect, on the line above the bad one:
//!
//! ```text
//! //~ error unknown-field 9-12: is not a field of a scene
//!         cues: "He looks away.",
//! ```
//!
//! After `//~` come `error` or `warning`, the code and, where they matter, the first and the last column, and a
//! part of the message or of a hint. Several annotations may be above one line. `//~+2` is about the second line after it, and
//! `//~@1` about line 1. What is found must be what is expected: all of it, and nothing else. All roads are
//! explored where a file expects a diagnostic that depends on them.

mod annotations;
mod hostile;

use bedside::fairness::ROAD_RULES;
use bedside::rules::rules;
use bedside::source::{Rule, Severity};

use crate::support;
use annotations::{Found, expected};

#[test]
fn bad_files_get_what_they_expect_and_nothing_else() {
    let mut wrong = Vec::new();
    for path in support::files("tests/scenarios/bad", "ron") {
        let text = support::text(&path);
        let expected = expected(&text);
        assert!(!expected.is_empty(), "{}: nothing is expected", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let of_roads = expected.iter().any(|it| ROAD_RULES.iter().any(|rule| rule.code == it.code));
        let reading = if of_roads { support::checked_on_all_roads(&name, text) } else { support::checked(&name, text) };
        let found = Found::of(&reading.report);
        let as_announced = found.len() == expected.len() && expected.iter().zip(&found).all(|(said, it)| said.fits(it));
        let errors = found.iter().any(|it| it.severity == Severity::Error);
        if !as_announced || reading.scenario.is_some() == errors {
            wrong.push(format!("expected: {expected:#?}\nfound:\n{}", support::rendered(&reading.report)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A mistake that most likely follows from another is told after it, wherever it stands.
#[test]
fn causes_are_told_before_what_follows_from_them() {
    let reading = support::read("copied-scene", support::text("tests/scenarios/bad/copied-scene.ron"));
    let told: Vec<&str> = reading.report.diagnostics.iter().map(|found| found.rule.code).collect();
    assert_eq!(told, ["unknown-behaviour", "duplicate-id", "unknown-scene"], "{}", support::rendered(&reading.report));
}

#[test]
fn every_code_has_a_bad_file_of_its_name() {
    // A bug of Bedside itself, and limits that only a huge file exceeds: tested in `hostile`.
    let huge = ["unresolved", "too-deep", "too-large", "too-many-errors", "too-many-values"];
    let in_a_scenario = |rule: &&&Rule| {
        let context = rule.before().map(|example| example.context).unwrap_or_default();
        ["the file", "the scenario", "the patient", "a scene", "a choice", "each of eight scenes"]
            .iter()
            .any(|of| context.starts_with(of))
    };
    let mut missing = Vec::new();
    for rule in rules().iter().filter(in_a_scenario).filter(|rule| !huge.contains(&rule.code)) {
        let path = format!("tests/scenarios/bad/{}.ron", rule.code);
        let there = support::root().join(&path).is_file();
        if !there || expected(&support::text(&path)).iter().all(|expected| expected.code != rule.code) {
            missing.push(rule.code);
        }
    }
    assert!(missing.is_empty(), "no file in tests/scenarios/bad is named after and expects {missing:?}");
}

#[test]
fn good_files_have_nothing_wrong_with_them() {
    for path in support::files("tests/scenarios/good", "ron") {
        let name = support::stem(&path).to_owned();
        assert_eq!(support::sound(&name, support::text(&path)).id, name);
    }
}

#[test]
fn shipped_scenarios_have_nothing_wrong_with_them() {
    for scenario in support::shipped() {
        assert!(support::root().join(format!("scenarios/{}.ron", scenario.id)).exists(), "{}", scenario.id);
    }
}
