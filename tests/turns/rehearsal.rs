//! A conversation that begins in the middle.

use std::sync::Arc;

use bedside::rubric::{Feelings, Stage};
use bedside::scenario::{ClockTime, Scenario};
use bedside::session::{Chance, Opening, Session, State};

use super::time::clocked;
use super::{after, choice, offered, scenario, scene, scene_id, take};

/// Two scenes, a flag, a need, and a scene that breaks in.
fn two_scenes() -> Arc<Scenario> {
    let patient = "feels: (agitation: 30, trust: 40, understanding: 20), \
                   needs: [(id: \"pain\", text: \"It hurts\", cleared_by: attends_need)]";
    let go = choice("go", "", "\"later\"", "sets: [\"named\"]");
    let later = [
        choice("end-it", "", "\"end\"", ""),
        choice("only-named", "", "\"end\"", "when: Flag(\"named\")"),
        choice("only-in-pain", "", "\"end\"", "when: NeedOpen(\"pain\")"),
        choice("around", "", "\"later\"", ""),
    ];
    let alarm = [choice("back", "", "Resume", ""), choice("stay", "", "Resume", "")];
    let scenes = [
        scene("hub", &[go, choice("stop", "", "\"end\"", "")], ""),
        scene("later", &later, ""),
        scene("alarm", &alarm, "breaks_in: AtLeast(agitation, 95)"),
    ];
    scenario(patient, &scenes.concat())
}

#[test]
fn a_rehearsal_begins_in_the_scene_and_state_asked_for() {
    let scenario = two_scenes();
    let later = scenario.find_scene("later").expect("it is there");
    let plain = Opening::of(&scenario, later);
    let session = Session::begin_at(scenario.clone(), Chance::from_seed(7), &plain);
    assert_eq!(offered(&session), ["around", "end-it", "only-in-pain"]);
    let feelings = Feelings { agitation: 92, trust: 10, understanding: 5 };
    let flags = Opening::from_state(&scenario, later, after(&scenario, &["go"]).state()).flags;
    let other = Opening { feelings, flags, needs: Vec::new(), ..plain };
    let session = Session::begin_at(scenario, Chance::from_seed(7), &other);
    assert_eq!(offered(&session), ["around", "end-it", "only-named"]);
    assert_eq!((session.state().mind.feelings, session.state().mind.stage), (feelings, Stage::Crisis));
    assert_eq!(session.transcript().start.feelings, feelings);
}

#[test]
fn a_rehearsal_of_a_scene_that_breaks_in_goes_on_with_the_first_scene() {
    let scenario = two_scenes();
    let alarm = scenario.find_scene("alarm").expect("it is there");
    let mut session = Session::begin_at(scenario.clone(), Chance::from_seed(7), &Opening::of(&scenario, alarm));
    take(&mut session, "back");
    assert_eq!(session.scene().id, "hub");
}

#[test]
fn a_rehearsal_can_be_taken_back_turn_by_turn() {
    let scenario = two_scenes();
    let later = scenario.find_scene("later").expect("it is there");
    let opening = Opening::of(&scenario, later);
    let mut session = Session::begin_at(scenario.clone(), Chance::from_seed(7), &opening);
    let first = session.current_scene().clone();
    take(&mut session, "around");
    let second = session.current_scene().clone();
    take(&mut session, "end-it");
    assert_eq!(*session.rehearsed(scenario.clone(), &opening, 1).current_scene(), second);
    assert_eq!(*session.rehearsed(scenario, &opening, 0).current_scene(), first);
}

#[test]
fn a_rehearsal_can_begin_in_the_state_that_a_conversation_has_come_to() {
    let scenario = two_scenes();
    let session = after(&scenario, &["go"]);
    let opening = Opening::from_state(&scenario, session.state().scene, session.state());
    assert_eq!((opening.flags.len(), opening.needs.len()), (1, 1));
    let state = State::opening(&scenario, &opening);
    assert_eq!((state.scene, state.mind.feelings), (session.state().scene, session.state().mind.feelings));
}

/// The scenes of a conversation that begins at 23:40: what may be said and chosen in `later` hangs on the time.
fn by_the_clock() -> Arc<Scenario> {
    let later = [
        choice("from-ten-past", "", "\"later\"", "when: From(\"00:10\"), minutes: 20"),
        choice("long-after-hub", "", "\"later\"", "when: MinutesSince(\"hub\", 20)"),
        choice("long-after-ten-past", "", "\"later\"", "when: MinutesSinceChose(\"later\", \"from-ten-past\", 5)"),
        choice("pass-the-time", "", "\"later\"", "minutes: 5"),
        choice("to-hub", "", "\"hub\"", ""),
    ];
    let hub = [choice("go", "", "\"later\"", "minutes: 20"), choice("stop", "", "\"end\"", "")];
    let bell = [choice("back", "", "Resume", ""), choice("stay", "", "Resume", "")];
    let bell = scene("bell", &bell, "breaks_in: From(\"01:00\")");
    clocked(&[scene("hub", &hub, ""), scene("later", &later, ""), bell].concat())
}

fn rehearsed_at(scenario: &Arc<Scenario>, scene: &str, time: &str) -> Session {
    let scene = scenario.find_scene(scene).expect("it is there");
    let time = ClockTime::parse(time).expect("a time of day");
    let opening = Opening::of(scenario, scene).at(scenario, time);
    assert_eq!(opening.clock(scenario), Some(time));
    Session::begin_at(scenario.clone(), Chance::from_seed(7), &opening)
}

#[test]
fn a_rehearsal_begins_at_the_time_asked_for_and_goes_on_from_it() {
    let scenario = by_the_clock();
    let shown = |session: &Session| session.current_scene().clock.map(|time| time.to_string());
    for (time, late) in [("23:40", false), ("00:09", false), ("00:10", true), ("23:39", true)] {
        let session = rehearsed_at(&scenario, "later", time);
        assert_eq!(shown(&session).as_deref(), Some(time));
        assert_eq!(offered(&session).contains(&"from-ten-past"), late, "{time}");
    }
    let mut session = rehearsed_at(&scenario, "later", "00:09");
    take(&mut session, "pass-the-time");
    assert_eq!(shown(&session).as_deref(), Some("00:14"));
    assert!(offered(&session).contains(&"from-ten-past"));
    // What breaks in by the clock has not broken in yet.
    let mut session = rehearsed_at(&scenario, "later", "00:55");
    take(&mut session, "pass-the-time");
    assert_eq!(scene_id(&session), "bell");
}

#[test]
fn minutes_since_something_count_from_within_the_rehearsal() {
    let scenario = by_the_clock();
    let mut session = rehearsed_at(&scenario, "later", "00:30");
    assert!(!offered(&session).contains(&"long-after-hub"), "it has not been met, however late it is");
    take(&mut session, "to-hub");
    take(&mut session, "go");
    assert!(offered(&session).contains(&"long-after-hub"));
    let mut session = rehearsed_at(&scenario, "hub", "00:30");
    take(&mut session, "go");
    assert!(offered(&session).contains(&"long-after-hub"), "the scene of the opening is met at the opening");
    assert!(!offered(&session).contains(&"long-after-ten-past"));
}

#[test]
fn the_time_of_an_opening_is_that_of_the_conversation_and_stays_in_another_version() {
    let scenario = by_the_clock();
    let session = after(&scenario, &["go"]);
    let opening = Opening::from_state(&scenario, session.state().scene, session.state());
    assert_eq!((opening.elapsed, opening.clock(&scenario)), (20, ClockTime::parse("00:00")));
    let later = scenario.find_scene("later").expect("it is there");
    assert_eq!(opening.in_version(&scenario, &scenario, later), opening);
    // A scenario without a clock has no time to begin at.
    let timeless = two_scenes();
    let opening = Opening::of(&timeless, timeless.start);
    let time = ClockTime::parse("12:00").expect("a time of day");
    assert_eq!((opening.clone().at(&timeless, time), opening.clock(&timeless)), (opening.clone(), None));
}
