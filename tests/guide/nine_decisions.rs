//! The guide's longer example is a conversation of nine decisions: without errors or warnings, on all roads too, and no
//! answer, gate or flag can be lost from it unnoticed.

use std::collections::BTreeSet;
use std::sync::Arc;

use bedside::plan;
use bedside::scenario::{Scene, SceneContent};
use bedside::source::{Report, Source};

use super::growing;
use crate::support;

const EXAMPLE: &str = "docs/examples/the-four-ten";

fn written() -> String {
    support::text(format!("{EXAMPLE}.ron"))
}

/// What is said of a text of the example, by the checks or else by its plan.
fn told(text: &str) -> String {
    let reading = support::checked("the-four-ten.ron", text);
    match reading.scenario {
        Some(scenario) if reading.report.diagnostics.is_empty() => {
            let source = Source::new("the-four-ten.plan", support::text(format!("{EXAMPLE}.plan")));
            let found = plan::read(&source).map_or_else(|found| found, |plan| plan::run(&plan, &Arc::new(scenario)));
            if found.is_empty() { String::new() } else { support::rendered(&Report::new(source, found)) }
        }
        _ => support::rendered(&reading.report),
    }
}

#[test]
fn the_example_is_sound_on_all_roads_and_goes_as_its_plan_says() {
    let report = support::checked_on_all_roads("the-four-ten.ron", written()).report;
    assert!(report.diagnostics.is_empty(), "{}", support::rendered(&report));
    assert!(!written().contains("allow:"), "a warning is silenced");
    assert_eq!(told(&written()), "");
}

#[test]
fn the_example_has_what_the_guide_says_of_it() {
    let text = written();
    assert!(text.lines().count() <= 350, "{} lines", text.lines().count());
    let asked = |call: &str| text.match_indices(call).any(|(at, _)| !text[..at].ends_with(char::is_alphabetic));
    assert!(!asked("Chose("), "an answer says it better");
    assert!(asked("MinutesSinceChose("), "no promise comes due by the clock");
    let scenario = support::sound("the-four-ten.ron", &text);
    let (endings, decisions): (Vec<&Scene>, Vec<&Scene>) =
        scenario.scenes.iter().partition(|scene| matches!(scene.content, SceneContent::Ending(_)));
    assert_eq!((decisions.len(), endings.len()), (9, 5));
    let hubs: Vec<_> = scenario.scenes.iter().filter_map(|scene| scene.hub.as_ref()).collect();
    assert_eq!(hubs.iter().map(|hub| (hub.topics.len(), hub.times)).collect::<Vec<_>>(), [(4, Some(3))]);
    let unanswered: BTreeSet<_> =
        scenario.choices.iter().filter(|choice| choice.answer().is_none()).map(|choice| &choice.id).collect();
    assert!(unanswered.is_empty(), "{unanswered:?}");
}

#[test]
fn no_answer_gate_or_flag_of_the_example_can_be_lost_unnoticed() {
    for (field, least) in [("answer", 28), ("instead", 4), ("sets", 6)] {
        let without = growing::each_without(&written(), field).expect("the example can be read");
        assert!(without.len() >= least, "only {} times `{field}`", without.len());
        for (line, text) in without {
            assert_ne!(told(&text), "", "nothing tells that `{field}` is gone from line {line}");
        }
    }
}
