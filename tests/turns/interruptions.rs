//! Interruptions: when they come, and where they lead.

use super::{after, begin, choice, scenario, scene, scene_id, take};

const FEELS: &str = "feels: (agitation: 30, trust: 40, understanding: 20), baseline: 100";
const UP: &str = "nudge: (agitation: 30, reason: \"R\")";

/// A hub with a choice that agitates, another, and one that ends; then these scenes.
fn scenes(more: &[String]) -> String {
    let hub = [choice("up", "", "\"next\"", UP), choice("on", "", "\"next\"", ""), choice("end", "", "\"end\"", UP)];
    let next = [
        choice("up", "", "\"hub\"", UP),
        choice("on", "", "\"hub\"", ""),
        choice("down", "", "\"hub\"", "nudge: (agitation: -30, reason: \"R\")"),
    ];
    format!("{}{}{}", scene("hub", &hub, ""), scene("next", &next, ""), more.concat())
}

fn breaks_in(id: &str, when: &str, choices: &[String]) -> String {
    scene(id, choices, &format!("breaks_in: {when}"))
}

#[test]
fn an_interruption_breaks_in_once_and_leads_back_to_where_the_talk_was_going() {
    let first = breaks_in("first", "AtLeast(agitation, 50)", &[choice("back", "", "Resume", "")]);
    let mut session = begin(&scenario(FEELS, &scenes(&[first])));
    take(&mut session, "up");
    assert_eq!(scene_id(&session), "first");
    let turn = &session.transcript().turns[0];
    assert_eq!((turn.target.as_str(), turn.interruption.as_deref()), ("next", Some("first")));
    take(&mut session, "back");
    assert_eq!(scene_id(&session), "next");
    take(&mut session, "up");
    assert_eq!(scene_id(&session), "hub", "its line holds still, and it has been used");
}

#[test]
fn no_interruption_comes_before_an_ending() {
    let first = breaks_in("first", "AtLeast(agitation, 50)", &[choice("back", "", "Resume", "")]);
    assert_eq!(scene_id(&after(&scenario(FEELS, &scenes(&[first])), &["end"])), "end");
}

#[test]
fn no_interruption_breaks_in_on_another() {
    let first = breaks_in("first", "AtLeast(agitation, 50)", &[choice("back", "", "Resume", UP)]);
    let second = breaks_in("second", "AtLeast(agitation, 80)", &[choice("back", "", "Resume", "")]);
    let mut session = after(&scenario(FEELS, &scenes(&[first, second])), &["up", "back"]);
    assert_eq!(scene_id(&session), "next");
    take(&mut session, "on");
    assert_eq!(scene_id(&session), "second", "it comes after the next turn");
    take(&mut session, "back");
    assert_eq!(scene_id(&session), "hub");
}

#[test]
fn of_two_interruptions_the_first_as_written_goes_first() {
    let one = breaks_in("one", "AtLeast(agitation, 50)", &[choice("back", "", "Resume", "")]);
    let two = breaks_in("two", "AtLeast(agitation, 40)", &[choice("back", "", "Resume", "")]);
    let session = after(&scenario(FEELS, &scenes(&[two.clone(), one.clone()])), &["up"]);
    assert_eq!(scene_id(&session), "two");
    let mut session = after(&scenario(FEELS, &scenes(&[one, two])), &["up"]);
    assert_eq!(scene_id(&session), "one");
    take(&mut session, "back");
    take(&mut session, "on");
    assert_eq!(scene_id(&session), "two");
}

#[test]
fn an_interruption_may_lead_elsewhere_and_then_there_is_nothing_to_resume() {
    let first = breaks_in(
        "first",
        "AtLeast(agitation, 50)",
        &[choice("away", "", "\"hub\"", ""), choice("back", "", "Resume", "")],
    );
    let mut session = after(&scenario(FEELS, &scenes(&[first])), &["up", "away"]);
    assert_eq!(scene_id(&session), "hub");
    take(&mut session, "on");
    assert_eq!(scene_id(&session), "next");
}

#[test]
fn an_interruption_may_be_an_ending() {
    let gone =
        "\"gone\": (breaks_in: Stage(crisis), ending: (title: \"Gone\", kind: Unsafe, thought: \"T\")),".to_owned();
    let session = after(&scenario(FEELS, &scenes(&[gone])), &["up", "up"]);
    assert_eq!(session.transcript().ending.as_deref(), Some("gone"));
}

#[test]
fn a_need_left_open_for_long_breaks_in() {
    let feels = format!("{FEELS}, needs: [(id: \"pain\", text: \"P\", cleared_by: attends_need)]");
    let pain = breaks_in("pain", "Unmet(\"pain\", 2)", &[choice("back", "", "Resume", "")]);
    let mut session = begin(&scenario(&feels, &scenes(&[pain])));
    take(&mut session, "on");
    assert_eq!(scene_id(&session), "next");
    take(&mut session, "on");
    assert_eq!(scene_id(&session), "pain");
}

#[test]
fn nothing_breaks_in_before_the_first_turn() {
    let first = breaks_in("first", "AtLeast(agitation, 10)", &[choice("back", "", "Resume", "")]);
    assert_eq!(scene_id(&begin(&scenario(FEELS, &scenes(&[first])))), "hub");
}
