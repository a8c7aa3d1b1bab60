//! How much a score hangs on the weights.

use std::sync::Arc;

use bedside::debrief::{Band, Debrief, Interval, OtherWeights, debrief};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};

use crate::support::{minimal, playable, shipped_as};

/// Scenes that follow one another; each offers choices that show these behaviours.
fn chain(offers: &[&[&str]]) -> Arc<Scenario> {
    let scene = |(index, shows): (usize, &&[&str])| {
        let then = if index + 1 < offers.len() { format!("s{}", index + 1) } else { "better".to_owned() };
        let choice = |(choice, shows): (usize, &&str)| {
            format!("(id: \"c{choice}\", act: \"Act.\", shows: [{shows}], why: \"So.\", then: \"{then}\"),")
        };
        let choices: String = shows.iter().enumerate().map(choice).collect();
        format!("\"s{index}\": (patient: \"Well?\", choices: [{choices}]),")
    };
    let scenes: String = offers.iter().enumerate().map(scene).collect();
    let minimal = minimal().replace("start: \"morning\"", "start: \"s0\"");
    let (head, rest) = minimal.split_once("\"morning\": (").expect("it begins in the morning");
    let (_, end) = rest.split_once("\"better\": (").expect("it has an ending");
    playable(format!("{head}{scenes}\"better\": ({end}"))
}

/// The debrief of the first choice of each scene, or of the last.
fn debriefed(scenario: &Arc<Scenario>, choice: &str, seed: u64) -> Debrief {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed));
    while !session.is_over() {
        let taken = scenario.find_choice(session.state().scene, choice).expect("each scene has it");
        session.choose(taken, None).expect("it is on offer");
    }
    debrief(scenario, session.transcript()).expect("it fits")
}

fn span(interval: Option<Interval>) -> (u8, u8) {
    let Interval { low, high } = interval.expect("the dimension is exercised");
    (low, high)
}

#[test]
fn of_two_weights_the_range_and_the_band_are_as_by_hand() {
    // On empathy `respects_effort` weighs 2 and `validates` 3; nothing weighs 0. Others: 1, 2, 3 and 2, 3, 3, each as
    // likely. Of the nine, the first against the highest: 1/2, 1/3, 1/3, 1, 2/3, 2/3, 1, 1, 1. The middle 90 % go from 33 to
    // 100. On de-escalation 1 and 2, others 0, 1, 2 and 1, 2, 3: 0, 0, 0, 1, 1/2, 1/3, 1, 1, 2/3, from 0 to 100.
    // Six decisions, so that there is a band, and each alike, so that the shares are those of one.
    let debrief = debriefed(&chain(&[&["respects_effort", "validates", ""][..]; 6]), "c0", 1);
    let OtherWeights { rubrics, empathy, clarity, de_escalation, same_band } = debrief.other_weights;
    assert_eq!((rubrics, clarity), (1000, None));
    assert_eq!((span(empathy), span(de_escalation)), ((33, 100), (0, 100)));
    assert_eq!(debrief.scores.exercised().map(|(_, score)| score).collect::<Vec<_>>(), [67, 50]);
    // Both at least 40 in 7/9 · 5/9, and both at least 70 in 4/9 · 3/9: developing in 23/81, 28 %, give or take three
    // standard deviations of 1.4.
    assert_eq!(debrief.band, Some(Band::Developing));
    assert!((24..=33).contains(&same_band.expect("there is a band")), "{same_band:?}");
}

#[test]
fn of_one_weight_nothing_hangs_on_it() {
    let scenario = chain(&[&["respects_effort", ""][..]; 6]);
    let (all, none) = (debriefed(&scenario, "c0", 1).other_weights, debriefed(&scenario, "c1", 1).other_weights);
    assert_eq!((span(all.empathy), span(none.empathy)), ((100, 100), (0, 0)));
    assert_eq!(all.same_band, Some(100), "where the weight comes to 0, the other dimension is left");
}

#[test]
fn a_conversation_without_a_decision_has_no_range_and_no_band() {
    let other = debriefed(&chain(&[&["validates"]]), "c0", 1).other_weights;
    assert_eq!((other.empathy, other.clarity, other.de_escalation, other.same_band), (None, None, None, None));
}

#[test]
fn a_score_that_rests_on_one_decision_hangs_more_on_the_weights_than_one_that_rests_on_ten() {
    let one: &[&[&str]] = &[&["respects_effort", "validates", ""]];
    let ten: &[&[&str]] = &[
        one[0],
        &["offers_support", "names_emotion", ""],
        &["open_question", "explores_concern", ""],
        &["whole_person", "apologises", ""],
        &["elicits_values", "asks_culture", ""],
        &["allows_silence", "validates", ""],
        &["reflects_content", "names_emotion", ""],
        &["respects_refusal", "explores_concern", ""],
        &["asks_need", "apologises", ""],
        &["protects_privacy", "asks_culture", ""],
    ];
    let width = |offers| {
        let (low, high) = span(debriefed(&chain(offers), "c0", 1).other_weights.empathy);
        high - low
    };
    let (one, ten) = (width(one), width(ten));
    assert!(one >= 2 * ten && ten > 0, "{one} and {ten}");
}

#[test]
fn the_same_conversation_has_the_same_range_each_time() {
    for id in ["two-hours-in", "too-many-pills", "let-me-out"] {
        let scenario = shipped_as(id);
        let played = |seed| {
            let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
            while let Some(&first) = session.current_scene().offer.first() {
                session.choose(first, None).expect("it is on offer");
            }
            debrief(&scenario, session.transcript()).expect("it fits")
        };
        let debrief = played(7);
        assert_eq!(debrief.other_weights, played(7).other_weights);
        for (dimension, score) in debrief.scores.exercised() {
            let (low, high) = span(debrief.other_weights.get(dimension));
            assert!(low <= score && score <= high, "{id}: {score} within {low} to {high}");
        }
    }
}
