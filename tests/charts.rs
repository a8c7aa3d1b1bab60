//! Charts of scenarios: what leads where, and that they can be read.

use std::collections::BTreeSet;

use bedside::chart::{Chart, Effect, NodeKind, Reach, Unreached, write_dot, write_mermaid, write_svg};
use bedside::scenario::{Scenario, Target};

use crate::support;

fn drawn(scenario: &Scenario) -> Chart {
    Chart::draw(scenario, &Unreached::default())
}

/// The minimal scenario with more scenes: one that nothing leads to, one that leads to itself and back
/// up, and an interruption that leaves the talk.
fn crooked() -> String {
    let more = r#"
        "attic": (
            patient: "Nobody comes here.",
            choices: [
                (id: "up", say: "Up.", shows: [], why: "So.", then: "better"),
                (id: "down", say: "Down.", shows: [], why: "So.", then: "better"),
            ],
        ),
        "circle": (
            patient: "Again?",
            choices: [
                (id: "again", say: "Again.", shows: [argues], why: "So.", then: "circle"),
                (id: "back", say: "Back.", shows: [], why: "So.", then: [(when: AtLeast(agitation, 90), to: "morning"), (chance: [(2, "better"), (1, "circle")])]),
                (id: "on", say: "On.", shows: [], when: Shown(argues), why: "So.", then: "better"),
            ],
        ),
        "alarm": (
            breaks_in: AtLeast(agitation, 99),
            patient: "Ah!",
            choices: [
                (id: "stay", say: "I stay.", shows: [calm_tone], why: "So.", then: Resume),
                (id: "run", act: "Run.", shows: [ignores_cue], why: "So.", then: "better"),
            ],
        ),
        "better": (ending:"#;
    support::minimal()
        .replace("\n        \"better\": (ending:", more)
        .replace("why: \"You left.\", then: \"better\"", "why: \"You left.\", then: \"circle\"")
}

#[test]
fn every_way_of_a_scenario_is_an_edge_once() {
    for scenario in support::shipped() {
        let chart = drawn(&scenario);
        let branches = scenario.choices.iter().flat_map(|choice| &choice.then.branches);
        let ways: usize = branches.map(|branch| branch.to.len()).sum();
        let gates: usize = scenario
            .scenes
            .iter()
            .filter_map(|scene| scenario.find_scene(&scene.id))
            .map(|id| scenario.gates(id).len())
            .sum();
        assert_eq!(chart.edges.len(), ways + gates, "{}", scenario.id);
        let mut on_links: Vec<usize> = chart.links.iter().flat_map(|link| link.edges.iter().copied()).collect();
        on_links.sort_unstable();
        assert_eq!(on_links, (0..chart.edges.len()).collect::<Vec<_>>(), "{}", scenario.id);
        for link in &chart.links {
            for edge in chart.edges_of(link) {
                assert_eq!(chart.nodes[link.from].kind, NodeKind::Scene(edge.from));
                match (edge.to, chart.nodes[link.to].kind) {
                    (Target::Scene(to), NodeKind::Scene(drawn) | NodeKind::Elsewhere(drawn)) => assert_eq!(to, drawn),
                    (Target::Resume, NodeKind::Back) => {}
                    other => panic!("{}: {} ends in {other:?}", scenario.id, edge.name),
                }
            }
        }
    }
}

#[test]
fn in_the_picture_of_a_shipped_scenario_nothing_stands_on_anything_else() {
    for scenario in support::shipped() {
        let chart = drawn(&scenario);
        let nodes = chart.nodes.iter().map(|node| (node.name.as_str(), node.area));
        let labels = chart.links.iter().map(|link| (chart.edges[link.edges[0]].label.as_str(), link.label));
        let mut areas: Vec<_> = nodes.chain(labels).collect();
        for (index, (name, area)) in areas.iter().enumerate() {
            for (other_name, other) in &areas[..index] {
                assert!(!area.overlaps(*other), "{}: {name} and {other_name}", scenario.id);
            }
            assert!(area.left >= 0 && area.right() <= chart.width, "{}: {name}", scenario.id);
            assert!(area.top >= 0 && area.bottom() <= chart.height, "{}: {name}", scenario.id);
        }
        // The area for interruptions does not overlap the rest.
        assert_eq!(chart.apart.is_some(), chart.nodes.iter().any(|node| node.apart), "{}", scenario.id);
        let Some(apart) = chart.apart else { continue };
        let inside: BTreeSet<&str> =
            areas.drain(..).filter(|(_, area)| area.overlaps(apart)).map(|(name, _)| name).collect();
        let expected = chart.nodes.iter().filter(|node| node.apart).map(|node| node.name.as_str());
        let links = chart.links.iter().filter(|link| chart.nodes[link.from].apart);
        let expected: BTreeSet<&str> =
            expected.chain(links.map(|link| chart.edges[link.edges[0]].label.as_str())).collect();
        assert_eq!(inside, expected, "{}", scenario.id);
    }
}

#[test]
fn a_line_goes_down_unless_it_leads_back() {
    let scenario = support::playable(crooked());
    let chart = drawn(&scenario);
    let back: Vec<_> = chart
        .links
        .iter()
        .filter(|link| link.back)
        .map(|link| (chart.nodes[link.from].name.as_str(), chart.nodes[link.to].name.as_str()))
        .collect();
    assert_eq!(back, [("circle", "morning")]);
}

#[test]
fn a_need_is_open_or_not_open() {
    let chart = drawn(&support::corridor("two-hours-in"));
    assert!(chart.edges.iter().any(|edge| edge.label.ends_with("on offer if need pain not open")));
}

#[test]
fn effect_chance_condition_and_reach_stand_on_the_lines() {
    let scenario = support::playable(crooked());
    let chart = drawn(&scenario);
    let rows: Vec<&str> = chart.edges.iter().map(|edge| edge.label.as_str()).collect();
    let expected = [
        "+ ask",
        "\u{2212} go",
        "\u{b1} up",
        "\u{b1} down",
        "\u{2212} again",
        "\u{b1} back \u{b7} if agitation \u{2265} 90",
        "\u{b1} back \u{b7} 2 in 3 \u{b7} otherwise",
        "\u{b1} back \u{b7} 1 in 3 \u{b7} otherwise",
        "\u{b1} on \u{b7} on offer if shown argues",
        "+ stay",
        "\u{2212} run",
    ];
    assert_eq!(rows, expected);
    let unreached: Vec<_> = chart
        .nodes
        .iter()
        .filter(|node| node.reach != Reach::Open)
        .map(|node| (node.name.as_str(), node.tag.as_str()))
        .collect();
    assert_eq!(unreached, [("attic", "(nothing leads here)")]);
    let apart: Vec<&str> = chart.nodes.iter().filter(|node| node.apart).map(|node| node.name.as_str()).collect();
    assert_eq!(apart, ["alarm", "\u{2190} back to the talk", "\u{2192} better"]);
    assert_eq!(chart.unreached(), (1, 0));
}

#[test]
fn what_no_road_reaches_is_marked_where_it_is_known() {
    let scenario = support::playable(crooked());
    let (circle, better) = (scenario.find_scene("circle"), scenario.find_scene("better"));
    let (circle, better) = (circle.expect("a scene"), better.expect("a scene"));
    let on = scenario.find_choice(circle, "on").expect("a choice");
    let unreached = Unreached { scenes: [better].into(), choices: [on].into() };
    let chart = Chart::draw(&scenario, &unreached);
    assert_eq!(chart.node(better).tag, "Good ending \u{b7} (no road gets here)");
    let marked: Vec<&str> =
        chart.edges.iter().filter(|edge| edge.reach == Reach::NoRoad).map(|edge| edge.label.as_str()).collect();
    let expected = [
        "+ ask \u{b7} never gets there",
        "\u{b1} back \u{b7} never gets there \u{b7} 2 in 3 \u{b7} otherw\u{2026}",
        "\u{b1} on \u{b7} never on offer \u{b7} on offer if shown a\u{2026}",
        "\u{2212} run \u{b7} never gets there",
    ];
    assert_eq!(marked, expected);
    for text in [write_dot(&chart), write_mermaid(&chart)] {
        assert!(text.contains("(out of reach)"), "{text}");
    }
    assert!(write_svg(&chart).contains("never on offer"));
}

#[test]
fn the_effect_of_a_choice_is_that_of_its_points() {
    let scenario = support::corridor("two-hours-in");
    let chart = drawn(&scenario);
    let effect = |name: &str| chart.edges.iter().find(|edge| edge.name == name).map(|edge| edge.effect);
    assert_eq!(effect("come-to-you-first"), Some(Effect::Helps));
    assert_eq!(effect("call-across"), Some(Effect::Harms));
    assert_eq!(effect("call-it-over"), Some(Effect::Mixed));
}

#[test]
fn the_same_scenario_gives_the_same_picture() {
    let scenario = support::shipped_as("let-me-out");
    assert_eq!(drawn(&scenario), drawn(&scenario));
}
