//! The facilitator's guide.

use bedside::group::{Agenda, Handout, Item, checklist, guide};
use bedside::shared::SharedText;

use crate::support::shipped;

fn words(guide: &Handout) -> String {
    let of = |item: &Item| match item {
        Item::Text(text) => text.clone(),
        Item::Labelled(label, text) => format!("{label} {text}"),
        Item::List(items) => items.join("\n"),
        Item::Table { rows, .. } => rows.iter().flatten().cloned().collect::<Vec<_>>().join("\n"),
        Item::Lines(label, _) => (*label).to_owned(),
        _ => String::new(),
    };
    guide.sections.iter().flat_map(|section| section.items.iter().map(of)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_guide_to_each_scenario_has_its_pauses_its_checklist_and_its_sources() {
    for scenario in shipped() {
        let guide = guide(&scenario, Agenda::HOUR);
        let words = words(&guide);
        let scenes = scenario.scene_ids().map(|id| scenario.scene(id));
        let prompts: Vec<_> = scenes.flat_map(|scene| scene.pause.iter()).collect();
        assert!(!prompts.is_empty(), "{}", scenario.id);
        let notes = scenario.facilitator.as_ref().expect("what ships has notes");
        let behaviours = checklist(&scenario);
        assert!((8..=12).contains(&behaviours.len()), "{}", scenario.id);
        let expected = prompts.into_iter().map(SharedText::as_str);
        let expected = expected.chain(notes.split("\n\n")).chain(behaviours.iter().map(|one| one.says.as_str()));
        for expected in expected.chain([scenario.briefing.as_str()]) {
            assert!(words.contains(expected.trim()), "{}: {expected}", scenario.id);
        }
        assert_eq!(guide.content_note, scenario.content_note);
        assert!(words.contains("60 minutes in all"), "{}", scenario.id);
    }
}

#[test]
fn no_single_option_can_be_told_by_the_checklist() {
    for scenario in shipped() {
        for behaviour in checklist(&scenario) {
            let id = scenario.rubric.find(&behaviour.id).expect("it is of the rubric");
            let shown = scenario.choices.iter().filter(|choice| choice.shows.contains(id)).count();
            assert!(shown >= 3, "{}: {} is shown by {shown}", scenario.id, behaviour.id);
        }
    }
}
