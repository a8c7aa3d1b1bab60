//! Where the parts of a scenario are written.

use bedside::scenario::{ChoiceId, Places, Scenario, SceneId, Text};
use bedside::source::Span;

use crate::support;

/// What the file says at a place.
fn written(text: &str, place: Span) -> &str {
    text.get(place.start()..place.end()).unwrap_or_default()
}

fn each_scene(scenario: &Scenario) -> impl Iterator<Item = SceneId> {
    scenario.scenes.iter().filter_map(|scene| scenario.find_scene(&scene.id))
}

#[track_caller]
fn check_texts(file: &str, scenario: &Scenario, places: &Places, id: SceneId) {
    let scene = scenario.scene(id);
    let texts: Vec<&Text> =
        std::iter::once(&scene.narration).chain(scene.lines.iter().map(|line| &line.text)).collect();
    for (index, text) in texts.iter().enumerate() {
        for (number, variant) in text.variants.iter().enumerate() {
            let place = written(file, places.variant(id, index, number));
            assert!(place.contains(variant.wordings[0].as_str()), "{} {index} {number}: {place}", scene.id);
            assert_eq!(place.starts_with("(when"), variant.when.is_some(), "{place}");
        }
        let beyond = places.variant(id, index, text.variants.len());
        assert_eq!(written(file, beyond), format!("\"{}\"", scene.id));
    }
}

#[track_caller]
fn check_choice(file: &str, scenario: &Scenario, places: &Places, id: ChoiceId) {
    let choice = scenario.choice(id);
    let quoted = |text: &str| format!("\"{text}\"");
    let own = quoted(&choice.id);
    assert_eq!(written(file, places.choice(id)), own);
    assert_eq!(written(file, places.say(id)), choice.words.say().map_or(own.clone(), quoted));
    assert_eq!(written(file, places.act(id)), choice.words.act().map_or(own.clone(), quoted));
    assert_eq!(written(file, places.why(id)), quoted(&choice.why));
    let first = choice.shows.iter().next().map(|shown| scenario.rubric.behaviour(shown).id.clone());
    let shows = written(file, places.shows(id));
    assert!(first.map_or(shows == own, |first| shows.contains(&first)), "{shows}");
    assert_eq!(written(file, places.when(id)) == own, choice.when.is_none());
    assert!(!written(file, places.then(id)).is_empty());
}

#[test]
fn every_part_of_a_shipped_scenario_has_its_place() {
    for path in support::files("scenarios", "ron") {
        let file = support::text(&path);
        let reading = support::read(support::stem(&path), file.clone());
        let (scenario, places) = (reading.scenario.expect("it is sound"), reading.places.expect("beside the scenario"));
        assert_eq!(written(&file, places.scenario()), format!("\"{}\"", scenario.id));
        for id in each_scene(&scenario) {
            let scene = scenario.scene(id);
            assert_eq!(written(&file, places.scene(id)), format!("\"{}\"", scene.id));
            assert_eq!(written(&file, places.cue(id)), format!("\"{}\"", scene.cue.as_deref().unwrap_or(&scene.id)));
            check_texts(&file, &scenario, &places, id);
            scenario.choices_of(id).for_each(|choice| check_choice(&file, &scenario, &places, choice));
        }
        for (index, objective) in scenario.objectives.iter().enumerate() {
            assert_eq!(written(&file, places.objective(index)), format!("\"{}\"", objective.id));
        }
        for index in 0..scenario.interruptions.len() {
            assert!(!written(&file, places.interruption(index)).is_empty());
        }
    }
}

#[test]
fn a_file_with_errors_has_no_places() {
    let reading = support::read("broken", support::minimal().replace("start: \"morning\"", "start: \"evening\""));
    assert!(reading.scenario.is_none() && reading.places.is_none());
}
