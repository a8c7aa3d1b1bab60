//! Searches scenes by their ids, by the ids of their choices, and by words.

use crate::scenario::{Scenario, SceneId, Text};

/// The scenes that contain every word of `wanted` in an id or a text, in the order written; none if there are no words.
#[must_use]
pub fn found(scenario: &Scenario, wanted: &str) -> Vec<SceneId> {
    let words: Vec<String> = wanted.to_lowercase().split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let ids = scenario.scene_ids();
    ids.filter(|&id| {
        let text = all_words(scenario, id);
        words.iter().all(|word| text.contains(word.as_str()))
    })
    .collect()
}

/// All ids and texts of a scene, in lower case.
fn all_words(scenario: &Scenario, id: SceneId) -> String {
    let scene = scenario.scene(id);
    let mut all = scene.id.to_string();
    let mut add = |words: &str| {
        all.push('\n');
        all.push_str(words);
    };
    scenario.texts_of(id).map(|text| text.text).flat_map(wordings).for_each(&mut add);
    scene.cue.iter().for_each(|cue| add(cue));
    scene.moment.iter().for_each(|kind| add(&scenario.rubric.moment(*kind).id));
    if let Some(ending) = scenario.ending(id) {
        add(&ending.title);
        add(&ending.thought);
    }
    for choice in scenario.choices_of(id).map(|choice| scenario.choice(choice)) {
        let words = [Some(choice.id.as_str()), choice.words.act(), choice.words.say(), Some(&choice.why)];
        words.into_iter().flatten().for_each(&mut add);
    }
    all.to_lowercase()
}

fn wordings(text: &Text) -> impl Iterator<Item = &str> {
    text.variants.iter().flat_map(|variant| &variant.wordings).map(crate::shared::SharedText::as_str)
}
