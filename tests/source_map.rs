//! Where the parts of a scenario are written.

use bedside::scenario::{ChoiceId, Scenario, SceneId, SourceMap};
use bedside::source::Span;

use crate::support;

/// What the file says at a span.
fn written(text: &str, span: Span) -> &str {
    text.get(span.start()..span.end()).unwrap_or_default()
}

fn each_scene(scenario: &Scenario) -> impl Iterator<Item = SceneId> {
    scenario.scenes.iter().filter_map(|scene| scenario.find_scene(&scene.id))
}

#[track_caller]
fn check_texts(file: &str, scenario: &Scenario, source_map: &SourceMap, id: SceneId) {
    let scene = scenario.scene(id);
    for (index, text) in scenario.texts_of(id).map(|text| text.text).enumerate() {
        for (number, variant) in text.variants.iter().enumerate() {
            let found = written(file, source_map.variant(id, index, number));
            assert!(found.contains(variant.wordings[0].as_str()), "{} {index} {number}: {found}", scene.id);
            // A hub, and a line that may be left out, add conditions to all of a text, which stand elsewhere.
            let added = scene.hub.is_some() || text.variants.iter().all(|variant| variant.when.is_some());
            let written = found.starts_with("(when");
            assert!(
                if added { !written || variant.when.is_some() } else { written == variant.when.is_some() },
                "{found}"
            );
        }
        let beyond = source_map.variant(id, index, text.variants.len());
        assert_eq!(written(file, beyond), format!("\"{}\"", scene.id));
    }
}

#[track_caller]
fn check_choice(file: &str, scenario: &Scenario, source_map: &SourceMap, id: ChoiceId) {
    let choice = scenario.choice(id);
    let quoted = |text: &str| format!("\"{text}\"");
    let own = quoted(&choice.id);
    assert_eq!(written(file, source_map.choice(id)), own);
    assert_eq!(written(file, source_map.say(id)), choice.words.say().map_or(own.clone(), quoted));
    assert_eq!(written(file, source_map.act(id)), choice.words.act().map_or(own.clone(), quoted));
    assert_eq!(written(file, source_map.why(id)), quoted(&choice.why));
    let first = choice.shows.iter().next().map(|shown| scenario.rubric.behaviour(shown).id.clone());
    let shows = written(file, source_map.shows(id));
    assert!(first.map_or(shows == own, |first| shows.contains(&first)), "{shows}");
    assert_eq!(written(file, source_map.when(id)) == own, choice.when.is_none());
    assert!(!written(file, source_map.then(id)).is_empty());
}

#[test]
fn every_part_of_a_shipped_scenario_has_its_span() {
    for path in support::files("scenarios", "ron") {
        let file = support::text(&path);
        let reading = support::read(support::stem(&path), file.clone());
        let (scenario, source_map) =
            (reading.scenario.expect("it is sound"), reading.source_map.expect("beside the scenario"));
        assert_eq!(written(&file, source_map.scenario()), format!("\"{}\"", scenario.id));
        for id in each_scene(&scenario) {
            let scene = scenario.scene(id);
            assert_eq!(written(&file, source_map.scene(id)), format!("\"{}\"", scene.id));
            let kinds: Vec<&str> = scene.moment.iter().map(|kind| scenario.rubric.moment(*kind).id.as_str()).collect();
            let moment = written(&file, source_map.moment(id));
            match kinds[..] {
                [] => assert_eq!(moment, format!("\"{}\"", scene.id)),
                [one] => assert_eq!(moment, one),
                _ => assert_eq!(moment, format!("[{}]", kinds.join(", "))),
            }
            check_texts(&file, &scenario, &source_map, id);
            scenario.choices_of(id).for_each(|choice| check_choice(&file, &scenario, &source_map, choice));
        }
        for (index, objective) in scenario.objectives.iter().enumerate() {
            assert_eq!(written(&file, source_map.objective(index)), format!("\"{}\"", objective.id));
        }
        for index in 0..scenario.interruptions.len() {
            assert!(!written(&file, source_map.interruption(index)).is_empty());
        }
    }
}

#[test]
fn a_file_with_errors_has_no_source_map() {
    let reading = support::read("broken", support::minimal().replace("start: \"morning\"", "start: \"evening\""));
    assert!(reading.scenario.is_none() && reading.source_map.is_none());
}
