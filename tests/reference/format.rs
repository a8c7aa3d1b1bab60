//! The reference of the format agrees with the code, and its examples are valid.

use std::collections::{BTreeMap, BTreeSet};

use bedside::reference::{self, Format, Lexicon};
use bedside::scenario::Scenario;
use bedside::source::{Documentation, FieldDocumentation, RecordDocumentation};

use super::frame;
use crate::support;

const FOLDER: &str = "docs/reference/format";

#[test]
fn every_field_word_and_condition_has_its_page() {
    let mut folders: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for page in reference::pages(support::rubric()) {
        let (folder, file) = page.path.rsplit_once('/').map_or(("", page.path.as_str()), |parts| parts);
        let name = file.strip_suffix(".md").expect("a page of Markdown");
        let before = folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), page.text);
        assert_eq!(before, None, "two pages at {}", page.path);
    }
    for (folder, pages) in &folders {
        support::folder_holds(format!("{FOLDER}/{folder}").trim_end_matches('/'), pages);
    }
    let kept = std::fs::read_dir(support::root().join(FOLDER)).expect("the folder of pages").filter_map(Result::ok);
    let kept = kept.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let known: BTreeSet<String> = folders.into_keys().filter(|folder| !folder.is_empty()).collect();
    assert_eq!(kept.collect::<BTreeSet<_>>(), known, "a folder of {FOLDER} is of nothing in the code");
}

/// Every field of the format with its record.
fn fields() -> Vec<(&'static RecordDocumentation, &'static FieldDocumentation)> {
    let records = Format::of_scenarios().records;
    records.into_iter().flat_map(|record| record.fields.iter().map(move |field| (record, field))).collect()
}

#[test]
fn every_field_says_what_it_means_and_what_counts_without_it() {
    for (record, field) in fields() {
        let name = format!("`{}` of {}", field.name, record.what);
        is_sentence(&name, field.documentation);
        assert!(field.documentation.example().is_some(), "{name} has no example");
        assert_eq!(
            field.documentation.default().is_none(),
            field.required,
            "{name}: a default belongs to what may be left out"
        );
    }
    let format = Format::of_scenarios();
    format.records.iter().for_each(|record| is_sentence(record.what, record.documentation));
    for list in format.words.iter().chain(&format.shapes) {
        is_sentence(list.what, list.documentation);
        list.entries.iter().for_each(|entry| is_sentence(entry.name, entry.documentation));
    }
}

#[track_caller]
fn is_sentence(name: &str, documentation: Documentation) {
    let summary = documentation.summary();
    assert!(summary.ends_with('.') && summary.len() > 3, "{name}: {summary:?} is no sentence");
}

fn errors(text: &str) -> Vec<String> {
    let report = support::read("example", text).report;
    let errors = report.diagnostics.iter().filter(|found| found.is_error());
    errors.map(|found| format!("{}: {}", found.rule.code, found.message)).collect()
}

#[test]
fn every_example_can_be_read_as_its_field() {
    for (record, field) in fields() {
        let example = field.documentation.example().unwrap_or_default();
        assert!(frame::names(&example).iter().any(|name| name == field.name), "no `{}` in: {example}", field.name);
        let text = frame::scenario_with(record.what, &example);
        assert_eq!(errors(&text), [""; 0], "`{}` of {}:\n{example}\n{text}", field.name, record.what);
    }
}

#[test]
fn an_example_with_a_mistake_would_be_found() {
    for (record, example) in [("a scenario", "hour: 24,"), ("a nudge", "trust: 31,"), ("`looks`", "seat: Sofa,")] {
        assert_ne!(errors(&frame::scenario_with(record, example)), [""; 0], "{example}");
    }
}

#[test]
fn every_condition_can_be_written_as_its_example() {
    for list in Format::of_scenarios().shapes {
        for entry in list.entries {
            let objective = format!("objectives: [(id: \"one\", text: \"One\", met: {})],", entry.written);
            let needs = "patient: (name: \"Martin\", age: 58, pronouns: \"he/him\", about: \"A carpenter.\", looks: (skin: 3, hair: Short, wears: Shirt), feels: (agitation: 45, trust: 40, understanding: 20), needs: [(id: \"pain\", text: \"Pain\")]),";
            let text = frame::scenario_with("a scenario", &format!("{objective}{needs}"));
            assert_eq!(errors(&text), [""; 0], "{}", entry.written);
        }
    }
}

#[test]
fn a_default_written_out_changes_nothing() {
    let mut tried = 0;
    for (record, field) in fields() {
        let Some(default) = field.documentation.default() else { continue };
        let literal = default.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
        let Some(value) = literal.filter(|value| !value.contains('`')) else { continue };
        let without = resolved(&frame::scenario_with(record.what, ""));
        let with = resolved(&frame::scenario_with(record.what, &format!("{}: {value},", field.name)));
        assert_eq!(with, without, "`{}` of {} is not {value} where it is left out", field.name, record.what);
        tried += 1;
    }
    assert!(tried > 10, "only {tried} defaults are values");
}

/// A scenario in full, except for the hash of its text.
fn resolved(text: &str) -> String {
    let mut scenario = Scenario::clone(&support::playable(text));
    scenario.hash = support::rubric().hash.clone();
    format!("{scenario:?}")
}

#[test]
fn the_numbers_in_the_text_are_those_of_the_model() {
    let model = &support::rubric().model;
    let lexicon = Lexicon::new(support::rubric());
    let about = |name: &str| {
        let [entry, ..] = lexicon.find(name)[..] else { panic!("one entry is called {name}") };
        entry.text().replace('\n', " ")
    };
    let (anxious, escalating, crisis) = (model.anxious, model.escalating, model.crisis);
    for (name, expected) in [
        (
            "feels.agitation",
            format!(
                "Below {0} they are calm, from {0} anxious, from {1} escalating, from {2} in crisis",
                anxious.up, escalating.up, crisis.up
            ),
        ),
        ("feels.trust", format!("Below {},", model.low_trust.below)),
        ("feels.understanding", format!("agitation is {} or more", model.too_upset.from)),
        ("needs", format!("agitation rises by {} each turn", model.harshness.open_need)),
        ("baseline", format!("by {} a turn at most", model.drift)),
        ("baseline", format!("If left out: {}, or", model.baseline)),
        ("calm", format!("calm: Agitation below {}.", anxious.up)),
        ("anxious", format!("anxious: Entered at {}, left below {}.", anxious.up, anxious.down)),
        ("escalating", format!("escalating: Entered at {}, left below {}.", escalating.up, escalating.down)),
        ("crisis", format!("crisis: Entered at {}, left below {}.", crisis.up, crisis.down)),
    ] {
        assert!(about(name).contains(&expected), "{name} does not say: {expected}\n{}", about(name));
    }
    assert_eq!(
        (model.low_trust.percent, model.too_upset.percent, model.recovery.turns, model.recovery.percent),
        (50, 50, 3, 150)
    );
}

#[test]
fn the_overview_names_every_field_and_condition() {
    let overview = support::text("docs/scenario-format.md");
    for (record, field) in fields() {
        let named = overview.contains(&format!("`{}`", field.name)) || overview.contains(&format!("{}: ", field.name));
        assert!(named, "docs/scenario-format.md does not name `{}` of {}", field.name, record.what);
    }
    for entry in Format::of_scenarios().shapes.into_iter().flat_map(|list| list.entries) {
        let named =
            [format!("`{}(", entry.name), format!("`{}`", entry.name)].iter().any(|name| overview.contains(name));
        assert!(named, "docs/scenario-format.md does not name `{}`", entry.name);
    }
    for word in Format::of_scenarios().words.into_iter().flat_map(|list| list.entries) {
        assert!(
            overview.contains(&format!("`{}`", word.name)),
            "docs/scenario-format.md does not name `{}`",
            word.name
        );
    }
}
