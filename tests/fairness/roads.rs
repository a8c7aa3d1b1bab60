//! Rules of fairness that need an analysis of all roads.

use std::num::NonZero;

use bedside::analysis::{Analysis, Effort, Part, PartKind, Proof, analyse};
use bedside::fairness::{ROAD_RULES, check_roads};
use bedside::scenario::{Reading, Scenario, SourceMap};
use bedside::source::{Example, Rule};

use crate::reference::embedded::in_scenario;
use crate::support::{self, rendered};

/// The rule with this code.
#[track_caller]
fn rule(code: &str) -> &'static Rule {
    ROAD_RULES.iter().find(|rule| rule.code == code).expect("a rule of all roads")
}

/// The text of an example in its context.
#[track_caller]
fn example(example: Option<Example>) -> String {
    let example = example.expect("the rule has an example");
    in_scenario(&example.context, &example.text)
}

/// A scenario with its source map and its analysis.
#[track_caller]
fn analysed(text: &str) -> (Scenario, SourceMap, Analysis) {
    let Reading { scenario, source_map, report, .. } = support::read("analysed", text);
    let (Some(scenario), Some(source_map)) = (scenario, source_map) else { panic!("{}", rendered(&report)) };
    let effort = Effort { plays: 10, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) };
    let analysis = analyse(&scenario, &effort);
    (scenario, source_map, analysis)
}

/// The codes that the analysis and the strategies report for a text, each once.
#[track_caller]
fn codes(text: &str) -> Vec<&'static str> {
    let reading = support::checked_on_all_roads("codes", text);
    let mut codes: Vec<&str> = reading.report.diagnostics.iter().map(|found| found.rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn a_counter_example_is_told_with_its_road() {
    let hints = |text: &str| {
        let (scenario, source_map, analysis) = analysed(text);
        let found = check_roads(&scenario, &source_map, &analysis).found;
        let stuck = found.iter().find(|found| found.rule.code == "stuck");
        stuck.map(|stuck| stuck.hints.clone()).expect("it gets stuck")
    };
    let before = example(rule("stuck").before());
    assert_eq!(hints(&before)[0], "the road there: `ask`");
    assert_eq!(hints(&before.replace("start: \"morning\"", "start: \"noon\""))[0], "it is so from the start");
    let by_chance = before.replace("then: \"noon\"", "then: [(chance: [(1, \"noon\"), (1, \"better\")])]");
    assert_eq!(hints(&by_chance)[0], "the road there: `ask > noon`");
}

#[test]
fn who_guesses_is_told_of_with_the_decisions_that_help() {
    let (scenario, source_map, analysis) = analysed(&example(rule("guesser-passes").before()));
    let found = check_roads(&scenario, &source_map, &analysis).found;
    let hints = |strategy: &str| {
        let one = found.iter().find(|found| found.message.contains(strategy)).expect("it scores");
        assert_eq!(one.rule.code, "guesser-passes");
        one.hints.clone()
    };
    assert_eq!(hints("Always the first")[0], "it finds the best option in `morning`, `noon`, `evening`");
    let easy = example(rule("guesser-passes").before()).replace("shows: []", "shows: [validates, explores_concern]");
    let (scenario, source_map, analysis) = analysed(&easy);
    let found = check_roads(&scenario, &source_map, &analysis).found;
    let random = found.iter().find(|found| found.message.contains("At random")).expect("two of three are good");
    assert_eq!(random.hints[0], "most options are nearly as good as the best in `morning`, `noon`, `evening`");
}

#[test]
fn what_stands_in_a_scene_that_is_not_reached_is_not_spoken_of() {
    let before = example(rule("scene-never-reached").before());
    let (_, _, analysis) = analysed(&before);
    assert!(matches!(analysis.proved.every_choice_on_offer, Proof::Missing(_)), "the choice of that scene");
    assert_eq!(codes(&before), ["scene-never-reached"]);
}

#[test]
fn a_scene_that_nothing_leads_to_is_told_of_once() {
    assert_eq!(codes(&support::text("tests/scenarios/bad/unreachable-scene.ron")), ["unreachable-scene"]);
}

#[test]
fn what_is_not_known_is_not_said() {
    let (scenario, source_map, mut analysis) = analysed(&support::minimal());
    let decided = check_roads(&scenario, &source_map, &analysis).decided;
    assert_eq!(decided.len(), ROAD_RULES.len() - 1, "no stranger was sent");
    let better = PartKind::Scene(scenario.find_scene("better").expect("a scene"));
    analysis.proved.every_ending_reached = Proof::Unknown(vec![Part { kind: better, name: "better".to_owned() }]);
    analysis.strategies.clear();
    analysis.simulated.clear();
    let findings = check_roads(&scenario, &source_map, &analysis);
    assert!(findings.found.is_empty());
    assert_eq!(findings.decided.len(), ROAD_RULES.len() - 5);
}

#[test]
fn an_entry_that_allows_what_is_not_known_is_not_in_vain() {
    let allow = "allow: [(code: \"ending-never-reached\", reason: \"For a later one.\")],\n    title:";
    let text = support::minimal().replacen("title:", allow, 1);
    assert_eq!(codes(&text), ["unused-allow"]);
    let reading = support::checked("allowed", text);
    assert!(reading.report.diagnostics.is_empty(), "without all roads nobody can tell");
}

#[test]
fn a_sketch_may_be_guessed() {
    assert!(codes(&support::minimal()).is_empty());
}
