//! What strangers see of an option.

use bedside::analysis::strategy::{Strategy, results};

use crate::support;

/// The options of one decision: id, and what is said or done.
const OPTIONS: [(&str, &str); 7] = [
    ("first", "say: \"Indeed I understand\""),
    ("sentences", "say: \"Yes. So. It is. Now.\""),
    ("commas", "say: \"Well, so, then, it is\""),
    ("asks", "say: \"Why? When? Tell me\""),
    ("ends", "say: \"Mr. Bell has pain?\""),
    ("acts", "act: \"Sit down\", say: \"Here I am and I stay\""),
    ("you", "say: \"You have your tablets with you\""),
];

#[test]
fn each_surface_strategy_sees_its_feature_in_the_words() {
    let options =
        OPTIONS.map(|(id, words)| format!("(id: \"{id}\", {words}, shows: [], why: \"So.\", then: \"{id}\"),"));
    let endings =
        OPTIONS.map(|(id, _)| format!("\"{id}\": (ending: (title: \"{id}\", kind: Good, thought: \"Well.\")),"));
    let minimal = support::minimal();
    let (head, _) = minimal.split_once("    start:").expect("the least scenario starts somewhere");
    let scenes = format!("\"one\": (patient: \"Well?\", choices: [{}]), {}", options.concat(), endings.concat());
    let scenario = support::playable(format!("{head}    start: \"one\",\n    scenes: {{ {scenes} }},\n)"));
    let results = results(&scenario, 1, 0);
    for (strategy, taken) in [
        (Strategy::MostSentences, "sentences"),
        (Strategy::FewestSentences, "first"),
        (Strategy::MostCommas, "commas"),
        (Strategy::MostQuestions, "asks"),
        (Strategy::EndsInAQuestion, "ends"),
        (Strategy::HasAnAction, "acts"),
        (Strategy::MostYou, "you"),
        (Strategy::FewestI, "sentences"),
        (Strategy::ShortestWords, "sentences"),
        (Strategy::Longest, "you"),
    ] {
        let result = results.iter().find(|result| result.strategy == strategy).expect("every strategy is played");
        assert_eq!(result.endings[0].scene, taken, "{strategy:?}");
    }
}
