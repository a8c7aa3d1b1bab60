//! What a moment does to the points of an option, and what the debrief says of it.

use bedside::debrief::page::{Block, Material, Page, Statement};
use bedside::rubric::{AtMoment, BehaviourId, BehaviourSet, Dimension, EccsLevel, Points};
use bedside::scenario::{Choice, Scenario};
use bedside::session::Session;

use super::{after, changes_of, choice, debriefed, scenario, scene};
use crate::support;

const PATIENT: &str = "feels: (agitation: 30, trust: 40, understanding: 20), \
    needs: [(id: \"pain\", text: \"P\", cleared_by: attends_need), (id: \"thirst\", text: \"T\")]";

fn points(empathy: i32, clarity: i32, de_escalation: i32) -> Points {
    Points { empathy, clarity, de_escalation }
}

/// A scene of this moment with an option for each list of behaviours, named by its number.
fn at(moment: &str, options: &[&str]) -> std::sync::Arc<Scenario> {
    let named = options.iter().enumerate();
    let choices: Vec<String> =
        named.map(|(number, shows)| choice(&format!("o-{number}"), shows, "\"end\"", "")).collect();
    scenario(PATIENT, &scene("hub", &choices, &format!("moment: {moment}, cue: \"His jaw is set\"")))
}

/// The points of an option that shows these behaviours at this moment.
#[track_caller]
fn scored(moment: &str, shows: &str) -> Points {
    at(moment, &[shows]).choices[0].points
}

fn added(scenario: &Scenario, choice: &Choice) -> Option<String> {
    choice.added().map(|id| scenario.rubric.behaviour(id).id.clone())
}

#[test]
fn the_same_good_sentence_is_right_at_one_moment_and_wrong_at_another() {
    assert_eq!(scored("feeling", "validates"), points(3, 0, 2));
    // ⌊3/2⌋ − 1, 0 − 2, ⌊2/2⌋ − 1: `sidesteps` weighs −1, −2, −1.
    assert_eq!(scored("question", "validates"), points(0, -2, 0));
    assert_eq!(scored("question", "gives_time"), points(0, 2, 2));
    // 0 − 2, ⌊2/2⌋ − 1, ⌊2/2⌋ − 1: `ignores_cue` weighs −2, 0, −1, and its 0 counts −1 when it is added.
    assert_eq!(scored("feeling", "gives_time"), points(-2, 0, 0));
    assert_eq!(scored("risk", "asks_safety"), points(2, 2, 1));
    // ⌊2/2⌋ − 1, ⌊1/2⌋ − 1, ⌊1/2⌋ − 2: `lets_it_pass` weighs −1, −1, −2.
    assert_eq!(scored("risk", "open_question"), points(0, -1, -2));
}

#[test]
fn what_misses_a_moment_scores_less_than_what_meets_it() {
    for (moment, meets, misses) in [
        ("question", "gives_time", "validates"),
        ("feeling", "validates", "gives_time"),
        ("risk", "asks_safety", "open_question"),
        ("need", "attends_need", "explains_why"),
        ("choice", "offers_choices", "explains_why"),
        ("repair", "apologises", "offers_support"),
        ("room", "gives_space", "explores_concern"),
        ("muddle", "teach_back", "validates"),
    ] {
        let scenario = at(moment, &[meets, misses]);
        assert_eq!(scenario.choices[0].meets_moment(), Some(true), "{moment}");
        assert_eq!(scenario.choices[1].meets_moment(), Some(false), "{moment}");
        let (met, missed) = (scenario.choices[0].points, scenario.choices[1].points);
        assert!(met.sum() > missed.sum(), "{moment}: {met:?} {missed:?}");
        assert!(Dimension::ALL.into_iter().all(|dimension| missed[dimension] <= 0), "{moment}: {missed:?}");
    }
}

#[test]
fn at_a_feeling_an_answer_from_a_distance_is_only_halved() {
    let scenario = at("feeling", &["plain_words", "open_question", "ignores_cue", "argues", "names_emotion"]);
    let added: Vec<bool> = scenario.choices.iter().map(|choice| choice.added().is_some()).collect();
    assert_eq!(added, [true, false, true, true, false]);
    let levels: Vec<Option<u8>> = scenario.choices.iter().map(|choice| choice.eccs.map(EccsLevel::get)).collect();
    assert_eq!(levels, [Some(1), Some(2), Some(1), Some(0), Some(3)]);
    assert_eq!(scenario.choices[1].points, points(1, 0, 0), "2, 1 and 1 halved");
    assert_eq!(
        scenario.choices[2].points,
        points(-2, -1, -1),
        "what is shown already counts once, as when it is added"
    );
}

#[test]
fn closing_a_need_meets_it_by_name_or_by_behaviour() {
    let choices = [
        choice("water", "", "\"end\"", "meets: [\"thirst\"]"),
        choice("tablets", "attends_need", "\"end\"", ""),
        choice("talk", "validates", "\"end\"", ""),
    ];
    let scenario = scenario(PATIENT, &scene("hub", &choices, "moment: need"));
    let met: Vec<Option<bool>> = scenario.choices.iter().map(Choice::meets_moment).collect();
    assert_eq!(met, [Some(true), Some(true), Some(false)]);
    assert_eq!(scenario.choices[0].points, Points::default());
}

#[test]
fn what_spoils_a_moment_misses_it_whatever_else_is_shown() {
    let scenario = at("question", &["explains_why", "explains_why, jargon", "owns_not_knowing"]);
    let met: Vec<Option<bool>> = scenario.choices.iter().map(Choice::meets_moment).collect();
    assert_eq!(met, [Some(true), Some(false), Some(true)]);
    // 0 − 1, ⌊2/2⌋ − 3 − 2 and at least −3 of the bad, ⌊1/2⌋ − 1 − 1.
    assert_eq!(scenario.choices[1].points, points(-1, -2, -2));
}

#[test]
fn of_two_moments_either_can_be_met_and_the_first_says_what_is_added() {
    let scenario = at("[question, feeling]", &["gives_time", "validates", "gives_space", "open_question"]);
    let met: Vec<Option<bool>> = scenario.choices.iter().map(Choice::meets_moment).collect();
    assert_eq!(met, [Some(true), Some(true), Some(false), Some(false)]);
    assert_eq!(added(&scenario, &scenario.choices[2]).as_deref(), Some("sidesteps"));
    assert_eq!(added(&scenario, &scenario.choices[3]), None, "level 2 at a feeling is only halved");
    let other_way_round = at("[feeling, question]", &["gives_space"]);
    assert_eq!(added(&other_way_round, &other_way_round.choices[0]).as_deref(), Some("ignores_cue"));
}

#[test]
fn a_moment_can_be_somebody_elses() {
    let choices = [choice("tell", "explains_why", "\"end\"", ""), choice("go", "", "\"end\"", "")];
    let rest = "lines: [(who: \"mary\", say: \"Why?\")], moment: question";
    for (by, name) in [("", None), (", moment_by: \"mary\"", Some("Mary"))] {
        let scenario = scenario(PATIENT, &scene("hub", &choices, &format!("{rest}{by}")));
        let moments = debriefed(&after(&scenario, &["tell"])).moments;
        assert_eq!(moments[0].by.as_deref(), name);
    }
}

#[test]
fn what_is_added_is_not_shown() {
    let choices = [
        choice("tell", "explains_why", "\"hub\"", ""),
        choice("stop", "", "\"end\"", ""),
        choice("asks", "open_question", "\"hub\"", "when: Shown(ignores_cue)"),
    ];
    let scenario = scenario(PATIENT, &scene("hub", &choices, "moment: feeling, cue: \"C\""));
    let session = after(&scenario, &["tell"]);
    assert_eq!(super::offered(&session), ["stop"]);
    let debrief = debriefed(&session);
    let turn = &debrief.turns[0];
    let added: Vec<&str> =
        turn.behaviours.iter().filter(|shown| shown.added_by_rule).map(|shown| shown.id.as_str()).collect();
    assert_eq!(added, ["ignores_cue"]);
    let against = debrief.survey.iter().flat_map(|item| &item.reasons).flat_map(|reason| &reason.behaviours);
    assert_eq!(against.filter(|label| *label == "Passes over a feeling").count(), 0);
    let trust: i32 = changes_of(&session, bedside::rubric::Feeling::Trust).iter().map(|(_, amount)| amount).sum();
    assert!(trust < 0, "{trust}");
}

#[test]
fn in_a_crisis_a_moment_comes_first_and_then_clarity_counts_nothing() {
    let scenario = at("question", &["explains_why"]);
    assert_eq!(scenario.choices[0].points_at(bedside::rubric::Stage::Crisis), points(0, 0, 1));
}

/// Every single behaviour, and every two.
fn ones_and_twos() -> Vec<BehaviourSet> {
    let rubric = support::rubric();
    let all: Vec<BehaviourId> =
        rubric.behaviours.iter().map(|one| rubric.find(&one.id).expect("it is listed")).collect();
    let twos = all.iter().flat_map(|one| all.iter().map(|other| [*one, *other].into_iter().collect()));
    twos.chain([BehaviourSet::default()]).collect()
}

#[test]
fn an_option_that_misses_never_earns_a_point_and_one_that_is_only_halved_no_more_than_its_halves() {
    let rubric = support::rubric();
    let trust = |points: Points| {
        let weights = rubric.model.trust;
        weights.empathy * points.empathy
            + weights.clarity * points.clarity
            + weights.de_escalation * points.de_escalation
    };
    for kind in &rubric.moments {
        let id = rubric.find_moment(&kind.id).expect("it is listed");
        for shown in ones_and_twos() {
            let at_moment = rubric.at_moment(&[id], shown, false);
            let AtMoment::Missed { added } = at_moment else { continue };
            let (points, gained) = (rubric.points(shown, at_moment), rubric.gained(shown));
            for dimension in Dimension::ALL {
                let most = if added.is_some() { 0 } else { gained[dimension] / 2 };
                assert!(points[dimension] <= most, "{}: {shown:?} earns {points:?}", kind.id);
            }
            let halves = Points::from_fn(|dimension| gained[dimension] / 2);
            assert!(trust(points) <= if added.is_some() { 0 } else { trust(halves) }, "{}: {shown:?}", kind.id);
        }
    }
}

#[test]
fn whatever_is_added_weighs_against_each_dimension() {
    let rubric = support::rubric();
    for kind in &rubric.moments {
        let weights = rubric.weights_when_added(kind.added);
        assert!(Dimension::ALL.into_iter().all(|dimension| weights[dimension] <= -1), "{}", kind.id);
        assert!(kind.met.behaviours.intersection(kind.spoilt_by).is_empty());
    }
}

/// The blocks of the only turn, as `label text aside` lines, with what is folded.
fn blocks_of_the_turn(session: &Session) -> Vec<String> {
    let debrief = debriefed(session);
    let page = Page::compose(&Material::of(session.scenario(), &debrief));
    let blocks = page.parts.iter().flat_map(|part| &part.blocks);
    let turns = blocks.filter_map(|block| match block {
        Block::Turns { turns, .. } => Some(turns),
        _ => None,
    });
    turns.flatten().flat_map(|turn| &turn.blocks).flat_map(lines).collect()
}

fn lines(block: &Block) -> Vec<String> {
    let line = |Statement { label, text, aside, .. }: &Statement| {
        [label.as_deref(), Some(text.as_str()), aside.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    match block {
        Block::Statement(statement) => vec![line(statement)],
        Block::List(items) => items.iter().map(line).collect(),
        Block::Fold(fold) => fold.blocks.iter().flat_map(lines).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_debrief_says_what_the_moment_was_and_how_the_points_came_about() {
    let scenario = at("question", &["validates", "gives_time"]);
    let session = after(&scenario, &["o-0"]);
    let debrief = debriefed(&session);
    assert_eq!((debrief.moments_met.met, debrief.moments_met.of), (0, 1));
    assert_eq!(debrief.moments[0].kinds[0].id, "question");
    assert_eq!(debrief.moments[0].halved, Some(points(3, 0, 2)));
    let page = Page::compose(&Material::of(&scenario, &debrief));
    assert_eq!(page.summary.moments.as_deref(), Some("Of 1 moment to answer, you met 0."));
    let said = blocks_of_the_turn(&session);
    let says = |begins: &str, holds: &str| {
        assert!(
            said.iter().any(|line| line.starts_with(begins) && line.contains(holds)),
            "{begins}, {holds}: {said:#?}"
        );
    };
    says("The moment:", "John asked you something. This was missed.");
    says("On such moments:", "Calgary-Cambridge");
    says("Goes round the question (because the moment was missed):", "");
    says("Goes round the question:", "counts empathy \u{2212}1, clarity \u{2212}2");
    says("Half:", "empathy +3 to +1, de-escalation +2 to +1.");
    let met = blocks_of_the_turn(&after(&scenario, &["o-1"]));
    assert!(met.iter().any(|line| line.contains("asked you something. You met it.")), "{met:#?}");
    assert!(!met.iter().any(|line| line.starts_with("Half:")));
}
