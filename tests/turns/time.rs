//! What is asked of the clock, and of how long ago something was.

use bedside::scenario::Scenario;
use bedside::session::{Chance, Road, Session};

use super::*;

const FEELS: &str = "feels: (agitation: 30, trust: 40, understanding: 20)";

/// A choice that leads back to `hub`.
fn stays(id: &str, rest: &str) -> String {
    choice(id, "", "\"hub\"", rest)
}

/// Four choices that pass the time, and what is said on meeting their scene where `condition` holds.
fn asking(condition: &str, minutes: [u16; 4]) -> Arc<Scenario> {
    let choices: Vec<String> = ["a", "b", "c", "d"]
        .iter()
        .zip(minutes)
        .map(|(id, minutes)| stays(id, &if minutes > 0 { format!("minutes: {minutes}") } else { String::new() }))
        .collect();
    let said = format!("patient: [(when: {condition}, say: \"Now.\"), (say: \"No.\")]");
    clocked(&format!("{}{}", scene("hub", &choices, &said), scene("other", &[stays("e", "")], "")))
}

/// A scenario that begins at 23:40.
pub(super) fn clocked(scenes: &str) -> Arc<Scenario> {
    let text = support::minimal();
    let (head, _) = text.split_once("    start:").expect("it has a start");
    let head = head.replace("    place:", "    clock: \"23:40\",\n    place:");
    let end = "\"end\": (ending: (title: \"End\", kind: Good, thought: \"Well.\")),";
    let reading = support::read("clocked", format!("{head}start: \"hub\", scenes: {{ {scenes} {end} }},\n)"));
    assert!(!reading.report.has_errors(), "{}", support::rendered(&reading.report));
    Arc::new(reading.scenario.expect("nothing is wrong with it"))
}

/// Whether "Now." is said at the beginning, and after each of these choices.
fn holds(scenario: &Arc<Scenario>, choices: &[&str]) -> Vec<bool> {
    let mut session = begin(scenario);
    let said = |session: &Session| session.current_scene().lines().any(|line| line.words.as_str() == "Now.");
    let mut found = vec![said(&session)];
    for choice in choices {
        take(&mut session, choice);
        found.push(said(&session));
    }
    found
}

#[test]
fn a_choice_has_just_been_taken_until_the_next_one_is() {
    let scenario = asking("JustChose(\"hub\", \"b\")", [0; 4]);
    assert_eq!(holds(&scenario, &["a", "b", "c", "d"]), [false, false, true, false, false]);
}

#[test]
fn turns_count_from_the_last_time_and_from_the_turn_itself() {
    let scenario = asking("SinceChose(\"hub\", \"a\", 2)", [0; 4]);
    assert_eq!(holds(&scenario, &["a", "b", "c", "d"]), [false, false, false, true, true]);
    // The scene is met again each time, and so has always just been met.
    let scenario = asking("Since(\"hub\", 1)", [0; 4]);
    assert_eq!(holds(&scenario, &["a", "b"]), [false; 3]);
    // What was never met was never so long ago.
    let scenario = asking("Since(\"other\", 1)", [0; 4]);
    assert_eq!(holds(&scenario, &["a", "b", "c", "d"]), [false; 5]);
}

#[test]
fn branches_see_the_scene_that_is_left_as_one_turn_ago() {
    let to = "[(when: Since(\"hub\", 1), to: \"end\"), (to: \"hub\")]";
    assert_eq!(scene_id(&after(&scenario(FEELS, &scene("hub", &[choice("a", "", to, "")], "")), &["a"])), "end");
    let to = "[(when: JustChose(\"hub\", \"a\"), to: \"end\"), (to: \"hub\")]";
    assert_eq!(scene_id(&after(&scenario(FEELS, &scene("hub", &[choice("a", "", to, "")], "")), &["a"])), "end");
}

#[test]
fn a_time_of_day_holds_from_its_minute_on_and_through_midnight() {
    // 23:40, 23:55, 00:09, 00:10, 00:11.
    let scenario = asking("From(\"00:10\")", [15, 14, 1, 1]);
    assert_eq!(holds(&scenario, &["a", "b", "c", "d"]), [false, false, false, true, true]);
    let scenario = asking("From(\"23:40\")", [0; 4]);
    assert_eq!(holds(&scenario, &["a"]), [true, true], "the time at which it begins");
    let scenario = asking("From(\"23:39\")", [1000, 438, 1, 0]);
    assert_eq!(holds(&scenario, &["a", "b", "c"]), [false, false, false, true], "it comes a day later");
}

#[test]
fn minutes_count_from_the_choice_and_not_with_its_own() {
    let scenario = asking("MinutesSinceChose(\"hub\", \"a\", 15)", [100, 14, 1, 0]);
    assert_eq!(holds(&scenario, &["a", "b", "c", "d"]), [false, false, false, true, true]);
    let scenario = asking("MinutesSince(\"hub\", 5)", [5, 5, 5, 5]);
    assert_eq!(holds(&scenario, &["a", "b"]), [false; 3], "it has just been met again");
}

#[test]
fn the_clock_is_shown_and_counts_only_what_choices_take() {
    let mut session = begin(&asking("From(\"00:10\")", [15, 0, 10, 0]));
    let time = |session: &Session| session.current_scene().clock.expect("it runs by the clock").to_string();
    assert_eq!(time(&session), "23:40");
    for (choice, shown, hour) in [("b", "23:40", 23), ("a", "23:55", 23), ("c", "00:05", 0)] {
        take(&mut session, choice);
        assert_eq!((time(&session).as_str(), session.hour()), (shown, hour));
    }
    assert_eq!(begin(&scenario(FEELS, &hub(&["validates"]))).current_scene().clock, None);
    // Played again, it is the same time.
    let road = Road::of(session.transcript());
    let again = Session::along(session.scenario().clone(), Chance::from_seed(1), &road).expect("a road");
    assert_eq!(again.current_scene(), session.current_scene());
}

#[test]
fn what_breaks_in_may_ask_the_clock() {
    let scenes = [
        scene("hub", &[choice("a", "", "\"next\"", "minutes: 30"), choice("b", "", "\"next\"", "")], ""),
        scene("next", &[choice("on", "", "\"end\"", "")], ""),
        scene("bell", &[choice("back", "", "Resume", "minutes: 5")], "breaks_in: From(\"00:00\")"),
    ];
    let scenario = clocked(&scenes.concat());
    assert_eq!(scene_id(&after(&scenario, &["b"])), "next");
    let mut session = after(&scenario, &["a"]);
    assert_eq!(scene_id(&session), "bell");
    take(&mut session, "back");
    assert_eq!(
        (scene_id(&session), session.current_scene().clock.map(|time| time.to_string())),
        ("next", Some("00:15".to_owned()))
    );
}
