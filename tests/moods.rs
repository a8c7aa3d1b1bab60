//! What is told of somebody's face is what is drawn of it.

use bedside::scenario::Passage;

use crate::support::shipped;

/// What narration may say of eyes, tears and smiles, and the moods in which the picture shows something else.
const AGAINST: &[(&[&str], &[&str])] = &[
    (
        &["in tears", "He cries", "She cries", "He weeps", "She weeps"],
        &["sad", "withdrawn", "pleased", "relieved", "thoughtful", "absorbed"],
    ),
    (
        &["He smiles", "She smiles", "He laughs", "She laughs", ", and laughs", ", and smiles"],
        &["sad", "tearful", "crying", "in_pain", "afraid", "ashamed", "guarded", "withdrawn"],
    ),
    (&["looks at you", "looks up at you", "meets your eye"], &["ashamed", "withdrawn", "absorbed", "crying", "sad"]),
    (&["looks away", "at the floor", "looks down"], &["relieved", "pleased", "afraid"]),
    (
        &["eyes are shut", "shuts his eyes", "shuts her eyes", "closes both eyes"],
        &["afraid", "pleased", "relieved", "guarded"],
    ),
];

/// Where it is somebody else who does so.
const OTHERS: &[&str] = &["two-hours-in/pink-one"];

fn contradictions(passage: &Passage) -> Vec<String> {
    let Some(mood) = &passage.mood else { return Vec::new() };
    let wordings = passage.narration.variants.iter().flat_map(|variant| &variant.wordings);
    let mut found = Vec::new();
    for told in wordings {
        for (words, moods) in AGAINST {
            if moods.contains(&mood.as_str()) && words.iter().any(|words| told.contains(words)) {
                found.push(format!("{mood}: {told}"));
            }
        }
    }
    found
}

#[test]
fn no_mood_of_a_shipped_scenario_contradicts_what_is_told() {
    let mut found = Vec::new();
    for scenario in shipped() {
        for id in scenario.scene_ids() {
            let answers = scenario.choices_of(id).filter_map(|choice| scenario.choice(choice).answer());
            let passages = std::iter::once(&scenario.scene(id).passage).chain(answers);
            found.extend(
                passages
                    .flat_map(contradictions)
                    .map(|one| format!("{}/{}: {one}", scenario.id, scenario.scene(id).id)),
            );
        }
    }
    found.retain(|one| !OTHERS.iter().any(|other| one.starts_with(other)));
    assert!(found.is_empty(), "{found:#?}");
}
