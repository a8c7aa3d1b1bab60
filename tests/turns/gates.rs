//! Scenes that another scene stands in for.

use bedside::session::{Chance, Road, Session, State};

use super::*;

/// Anxious, with little trust. `validates` brings 14 of trust and 11 less of agitation.
const FEELS: &str = "feels: (agitation: 45, trust: 40, understanding: 20)";

/// A scene with these gates, and one choice that leads on.
fn gated(id: &str, gates: &str, then: &str) -> String {
    scene(id, &[choice("on", "", then, "")], &format!("instead: [{gates}]"))
}

fn hub_to(target: &str) -> String {
    scene(
        "hub",
        &[
            choice("warm", "validates", target, "sets: [\"warm\"]"),
            choice("cold", "", target, ""),
            choice("shout", "threatens", target, ""),
        ],
        "",
    )
}

#[test]
fn the_first_gate_that_holds_leads_elsewhere_and_asks_the_state_after_the_choice() {
    let secret = gated(
        "secret",
        "(when: AtLeast(agitation, 55), to: \"end\"), (when: Below(trust, 50), to: \"brush\")",
        "\"end\"",
    );
    let brush = scene("brush", &[choice("again", "validates", "\"secret\"", "")], "");
    let scenario = scenario(FEELS, &format!("{}{secret}{brush}", hub_to("\"secret\"")));
    assert_eq!(scene_id(&after(&scenario, &["warm"])), "secret");
    assert_eq!(scene_id(&after(&scenario, &["cold"])), "brush");
    assert_eq!(scene_id(&after(&scenario, &["shout"])), "end");
    let session = after(&scenario, &["cold", "again"]);
    assert_eq!(scene_id(&session), "secret", "the way back from a brush-off");
    let turn = &session.transcript().turns[0];
    assert_eq!((turn.target.as_str(), turn.instead.as_deref()), ("secret", Some("brush")));
    assert_eq!(session.transcript().turns[1].instead, None);
    let secret = scenario.find_scene("secret").expect("it is there");
    assert!(!after(&scenario, &["cold"]).state().holds(&scenario, &visited(secret)), "a closed scene is not visited");
}

fn visited(scene: bedside::scenario::SceneId) -> bedside::scenario::Condition {
    bedside::scenario::Condition::Visits(scene, 1)
}

#[test]
fn the_gates_of_the_other_scene_are_asked_in_turn() {
    let one = gated("one", "(when: Below(trust, 60), to: \"two\")", "\"end\"");
    let two = gated("two", "(when: Flag(\"warm\"), to: \"three\")", "\"end\"");
    let three = scene("three", &[choice("on", "", "\"end\"", "")], "");
    let scenario = scenario(FEELS, &format!("{}{one}{two}{three}", hub_to("\"one\"")));
    assert_eq!(scene_id(&after(&scenario, &["warm"])), "three");
    assert_eq!(scene_id(&after(&scenario, &["cold"])), "two");
}

#[test]
fn what_breaks_in_goes_back_to_the_scene_meant_and_its_gates_are_asked_anew() {
    let secret = gated("secret", "(when: Below(trust, 50), to: \"brush\")", "\"end\"");
    let brush = scene("brush", &[choice("on", "", "\"end\"", "")], "");
    let pain = scene(
        "pain",
        &[choice("warmly", "validates", "Resume", ""), choice("coldly", "", "Resume", "")],
        "breaks_in: Below(trust, 45)",
    );
    let scenario = scenario(FEELS, &format!("{}{secret}{brush}{pain}", hub_to("\"secret\"")));
    let mut session = after(&scenario, &["cold"]);
    assert_eq!(scene_id(&session), "pain");
    let turn = &session.transcript().turns[0];
    assert_eq!((turn.target.as_str(), turn.instead.as_deref()), ("secret", None));
    take(&mut session, "warmly");
    assert_eq!(scene_id(&session), "secret");
    assert_eq!(scene_id(&after(&scenario, &["cold", "coldly"])), "brush");
}

#[test]
fn nothing_breaks_in_where_the_gates_lead_to_an_ending() {
    let secret = gated("secret", "(when: Below(trust, 50), to: \"end\")", "\"end\"");
    let pain = scene("pain", &[choice("back", "", "Resume", "")], "breaks_in: Below(trust, 45)");
    let scenario = scenario(FEELS, &format!("{}{secret}{pain}", hub_to("\"secret\"")));
    assert_eq!(scene_id(&after(&scenario, &["cold"])), "end");
    let early = scene("hub", &[choice("cold", "", "\"end\"", "")], "");
    let end = "\"end\": (instead: [(when: Below(trust, 50), to: \"late\")], ending: (title: \"E\", kind: Good, thought: \"T\")),";
    let late = scene("late", &[choice("on", "", "\"other\"", "")], "");
    let other = "\"other\": (ending: (title: \"O\", kind: Good, thought: \"T\")),";
    let closed_ending = with_end(end, &format!("{early}{late}{other}{pain}"));
    assert_eq!(scene_id(&after(&closed_ending, &["cold"])), "pain", "an ending that is closed is no ending");
}

/// The same as [`scenario`], with another `end`.
fn with_end(end: &str, scenes: &str) -> std::sync::Arc<bedside::scenario::Scenario> {
    let usual = "\"end\": (ending: (title: \"End\", kind: Good, thought: \"Well.\")),";
    let minimal = crate::support::minimal();
    let (head, _) = minimal.split_once("    start:").expect("it has a start");
    let head = head.replace("feels: (agitation: 30, trust: 40, understanding: 20)", FEELS);
    assert_ne!(end, usual);
    crate::support::playable(format!("{head}    start: \"hub\",\n    scenes: {{ {scenes} {end} }},\n)"))
}

#[test]
fn a_road_names_what_chance_drew_and_a_replay_goes_through_the_same_gates() {
    let drawn = scene("hub", &[choice("go", "", "[(chance: [(1, \"secret\"), (1, \"other\")])]", "")], "");
    let secret = gated("secret", "(when: Below(trust, 50), to: \"brush\")", "\"end\"");
    let brush = scene("brush", &[choice("on", "", "\"end\"", "")], "");
    let other = scene("other", &[choice("on", "", "\"end\"", "")], "");
    let scenario = scenario(FEELS, &format!("{drawn}{secret}{brush}{other}"));
    let road = Road::parse("go > secret\non").expect("a road");
    let session = Session::along(scenario.clone(), Chance::from_seed(1), &road).expect("it fits");
    assert_eq!(session.transcript().turns[1].scene.as_str(), "brush");
    assert_eq!(Road::of(session.transcript()), road);
    let again = Session::replay(scenario.clone(), session.transcript()).expect("it fits");
    assert_eq!(again.transcript(), session.transcript());
    assert_eq!(State::at_end_of(&scenario, session.transcript()).as_ref(), Ok(session.state()));
}
