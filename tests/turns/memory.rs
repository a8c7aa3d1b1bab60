//! What a conversation remembers, and what is on offer and said because of it.

use bedside::session::{Refusal, RoadStep};

use super::{after, begin, choice, debriefed, hub, offered, scenario, scenario_with, scene, scene_id, take};

const FEELS: &str = "feels: (agitation: 30, trust: 40, understanding: 20)";

fn there(id: &str, shows: &str, rest: &str) -> String {
    choice(id, shows, "\"hub\"", rest)
}

#[test]
fn a_choice_can_be_taken_once_and_a_scene_met_again_offers_what_is_left() {
    let scenario = scenario(FEELS, &hub(&["validates", "jargon"]));
    let mut session = after(&scenario, &["validates"]);
    assert_eq!(offered(&session), ["jargon"]);
    let refused = session.follow(&RoadStep::choose("validates"), None);
    assert!(matches!(refused, Err(Refusal::NotOnOffer { .. })));
    take(&mut session, "jargon");
    assert!(session.is_over() && session.ending().is_none() && session.transcript().ending.is_none());
}

#[test]
fn a_choice_with_a_condition_is_on_offer_where_it_holds() {
    let choices =
        [there("a", "", ""), there("b", "", "when: Chose(\"hub\", \"a\")"), there("c", "", "when: Visits(\"hub\", 3)")];
    let mut session = begin(&scenario(FEELS, &scene("hub", &choices, "")));
    assert_eq!(offered(&session), ["a"]);
    take(&mut session, "a");
    assert_eq!(offered(&session), ["b"]);
    take(&mut session, "b");
    assert_eq!(offered(&session), ["c"]);
}

#[test]
fn flags_are_cleared_then_set_and_known_to_the_branch_they_lead_to() {
    let to = "[(when: Flag(\"f\"), to: \"end\"), (to: \"hub\")]";
    let choices = [
        there("set", "", "sets: [\"f\"]"),
        choice("clear", "", to, "clears: [\"f\"]"),
        choice("both", "", to, "sets: [\"f\"], clears: [\"f\"]"),
    ];
    let session = after(&scenario(FEELS, &scene("hub", &choices, "")), &["set", "clear"]);
    assert_eq!(scene_id(&session), "hub");
    let session = after(&scenario(FEELS, &scene("hub", &choices, "")), &["both"]);
    assert_eq!(scene_id(&session), "end");
}

#[test]
fn before_means_not_in_an_earlier_turn() {
    let choices = [
        there("need", "attends_need", ""),
        there("why", "explains_why", ""),
        there("at-once", "attends_need, explains_why", ""),
        choice("stop", "", "\"end\"", ""),
    ];
    let met = |road: &[&str]| {
        let scenario = scenario_with("Before(attends_need, explains_why)", FEELS, &scene("hub", &choices, ""));
        debriefed(&after(&scenario, road)).objectives[0].met
    };
    assert!(met(&["need", "stop"]));
    assert!(met(&["need", "why", "stop"]));
    assert!(met(&["at-once", "stop"]));
    assert!(!met(&["why", "need", "stop"]));
    assert!(met(&["need", "why", "at-once", "stop"]), "what came before stays so");
    assert!(!met(&["why", "stop"]));
    assert!(!met(&["stop"]));
}

#[test]
fn conditions_about_the_end_hold_at_the_end() {
    let choices = [there("again", "", ""), choice("stop", "", "\"end\"", "")];
    let met = |met: &str, road: &[&str]| {
        debriefed(&after(&scenario_with(met, FEELS, &scene("hub", &choices, "")), road)).objectives[0].met
    };
    assert!(met("Ended(\"end\")", &["stop"]));
    assert!(!met("Ended(\"end\")", &["again"]));
    assert!(met("EndedAs(Good)", &["stop"]));
    assert!(!met("EndedAs(Poor)", &["stop"]));
    assert!(!met("EndedAs(Good)", &["again"]));
}

#[test]
fn conditions_about_the_past_remember_it() {
    let needs = "needs: [(id: \"pain\", text: \"P\", cleared_by: attends_need)]";
    let choices = [
        there("up", "", "nudge: (agitation: 30, reason: \"R\")"),
        there("down", "", "nudge: (agitation: -30, reason: \"R\")"),
        there("need", "attends_need", ""),
    ];
    let holds = |condition: &str, road: &[&str]| {
        let scenes = scene("hub", &[&choices[..], &[there("ask", "", &format!("when: {condition}"))]].concat(), "");
        let session = after(&scenario(&format!("{FEELS}, {needs}"), &scenes), road);
        offered(&session).contains(&"ask")
    };
    assert!(!holds("Reached(escalating)", &[]));
    assert!(holds("Reached(escalating)", &["up", "down"]));
    assert!(holds("Reached(calm)", &[]));
    assert!(holds("NeedOpen(\"pain\")", &["up"]));
    assert!(!holds("NeedOpen(\"pain\")", &["need"]));
    assert!(!holds("Unmet(\"pain\", 2)", &["up"]));
    assert!(holds("Unmet(\"pain\", 2)", &["up", "down"]));
    assert!(!holds("Unmet(\"pain\", 2)", &["up", "down", "need"]));
    assert!(holds("Shown(attends_need)", &["need"]));
    assert!(holds("All(AtLeast(agitation, 60), Below(trust, 41), Stage(escalating))", &["up"]));
    assert!(holds("Any(AtLeast(agitation, 64), Not(Below(trust, 40)))", &["up"]));
    assert!(!holds("Not(Visited(\"hub\"))", &[]));
}

#[test]
fn the_first_text_whose_condition_holds_is_told() {
    let texts = "narration: [(when: Chose(\"hub\", \"b\"), say: \"B.\"), (when: Chose(\"hub\", \"a\"), say: \"A.\"), (say: \"None.\")], \
         lines: [(who: \"mary\", say: \"Well.\"), (say: [(when: Visits(\"hub\", 2), say: \"Again.\"), (say: \"Hello.\")])]";
    let mut session = begin(&scenario(FEELS, &scene("hub", &[there("a", "", ""), there("b", "", "")], texts)));
    let text = |session: &bedside::session::Session| {
        let said =
            session.current_scene().arrival.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" ");
        format!("{} {said}", session.current_scene().arrival.narration.as_deref().unwrap_or_default())
    };
    assert_eq!(text(&session), "None. Well. Hello.");
    take(&mut session, "a");
    assert_eq!(text(&session), "A. Well. Again.");
    take(&mut session, "b");
    assert_eq!(text(&session), "B. Well. Again.");
}

#[test]
fn a_line_whose_condition_does_not_hold_is_left_out() {
    let lines = "lines: [(say: \"Well.\"), (who: \"mary\", say: [(when: Chose(\"hub\", \"b\"), say: \"B!\"), (say: \"A!\")], \
         when: Visits(\"hub\", 2)), (say: \"Now.\")]";
    let mut session = begin(&scenario(FEELS, &scene("hub", &[there("a", "", ""), there("b", "", "")], lines)));
    let said = |session: &bedside::session::Session| {
        session.current_scene().lines().map(|line| line.words.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(said(&session), ["Well.", "Now."]);
    take(&mut session, "a");
    assert_eq!(said(&session), ["Well.", "A!", "Now."]);
    take(&mut session, "b");
    assert_eq!(said(&session), ["Well.", "B!", "Now."]);
}

#[test]
fn a_choice_taken_because_time_is_up_is_recorded_as_late() {
    let scenario =
        scenario(FEELS, &scene("hub", &[there("a", "", ""), there("b", "", "")], "timer: (seconds: 5, then: \"b\")"));
    let mut session = begin(&scenario);
    let later = scenario.choices_of(scenario.start).last().expect("it has choices");
    let mut followed = session.clone();
    assert_eq!(session.choose_late(later, Some(5_000)), Ok(()));
    let late = RoadStep { late: true, ..RoadStep::choose("b") };
    assert_eq!(followed.follow(&late, Some(5_000)), Ok(()));
    assert_eq!(session.transcript(), followed.transcript(), "a road says the same in words");
    assert!(matches!(session.choose_late(later, None), Err(Refusal::NotOnOffer { .. })), "it has been taken");
    take(&mut session, "a");
    let turns = &session.transcript().turns;
    assert_eq!([turns[0].late, turns[1].late], [true, false]);
    assert_eq!([turns[0].at, turns[1].at], [Some(5_000), None]);
}
