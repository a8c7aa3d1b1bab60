//! A conversation that begins in the middle.

use std::sync::Arc;

use bedside::rubric::{Feelings, Stage};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Opening, Session, State};

use super::{after, choice, offered, scenario, scene, take};

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
