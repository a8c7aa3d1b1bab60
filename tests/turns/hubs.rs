//! A scene that the talk comes back to: topics, and time for so many of them.

use bedside::scenario::Scenario;
use bedside::session::Session;

use super::*;

const FEELS: &str = "feels: (agitation: 45, trust: 40, understanding: 20)";

/// A topic that comes back by itself.
fn topic(id: &str, rest: &str) -> String {
    format!("(id: \"{id}\", act: \"Act.\", shows: [], why: \"Why.\", answer: \"{id}!\", {rest}),")
}

/// A hub with these fields and choices, after which comes `late`, or `end` for those who leave early.
fn hub_of(fields: &str, choices: &[String]) -> Arc<Scenario> {
    let rest = format!("patient: \"Four things.\", hub: ({fields}, on: \"late\")");
    let late = scene("late", &[choice("bye", "", "\"end\"", "")], "patient: \"That was all.\"");
    let aside = scene("aside", &[choice("back", "validates", "\"hub\"", "")], "patient: \"Well.\"");
    scenario(FEELS, &format!("{}{late}{aside}", scene("hub", choices, &rest)))
}

fn said(session: &Session) -> Vec<&str> {
    session.current_scene().lines().map(|line| line.words.as_str()).collect()
}

fn four() -> Vec<String> {
    vec![topic("a", ""), topic("b", ""), choice("c", "", "\"aside\"", ""), choice("leave", "", "\"end\"", "")]
}

#[test]
fn the_talk_comes_back_and_says_only_what_is_new() {
    let scenario = hub_of("again: \"What else?\"", &four());
    let mut session = begin(&scenario);
    assert_eq!(said(&session), ["Four things."]);
    take(&mut session, "a");
    assert_eq!((scene_id(&session), said(&session)), ("hub", vec!["a!", "What else?"]));
    assert_eq!(offered(&session), ["b", "c", "leave"]);
    take(&mut session, "c");
    assert_eq!((scene_id(&session), said(&session)), ("aside", vec!["Well."]));
    take(&mut session, "back");
    assert_eq!((scene_id(&session), said(&session)), ("hub", vec!["What else?"]));
    assert_eq!(said(&after(&hub_of("times: 2", &four()), &["a"])), ["a!"], "without `again` there is the answer alone");
}

#[test]
fn when_the_times_are_up_the_way_on_is_taken_and_the_hub_is_not_visited() {
    let scenario = hub_of("times: 2", &four());
    let session = after(&scenario, &["a", "c", "back"]);
    assert_eq!(scene_id(&session), "late");
    let turn = session.transcript().turns.last().expect("three turns");
    assert_eq!((turn.target.as_str(), turn.instead.as_deref()), ("hub", Some("late")));
    let last = session.scenario().find_scene("hub").expect("it is there");
    assert!(!session.state().holds(session.scenario(), &bedside::scenario::Condition::Visits(last, 3)));
    assert_eq!(scene_id(&after(&scenario, &["a"])), "hub");
    assert_eq!(scene_id(&after(&scenario, &["leave"])), "end", "leaving early is an ordinary choice");
}

#[test]
fn when_no_topic_is_left_the_way_on_is_taken_though_one_could_still_leave() {
    let scenario = hub_of("again: \"And?\"", &four());
    assert_eq!(scene_id(&after(&scenario, &["c", "back", "a", "b"])), "late");
    // A topic that is not on offer is not left, and `validates` earns the trust for it.
    let guarded = [topic("a", ""), topic("b", "when: AtLeast(trust, 45)"), choice("c", "", "\"aside\"", "")];
    let scenario = hub_of("again: \"And?\"", &guarded);
    assert_eq!(scene_id(&after(&scenario, &["a"])), "hub");
    assert_eq!(offered(&after(&scenario, &["c", "back"])), ["a", "b"]);
    let closed = [topic("a", ""), topic("b", "when: AtLeast(trust, 45)"), choice("leave", "", "\"end\"", "")];
    assert_eq!(scene_id(&after(&hub_of("again: \"And?\"", &closed), &["a"])), "late");
}

#[test]
fn a_choice_that_leads_back_by_many_scenes_is_a_topic_and_one_that_never_does_is_none() {
    let scenario = hub_of("times: 2", &four());
    let hub = scenario.scene(scenario.start).hub.as_ref().expect("it is a hub");
    let topics: Vec<&str> = hub.topics.iter().map(|id| scenario.choice(*id).id.as_str()).collect();
    assert_eq!(topics, ["a", "b", "c"]);
}

#[test]
fn the_mood_of_coming_back_takes_the_place_of_the_scenes() {
    let choices = four();
    let rest =
        "mood: guarded, hub: (again: (mood: tired, narration: \"A nod.\"), on: \"end\"), narration: \"A frown.\"";
    let aside = scene("aside", &[choice("back", "", "\"hub\"", "")], "");
    let scenario = scenario(FEELS, &format!("{}{aside}", scene("hub", &choices, rest)));
    let arrival = |session: &Session| {
        let arrival = &session.current_scene().arrival;
        [&arrival.narration, &arrival.mood].map(|text| text.as_deref().map(str::to_owned))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(arrival(&begin(&scenario)), [some("A frown."), some("guarded")]);
    assert_eq!(arrival(&after(&scenario, &["a"])), [some("A nod."), some("tired")]);
}
