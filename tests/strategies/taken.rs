//! How often choices, their ways and gates are taken by a developing trainee.

use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{Analysis, Effort, analyse};
use bedside::chart::{gate_taken_in_words, way_taken_in_words};
use bedside::scenario::Scenario;

use crate::support;

/// One way in; one gate that never closes and one that always does; a branch that never holds, and a draw of one in
/// four.
fn ways() -> Arc<Scenario> {
    let text = support::minimal();
    let (head, _) = text.split_once("scenes: {").expect("it has scenes");
    support::playable(format!(
        "{head}scenes: {{
        \"morning\": (patient: \"Yes.\", choices: [
            (id: \"ask\", say: \"Why?\", shows: [open_question], why: \"So.\", then: \"told\"),
            (id: \"argue\", say: \"No.\", shows: [argues], why: \"So.\", then: \"told\", when: Below(trust, 5)),
        ]),
        \"told\": (
            instead: [(when: Below(trust, 5), to: \"silent\"), (when: AtLeast(trust, 10), to: \"other\")],
            patient: \"Yes.\",
            choices: [(id: \"on\", act: \"Go on.\", shows: [], why: \"So.\", then: \"better\")],
        ),
        \"silent\": (patient: \"Yes.\", choices: [(id: \"on\", act: \"Go on.\", shows: [], why: \"So.\", then: \"better\")]),
        \"other\": (patient: \"Yes.\", choices: [(id: \"on\", act: \"Go on.\", shows: [], why: \"So.\", then: [
            (when: Below(trust, 5), to: \"silent\"), (chance: [(1, \"better\"), (3, \"worse\")]),
        ])]),
        \"better\": (ending: (title: \"Better\", kind: Good, thought: \"Well.\")),
        \"worse\": (ending: (title: \"Worse\", kind: Poor, thought: \"Well.\")),
    }},\n)"
    ))
}

fn analysed(plays: u32) -> Analysis {
    analyse(&ways(), &Effort { plays, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) })
}

#[test]
fn what_always_and_what_never_happens_is_told_exactly() {
    let analysis = analysed(2_000);
    assert_eq!(analysis.watched, 1_000, "half of the plays are watched");
    let taken = |scene: &str, choice: &str| {
        let of = analysis.choices.iter().find(|one| one.scene == scene && one.choice == choice).expect("it is there");
        let played = "it was played";
        let ways = of.ways.iter().map(|way| way.taken.expect(played));
        (of.taken.expect(played), ways.collect::<Vec<_>>())
    };
    assert_eq!(taken("morning", "ask"), (1.0, vec![1.0]));
    assert_eq!(taken("morning", "argue"), (0.0, vec![0.0]));
    assert_eq!(taken("told", "on").0, 0.0, "the gate before it leads elsewhere");
    let gates: Vec<Option<f64>> = analysis.gates.iter().map(|gate| gate.taken).collect();
    assert_eq!(gates, [Some(0.0), Some(1.0)]);
    let (on, ways) = taken("other", "on");
    let [never, rare, often] = ways[..] else { panic!("{ways:?}") };
    assert_eq!((on, never, rare + often), (1.0, 0.0, 1.0));
    // Three standard deviations of a thousand draws.
    assert!((rare - 0.25).abs() < 0.042, "{rare}");
}

#[test]
fn a_choice_is_told_of_in_a_line() {
    let analysis = analysed(2_000);
    let told: Vec<String> = analysis.choices.iter().take(2).map(ToString::to_string).collect();
    // Two points of empathy, one of clarity and one of de-escalation: agitation falls by 6, of which the 15 of 50 points of
    // room to the baseline leave 1, and drifts down by 2; trust rises by 9, understanding by 6.
    assert_eq!(
        told,
        [
            "after it: agitation 27, trust 49, understanding 26; taken in 100 % of a developing trainee\u{2019}s plays",
            "a developing trainee never takes it"
        ]
    );
}

#[test]
fn each_way_and_each_gate_is_told_of_in_a_line() {
    let (scenario, analysis) = (ways(), analysed(2_000));
    let scene = |id| scenario.find_scene(id).expect("it is there");
    let other = scenario.find_choice(scene("other"), "on").expect("it is there");
    let found = &analysis.choices[other.index()];
    let told: Vec<String> = found.ways.iter().map(|way| way_taken_in_words(&scenario, other, way)).collect();
    assert_eq!(told[0], "silent, if trust < 5: never");
    assert!(told[1].starts_with("better, by chance: 2") && told[2].starts_with("worse, by chance: 7"), "{told:?}");
    let guarded = scene("told");
    let gates = (0..3).filter_map(|index| Some((index, analysis.gate(&scenario, guarded, index)?)));
    let told: Vec<String> = gates.map(|(index, gate)| gate_taken_in_words(&scenario, guarded, index, gate)).collect();
    assert_eq!(told, ["silent, if trust < 5: never", "other, if trust \u{2265} 10: 100 %"]);
    assert_eq!(analysis.gate(&scenario, scenario.start, 0), None, "no gate guards the first scene");
}

#[test]
fn where_nothing_was_played_nothing_is_said_to_happen_never() {
    let analysis = analyse(&ways(), &Effort::usual(NonZero::<usize>::MIN, &|_| false));
    assert_eq!(analysis.watched, 0);
    assert!(analysis.choices.iter().all(|choice| choice.taken.is_none()));
    assert!(analysis.choices.iter().flat_map(|choice| &choice.ways).all(|way| way.taken.is_none()));
    assert!(analysis.gates.iter().all(|gate| gate.taken.is_none()));
    assert_eq!(analysis.choices[0].to_string(), "there were no plays");
}
