//! What one takes home: the turn to keep and the choice to make otherwise, worked out by hand.

use std::sync::Arc;

use bedside::analysis::{ChanceModel, Limits, Roads, what_if};
use bedside::debrief::page::{Material, OtherRoads, Page};
use bedside::debrief::{ChangeBecause, Debrief, HeldByTrust, TurnReport, WhatIf, debrief, headline};
use bedside::scenario::Scenario;
use bedside::session::{Chance, RoadStep, Session};

use crate::support::playable;

/// A patient who tells where the bag is only if asked, in the first scene; without, somebody comes to harm. The best
/// words of the first two scenes are about something else.
fn bag() -> Arc<Scenario> {
    playable(
        r#"(
    format: 1, id: "bag", title: "The bag", setting: "Here", place: Ward, you_are: "the nurse",
    summary: "A bag.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
    objectives: [(id: "well", text: "A good end", met: EndedAs(Good))],
    patient: (
        name: "Ann", age: 50, pronouns: "she/her", about: "A patient.", looks: (skin: 3, hair: Short, wears: Shirt),
        feels: (agitation: 40, trust: 50, understanding: 30), baseline: 15,
    ),
    start: "one",
    scenes: {
        "one": (patient: "Well?", choices: [
            (id: "kind", say: "That makes sense.", shows: [validates], why: "So.", then: "two"),
            (id: "ask", say: "What is in the bag?", shows: [open_question], sets: ["asked"], why: "So.", then: "two"),
        ]),
        "two": (patient: "And?", choices: [
            (id: "slow", say: "Let us take our time.", shows: [calm_tone], why: "So.", then: "three"),
            (id: "deny", say: "You are fine.", shows: [dismisses], why: "So.", then: "three"),
        ]),
        "three": (patient: "So?", choices: [
            (id: "name", say: "You are worried.", shows: [names_emotion], why: "So.", then: "safe"),
            (id: "plain", say: "Goodbye, then.", shows: [plain_words], why: "So.", then: "safe"),
        ]),
        "safe": (
            instead: [(when: Not(Flag("asked")), to: "harm")],
            ending: (title: "The bag is safe", kind: Good, thought: "They asked."),
        ),
        "harm": (ending: (title: "The bag was there", kind: Unsafe, thought: "Nobody asked.")),
    },
)"#,
    )
}

fn played(scenario: &Arc<Scenario>, choices: &[&str]) -> (Debrief, Vec<WhatIf>) {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(1));
    for choice in choices {
        session.follow(&RoadStep::choose(*choice), None).expect("it is on offer");
    }
    let model = ChanceModel::Seeded(Chance::from_seed(1));
    let roads = Roads::explore(scenario, model, Limits::default()).expect("few roads");
    let what_if = what_if(&session, &roads).expect("the roads fit");
    (debrief(scenario, session.transcript()).expect("it fits"), what_if)
}

fn said(scenario: &Scenario, debrief: &Debrief, other_roads: OtherRoads<'_>) -> String {
    format!("{:?}", Page::compose(&Material { other_roads, ..Material::of(scenario, debrief) }))
}

#[test]
fn an_unsafe_ending_is_led_back_to_the_choice_that_led_there_though_it_was_the_best_by_its_points() {
    let scenario = bag();
    let (debrief, what_if) = played(&scenario, &["kind", "slow", "name"]);
    assert!(debrief.ended_unsafely());
    assert!(debrief.turns.iter().all(|turn| turn.best.is_none()), "nothing on offer counted more");
    let home = debrief.take_home(Some(&what_if));
    let change = home.change.expect("there was a way out");
    assert_eq!((change.turn, change.because, change.instead.as_str()), (0, ChangeBecause::LastWayOut, "ask"));
    assert_eq!(change.leads_to.and_then(|it| it.ending).map(|it| it.title).as_deref(), Some("The bag is safe"));
    let out: Vec<_> = home.ways_out.iter().map(|way| (way.turn, way.instead.as_str(), &*way.ending.title)).collect();
    assert_eq!(out, [(0, "ask", "The bag is safe")]);
    // 5, 4 and 5 points: of the first and the last, which are alike, the first led to the ending.
    assert_eq!(home.keep, Some(2));
    let told = said(&scenario, &debrief, OtherRoads::Found(&what_if));
    for words in [
        "After this turn, even the best choices that were left ended unsafely.",
        "Turn 1 was the last from which it could still have ended safely.",
        "This choice, made otherwise",
        "It would have ended: \u{201c}The bag is safe\u{201d}.",
        "to be content is not to be safe",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    // In full and in brief.
    let led_here = told.matches("would have led away from this ending").count();
    assert_eq!(led_here, 2 * usize::from(debrief.turning_points.iter().any(|point| point.turn == 0)));
    assert!(headline(&debrief).contains("Somebody may come to harm"), "{}", headline(&debrief));
}

#[test]
fn where_other_roads_are_not_known_yet_an_unsafe_ending_says_so() {
    let scenario = bag();
    let (debrief, _) = played(&scenario, &["kind", "slow", "name"]);
    let told = said(&scenario, &debrief, OtherRoads::UnderWay);
    assert!(told.contains("Working out where it could still have ended safely"), "{told}");
    assert!(!told.contains("each time you took the best"), "{told}");
    assert!(debrief.take_home.ways_out.is_empty());
}

#[test]
fn elsewhere_the_choice_that_cost_most_is_the_one_to_change_and_the_best_moment_the_one_to_keep() {
    let scenario = bag();
    let (debrief, what_if) = played(&scenario, &["ask", "deny", "plain"]);
    // 4 beside 5; −6 beside 4; 4 beside 5.
    let lost: Vec<i32> = debrief.turns.iter().map(TurnReport::lost).collect();
    assert_eq!(lost, [1, 10, 1]);
    let home = debrief.take_home(Some(&what_if));
    let change = home.change.expect("there is something to change");
    assert_eq!((change.turn, change.because, change.lost), (1, ChangeBecause::CostMost, 10));
    assert_eq!(change.instead, "slow");
    assert!(change.leads_to.is_some());
    assert!(debrief.take_home.change.as_ref().is_some_and(|change| change.leads_to.is_none()), "not known yet");
    // 4 and 4. The first: trust +9, understanding +6, agitation −3 and its drift −2, together 20. The last, after
    // agitation has gone to 48: trust +1, understanding +18, agitation −2 and its drift −2, together 23.
    assert_eq!(home.keep, Some(2));
}

#[test]
fn where_all_was_best_there_is_nothing_to_change_and_that_is_said() {
    let scenario = bag();
    let (debrief, what_if) = played(&scenario, &["ask", "slow", "name"]);
    let change = debrief.take_home(Some(&what_if)).change.expect("the first counted less");
    assert_eq!(change.turn, 0);
    let kind = bag().title.clone();
    assert_eq!(kind, "The bag");
    let all_best = playable(crate::support::minimal());
    let mut session = Session::begin(Arc::clone(&all_best), Chance::from_seed(1));
    while !session.is_over() {
        let stage = session.state().mind.stage;
        let offer = session.current_scene().offer.clone();
        let best = offer.into_iter().max_by_key(|&id| all_best.choice(id).points_at(stage).sum());
        session.choose(best.expect("something is on offer"), None).expect("it is on offer");
    }
    let debrief = bedside::debrief::debrief(&all_best, session.transcript()).expect("it fits");
    assert_eq!(debrief.take_home.change, None);
    assert!(said(&all_best, &debrief, OtherRoads::LeftOut).contains("Nothing: each time you took the best"));
}

#[test]
fn where_nothing_counted_for_good_nothing_is_praised() {
    let text = include_str!("scenarios/take-home/harsh.ron");
    let scenario = playable(text);
    let (debrief, what_if) = played(&scenario, &["argue", "threaten"]);
    let home = debrief.take_home(Some(&what_if));
    assert_eq!(home.keep, None);
    // Both cost something; the critical one comes first.
    let change = home.change.expect("there is something to change");
    assert_eq!((change.turn, change.because), (1, ChangeBecause::Critical));
    assert!(said(&scenario, &debrief, OtherRoads::LeftOut).contains("No choice this time was one to repeat"));
}

#[test]
fn no_answer_of_the_survey_is_at_the_end_that_trust_contradicts() {
    let scenario = playable(include_str!("scenarios/take-home/harsh.ron").replace("trust: 50", "trust: 70"));
    let (debrief, _) = played(&scenario, &["argue", "validate"]);
    assert!((60..75).contains(&debrief.patient.feelings.trust), "{:?}", debrief.patient);
    let item = debrief.survey.iter().find(|item| item.id == "listened_carefully").expect("it is shipped");
    // Nothing of the kind was shown at the one turn that offered it, and that turn argued: by what was done, never.
    assert_eq!((item.answer, item.step, item.held), (Some("Sometimes"), Some((1, 4)), Some(HeldByTrust::Raised)));
    let low = playable(include_str!("scenarios/take-home/harsh.ron").replace("trust: 50", "trust: 1"));
    let (debrief, _) = played(&low, &["name", "threaten"]);
    assert!(debrief.patient.feelings.trust <= 25, "{:?}", debrief.patient);
    let item = debrief.survey.iter().find(|item| item.id == "listened_carefully").expect("it is shipped");
    assert_eq!((item.answer, item.held, item.top_box), (Some("Sometimes"), Some(HeldByTrust::Lowered), false));
    assert!(said(&low, &debrief, OtherRoads::LeftOut).contains("Ann did not trust you in the end"));
}
