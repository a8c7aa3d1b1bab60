//! Tests of statements.

use std::collections::BTreeSet;

use serde_json::Value;

use super::context::timestamp;
use super::*;
use crate::records::export::json_lines::Fault;
use crate::records::samples;

fn settings(version: Version, words: bool) -> Settings {
    Settings { version, home_page: "https://training.example.org".parse().expect("a home page"), words }
}

fn values(outcome: &Outcome, settings: &Settings) -> Vec<Value> {
    let all = statements(outcome, settings);
    all.iter().map(|statement| serde_json::to_value(statement).expect("plain data")).collect()
}

fn without_words(version: Version) -> Settings {
    settings(version, false)
}

#[test]
fn an_outcome_comes_back_from_the_statement_of_its_attempt_and_from_no_other() {
    for outcome in samples::outcomes() {
        for version in Version::ALL {
            let mut all = values(&outcome, &without_words(version));
            let attempt = all.pop().expect("one");
            let back = outcome_of(&attempt).expect("it carries one").expect("as it was written");
            assert_eq!(back, outcome.clone().without_words());
            assert!(all.iter().all(|choice| outcome_of(choice).is_none()));
            assert_eq!(all.len(), outcome.decisions.len());
        }
    }
}

#[test]
fn what_a_statement_carries_can_be_damaged_or_of_a_later_version() {
    let statement = values(&samples::outcome(), &without_words(Version::V1_0_3)).pop().expect("one");
    let with = |field: &str, value: Value| {
        let mut statement = statement.clone();
        statement["result"]["extensions"][Extension::Outcome.iri()][field] = value;
        outcome_of(&statement).expect("it carries one")
    };
    assert!(with("seed", "7".into()).is_ok_and(|outcome| outcome.seed == 7));
    assert!(with("seed", 7.into()).is_ok_and(|outcome| outcome.seed == 7));
    assert!(matches!(with("seed", "x".into()), Err(Fault::Damaged(_))));
    assert!(matches!(with("form", 9.into()), Err(Fault::LaterForm(9))));
    assert!(matches!(with("kind", "comment".into()), Err(Fault::Damaged(_))));
    assert!(outcome_of(&Value::Null).is_none());
}

#[test]
fn no_words_leave_that_were_not_asked_for() {
    for outcome in samples::outcomes().iter().filter(|outcome| !outcome.own_words.is_empty()) {
        let text =
            |words| serde_json::to_string(&statements(outcome, &settings(Version::V2_0_0, words))).expect("data");
        for words in ["I am here", "ask first", "SUM(A1)"] {
            assert!(!text(false).contains(words) && text(true).contains(words), "{words}");
        }
        let [all, fewer] = [true, false].map(|words| statements(outcome, &settings(Version::V2_0_0, words)));
        assert_eq!(all.len(), fewer.len() + 3);
        assert!(fewer.iter().all(|statement| all.contains(statement)), "asking for words changes no other statement");
    }
}

#[test]
fn statements_are_the_same_each_time_and_their_ids_are_their_own() {
    let mut ids = BTreeSet::new();
    for outcome in samples::outcomes() {
        let [one, two] = Version::ALL.map(|version| statements(&outcome, &settings(version, true)));
        assert_eq!(one, statements(&outcome, &settings(Version::V1_0_3, true)));
        assert!(one.iter().zip(&two).all(|(one, two)| one.id() == two.id()), "versions say the same");
        for statement in &one {
            assert_eq!(statement.id().get_version_num(), 5);
            assert!(ids.insert(statement.id()));
        }
    }
    let first = statements(&samples::outcome(), &without_words(Version::V2_0_0));
    assert_eq!(
        first[0].id().to_string(),
        "2884dc18-dd37-5171-86c6-5ef244a442c4",
        "ids must never change: a store would count twice"
    );
}

#[test]
fn the_versions_differ_in_their_version_alone() {
    let outcome = samples::outcome();
    let [one, mut two] = Version::ALL.map(|version| values(&outcome, &without_words(version)));
    for statement in &mut two {
        assert_eq!(statement.as_object_mut().expect("an object").remove("version"), Some("2.0.0".into()));
    }
    assert_eq!(one, two);
}

#[test]
fn an_attempt_says_how_it_ended_and_what_its_lowest_score_was() {
    for outcome in samples::outcomes() {
        let statement = values(&outcome, &without_words(Version::V1_0_3)).pop().expect("one");
        let (verb, result) = (&statement["verb"]["id"], &statement["result"]);
        let ended = outcome.ending.is_some();
        assert_eq!(*verb, if ended { Verb::Completed.iri() } else { Verb::Terminated.iri() });
        assert_eq!((&result["completion"], &result["success"]), (&ended.into(), &outcome.passed.into()));
        assert_eq!(result["duration"], "PT12M34.21S");
        assert_eq!(statement["timestamp"], timestamp(outcome.ended));
        assert_eq!(statement["actor"]["account"]["name"], outcome.person.to_string());
        assert!(statement["actor"].get("name").is_none());
        let scores = [outcome.scores.empathy, outcome.scores.clarity, outcome.scores.de_escalation];
        let lowest = scores.into_iter().flatten().min();
        assert_eq!(result["score"]["scaled"].as_f64(), lowest.map(|score| f64::from(score) / 100.0));
    }
}

#[test]
fn a_choice_says_what_was_on_offer_and_what_came_of_it() {
    let mut outcome = samples::outcome();
    outcome.decisions[1].late = true;
    outcome.decisions[1].at = None;
    let all = values(&outcome, &without_words(Version::V1_0_3));
    for (made, statement) in outcome.decisions.iter().zip(&all) {
        let extension = |extension: Extension| &statement["result"]["extensions"][extension.iri()];
        assert_eq!(statement["result"]["response"], made.choice.as_str());
        assert_eq!(*extension(Extension::Offered), serde_json::json!(made.offered));
        assert_eq!(*extension(Extension::Behaviours), serde_json::json!(made.behaviours));
        assert_eq!(extension(Extension::Points)["highest"]["clarity"], made.highest.clarity);
        assert_eq!(extension(Extension::Feelings)["stage"], made.after.stage.word());
        assert_eq!(statement["context"]["registration"], outcome.attempt.to_string());
        assert_eq!(statement["context"]["contextActivities"]["category"][0]["id"], PROFILE);
    }
    assert_eq!(all[0]["verb"]["id"], Verb::Responded.iri());
    assert_eq!(all[1]["verb"]["id"], Verb::Ignored.iri());
    assert_eq!(all[1]["timestamp"], timestamp(outcome.began), "no time was measured");
    assert!(all[0]["timestamp"].as_str() > all[1]["timestamp"].as_str());
}

#[test]
fn a_clock_that_was_set_back_and_scores_that_were_not_exercised_leave_gaps() {
    let mut outcome = samples::outcome();
    std::mem::swap(&mut outcome.began, &mut outcome.ended);
    outcome.scores = crate::debrief::Scores::default();
    outcome.decisions[0].at = Some(u64::MAX);
    let all = values(&outcome, &without_words(Version::V2_0_0));
    let result = &all.last().expect("one")["result"];
    assert!(result.get("duration").is_none() && result.get("score").is_none());
    assert_eq!(all[0]["timestamp"], timestamp(outcome.began));
}
