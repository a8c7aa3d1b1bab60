//! The documentation of diagnostics is complete and up to date, and its examples do what they say.

pub(crate) mod embedded;
#[cfg(all(unix, feature = "cli"))]
mod files;
mod format;
mod frame;
mod lexicon;
mod links;
#[cfg(feature = "records")]
mod records;

use std::collections::BTreeMap;

use bedside::reference::table_of_moves;
use bedside::rules::{self, rules};
use bedside::source::{Example, Rule, Severity};

use crate::support;
use embedded::{can_look_in, found_in};

/// This one reports a fault in Bedside itself, so it has no example.
const WITHOUT_EXAMPLE: &str = "unresolved";

#[test]
fn every_diagnostic_has_its_page() {
    let mut pages: BTreeMap<String, String> =
        rules().iter().map(|rule| (rule.code.to_owned(), rules::page(rule))).collect();
    pages.insert("README".to_owned(), rules::index());
    support::folder_holds("docs/reference/diagnostics", &pages);
}

#[test]
fn the_guide_says_how_each_behaviour_moves_the_patient() {
    support::page_holds("docs/authoring.md", "moves", &table_of_moves(support::rubric()));
}

#[test]
fn no_two_rules_have_one_code() {
    let codes: Vec<&str> = rules().iter().map(|rule| rule.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
}

#[test]
fn every_rule_says_why_it_matters() {
    for rule in rules() {
        let headings: Vec<&str> = rule.documentation.lines().filter(|line| line.starts_with("## ")).collect();
        let example: &[&str] = if rule.code == WITHOUT_EXAMPLE { &[] } else { &["## Before", "## After"] };
        assert_eq!(headings, [&["## Why it matters"], example].concat(), "{}", rule.code);
        assert!(rule.documentation.summary().ends_with('.'), "{}: {}", rule.code, rule.documentation.summary());
    }
}

#[test]
fn every_example_breaks_its_rule_and_the_mended_one_does_not() {
    let mut wrong = Vec::new();
    for rule in rules().iter().filter(|rule| rule.code != WITHOUT_EXAMPLE) {
        let (before, after) = (rule.before().expect("before"), rule.after().expect("after"));
        if !can_look_in(&before) {
            continue;
        }
        let found = found_in(&before);
        if !found.contains(rule) {
            wrong.push(complaint(rule, "before", &before, &found));
        }
        let found = found_in(&after);
        if found.iter().any(|broken| broken.severity == Severity::Error || broken == rule) {
            wrong.push(complaint(rule, "after", &after, &found));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn complaint(rule: &Rule, which: &str, example: &Example, found: &[&Rule]) -> String {
    let start: String = example.text.chars().take(400).collect();
    let codes: Vec<&str> = found.iter().map(|rule| rule.code).take(10).collect();
    format!("{}, {which}, in {}:\n{start}found: {codes:?}\n", rule.code, example.context)
}
