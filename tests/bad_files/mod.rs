//! Files with mistakes in them, which they announce themselves, on the line above the bad one:
//!
//! ```text
//! //~ error unknown-field 9-12: is not a field of a scene
//!         cues: "He looks away.",
//! ```
//!
//! After `//~` stand `error` or `warning`, the code and, where they matter, the first and the last
//! column, and a part of what is said. Several may stand above one line. `//~+2` speaks of the
//! second line after it, and `//~@1` of line 1. What is found must be what is announced: all of it,
//! and nothing else.

mod annotations;
mod hostile;

use std::collections::BTreeSet;

use bedside::scenario::SCENARIO_CODES;
use bedside::source::{READING_CODES, SYNTAX_CODES, Severity};

use crate::support;
use annotations::{Found, announced};

#[test]
fn bad_files_get_what_they_announce_and_nothing_else() {
    let mut wrong = Vec::new();
    for path in support::files("tests/scenarios/bad", "ron") {
        let text = support::text(&path);
        let announced = announced(&text);
        assert!(!announced.is_empty(), "{}: nothing is announced", path.display());
        let reading = support::read(&path.file_name().unwrap_or_default().to_string_lossy(), text);
        let found = Found::of(&reading.report);
        let as_announced =
            found.len() == announced.len() && announced.iter().zip(&found).all(|(said, it)| said.fits(it));
        let errors = found.iter().any(|it| it.severity == Severity::Error);
        if !as_announced || reading.scenario.is_some() == errors {
            wrong.push(format!("announced: {announced:#?}\nfound:\n{}", support::told(&reading.report)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_bad_file() {
    // A fault of Bedside itself, and bounds that only a huge file breaks: tested in `hostile`.
    let elsewhere = ["unresolved", "too-deep", "too-large", "too-many-errors", "too-many-values"];
    let announced: BTreeSet<String> = support::files("tests/scenarios/bad", "ron")
        .iter()
        .flat_map(|path| announced(&support::text(path)))
        .map(|announced| announced.code)
        .collect();
    let codes = || [SYNTAX_CODES, READING_CODES, SCENARIO_CODES].into_iter().flatten().map(|(code, _)| *code);
    let missing: Vec<&str> = codes().filter(|code| !announced.contains(*code) && !elsewhere.contains(code)).collect();
    assert!(missing.is_empty(), "no file in tests/scenarios/bad announces {missing:?}");
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
