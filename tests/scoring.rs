//! Feelings and scores: what holds in every scenario, and golden conversations.

use std::fmt::Write as _;
use std::sync::Arc;

use bedside::debrief::page::{Material, Page};
use bedside::debrief::{Band, Debrief, MeantFor, TranscriptMismatch, debrief, describe_arc, headline};
use bedside::rubric::{Dimension, Feeling, Stage};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session, State};
use proptest::prelude::*;

use crate::generated::{entropy, generated, play};
use crate::support::playable;

/// A patient with no needs whose scenes follow one another; each offers the given lists of behaviours
/// as the choices c0, c1, …
fn chain(feels: (u8, u8, u8), scenes: &[&[&str]]) -> Arc<Scenario> {
    playable(chain_text(feels, scenes))
}

fn chain_text(feels: (u8, u8, u8), scenes: &[&[&str]]) -> String {
    let mut written = String::new();
    for (index, offer) in scenes.iter().enumerate() {
        let then = if index + 1 < scenes.len() { format!("s{}", index + 1) } else { "end".to_owned() };
        let _ = writeln!(written, "\"s{index}\": (patient: \"Well?\", choices: [");
        for (choice, shows) in offer.iter().enumerate() {
            let _ = writeln!(
                written,
                "(id: \"c{choice}\", say: \"Words.\", shows: [{shows}], why: \"So.\", then: \"{then}\"),"
            );
        }
        let _ = writeln!(written, "]),");
    }
    let (agitation, trust, understanding) = feels;
    format!(
        r#"(
    format: 1, id: "chain", title: "Chain", setting: "Here", place: Ward, you_are: "the nurse",
    summary: "One after the other.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
    objectives: [
        (id: "first", text: "Feeling first", met: Before(names_emotion, explains_why)),
        (id: "well", text: "A good end", met: All(EndedAs(Good), Not(Reached(crisis)))),
    ],
    patient: (
        name: "Ann", age: 50, pronouns: "she/her", about: "A patient.", looks: (skin: 3, hair: Short, wears: Shirt),
        feels: (agitation: {agitation}, trust: {trust}, understanding: {understanding}),
        baseline: 15,
    ),
    start: "s0",
    scenes: {{
{written}
        "end": (ending: (title: "It is over", kind: Good, thought: "Well.")),
    }},
)"#
    )
}

/// Plays the given choice of each scene.
fn along(scenario: &Arc<Scenario>, choices: &[usize]) -> Session {
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(1));
    for choice in choices {
        let id = scenario.find_choice(session.state().scene, &format!("c{choice}")).expect("the chain has it");
        session.choose(id, None).expect("it is on offer");
    }
    session
}

fn course(session: &Session, feeling: Feeling) -> Vec<u8> {
    session.transcript().turns.iter().map(|turn| turn.after.feelings.get(feeling)).collect()
}

fn debriefed(session: &Session) -> Debrief {
    debrief(session.scenario(), session.transcript()).expect("it fits")
}

#[test]
fn hard_words_drive_agitation_up_as_the_model_says() {
    // 55: 10 · 45/50, drift −2. 62: (14 + 5) · 38/50 = 14.4, drift. 74: (15 + 5) · 26/50 = 10.4, drift. 82: (13 + 5) · 18/50
    // = 6.5, drift.
    let scenario = chain((55, 40, 20), &[&["blames_policy"], &["orders_calm"], &["threatens"], &["argues"]]);
    let session = along(&scenario, &[0, 0, 0, 0]);
    assert_eq!(course(&session, Feeling::Agitation), [62, 74, 82, 86]);
    assert_eq!(session.state().peak, Stage::Crisis);
}

#[test]
fn good_words_bring_it_down_as_the_model_says() {
    let scenario = chain(
        (55, 40, 20),
        &[&["names_emotion"], &["asks_need"], &["explains_why, gives_time"], &["teach_back, plain_words"]],
    );
    let session = along(&scenario, &[0, 0, 0, 0]);
    // Down to the baseline of 15, each with a drift of 2: −11 · 40/50 = −8.8; −14 · 30/50 = −8.4; −12 · 20/50 = −4.8; −5 ·
    // 14/50 = −1.4.
    assert_eq!(course(&session, Feeling::Agitation), [45, 35, 29, 26]);
    // 14; 11 · 46/50 = 10.1; 3 · 36/50 = 2.2; 5 · 34/50 = 3.4.
    assert_eq!(course(&session, Feeling::Trust), [54, 64, 66, 69]);
    assert_eq!(course(&session, Feeling::Understanding), [20, 20, 38, 56]);
    assert_eq!(session.state().mind.stage, Stage::Anxious);
}

#[test]
fn agitation_drifts_to_the_baseline_and_stays() {
    let scenario = chain((24, 50, 0), &[NOTHING; 8]);
    assert_eq!(course(&along(&scenario, &[0; 8]), Feeling::Agitation), [22, 20, 18, 16, 15, 15, 15, 15]);
    let scenario = chain((10, 50, 0), &[NOTHING; 3]);
    assert_eq!(course(&along(&scenario, &[0; 3]), Feeling::Agitation), [10, 10, 10]);
}

const NOTHING: &[&str] = &[""];
const EXPLAINING: &[&str] = &["plain_words", "jargon", ""];

/// A scene of middling difficulty: a good answer, a plain one, a poor one.
const MIDDLING: &[&str] = &["validates, calm_tone", "explains_why", "dismisses"];

#[test]
fn always_the_worst_reaches_crisis_and_always_the_best_ends_calm() {
    let scenario = chain((50, 40, 30), &[MIDDLING; 6]);
    let worst = along(&scenario, &[2; 6]);
    assert_eq!(worst.state().peak, Stage::Crisis);
    let best = along(&scenario, &[0; 6]);
    assert_eq!(best.state().mind.stage, Stage::Calm);
    assert!(best.state().mind.feelings.trust > 80);
}

#[test]
fn scores_and_bands_say_how_much_was_done() {
    let scenario = chain((30, 50, 30), &[MIDDLING; 6]);
    let best = debriefed(&along(&scenario, &[0; 6]));
    assert_eq!(best.scores.exercised().map(|(_, score)| score).collect::<Vec<_>>(), [100, 0, 100]);
    assert_eq!((best.band, best.passed), (Some(Band::Beginning), false));
    // Empathy: validates and calm_tone 3, explains_why 0, dismisses -3: (6 + 3 + 6) / 18, twice.
    let mixed = debriefed(&along(&scenario, &[0, 1, 0, 0, 1, 0]));
    assert_eq!(mixed.scores.empathy, Some(83));
    assert_eq!(mixed.scores.clarity, Some(33));
    assert_eq!(mixed.objectives.iter().map(|objective| objective.met).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_is_not_exercised_has_no_score() {
    let scenario = chain((30, 50, 30), &[&["validates"], &["gives_space", "calm_tone"]]);
    let debrief = debriefed(&along(&scenario, &[0, 1]));
    assert_eq!(debrief.scores.clarity, None);
    assert_eq!(debrief.scores.de_escalation, None, "one option is no decision, and two alike do not count");
    assert_eq!(debrief.scores.empathy, Some(100));
    assert_eq!((debrief.band, debrief.passed), (None, false), "one decision says too little");
}

/// A scene of one good answer and one that is worth nothing.
const ONE_GOOD: &[&str] = &["validates", ""];

#[test]
fn few_decisions_are_scored_and_have_no_band_and_no_pass() {
    let after = |scenes: &[&[&str]]| {
        let debrief = debriefed(&along(&chain((30, 50, 30), scenes), &vec![0; scenes.len()]));
        assert_eq!(debrief.scores.empathy, Some(100));
        (debrief.decisions, debrief.band, debrief.passed)
    };
    assert_eq!(after(&[ONE_GOOD; 5]), (5, None, false));
    assert_eq!(after(&[ONE_GOOD; 6]), (6, Some(Band::Strong), true));
    let only_one_option: &[&str] = &["validates"];
    assert_eq!(after(&[ONE_GOOD, ONE_GOOD, ONE_GOOD, ONE_GOOD, ONE_GOOD, only_one_option]), (5, None, false));
}

#[test]
fn a_page_without_a_band_says_why() {
    let page = |scenes: &[&[&str]]| {
        let scenario = chain((30, 50, 30), scenes);
        let debrief = debriefed(&along(&scenario, &vec![0; scenes.len()]));
        format!("{:?}", Page::compose(&Material::of(&scenario, &debrief)))
    };
    let few = "With 5 decisions there is too little to sum up in a word. It takes 6.";
    assert!(page(&[ONE_GOOD; 5]).contains(few));
    assert!(!page(&[ONE_GOOD; 6]).contains("too little to sum up"));
    let only_one_option: &[&str] = &["validates"];
    assert!(page(&[only_one_option; 6]).contains("so there is nothing to sum up"), "nothing was exercised");
}

#[test]
fn an_unsafe_ending_is_no_pass() {
    let text = chain_text((30, 50, 30), &[ONE_GOOD; 6]);
    for (kind, passed) in [("Good", true), ("Mixed", true), ("Poor", true), ("Unsafe", false)] {
        let scenario = playable(text.replace("kind: Good", &format!("kind: {kind}")));
        let debrief = debriefed(&along(&scenario, &[0; 6]));
        assert_eq!((debrief.band, debrief.passed), (Some(Band::Strong), passed), "{kind}");
    }
}

#[test]
fn a_critical_behaviour_caps_the_band() {
    let scenes = [ONE_GOOD, ONE_GOOD, ONE_GOOD, ONE_GOOD, ONE_GOOD, ONE_GOOD, &["threatens"]];
    let debrief = debriefed(&along(&chain((30, 50, 30), &scenes), &[0; 7]));
    assert_eq!(debrief.scores.empathy, Some(100));
    assert_eq!(debrief.band, Some(Band::Developing));
    assert_eq!(
        debrief.critical.iter().map(|act| (act.turn, act.behaviour.as_str())).collect::<Vec<_>>(),
        [(6, "threatens")]
    );
}

#[test]
fn in_a_crisis_clarity_counts_nothing_for_anyone() {
    let scenario = chain((80, 50, 30), &[&["plain_words", "jargon", "calm_tone"]]);
    let debrief = debriefed(&along(&scenario, &[0]));
    let turn = &debrief.turns[0];
    assert!(turn.clarity_lost_to_crisis);
    assert_eq!((turn.lowest.clarity, turn.points.clarity, turn.highest.clarity), (-3, 0, 0));
    assert_eq!(debrief.scores.clarity, Some(100));
}

#[test]
fn the_survey_counts_shares_and_steps_down() {
    let scenario = chain((30, 50, 30), &[EXPLAINING; 4]);
    let answer = |choices: &[usize]| {
        let debrief = debriefed(&along(&scenario, choices));
        let item =
            debrief.survey.into_iter().find(|item| item.id == "explained_so_i_understood").expect("it is shipped");
        (item.answer, item.top_box, item.reasons.iter().map(|reason| reason.meant).collect::<Vec<_>>())
    };
    assert_eq!(answer(&[0, 0, 0, 0]), (Some("Always"), true, vec![MeantFor::For; 4]));
    assert_eq!(
        answer(&[0, 0, 0, 2]),
        (Some("Usually"), false, vec![MeantFor::For, MeantFor::For, MeantFor::For, MeantFor::Missed])
    );
    assert_eq!(
        answer(&[0, 0, 0, 1]),
        (
            Some("Sometimes"),
            false,
            vec![MeantFor::For, MeantFor::For, MeantFor::For, MeantFor::Missed, MeantFor::Against]
        )
    );
    assert_eq!(answer(&[1, 1, 1, 1]).0, Some("Never"));
    let scenario = chain((30, 50, 30), &[&["gives_space", ""]]);
    let debrief = debriefed(&along(&scenario, &[0]));
    let item = debrief.survey.iter().find(|item| item.id == "team_knew").expect("it is shipped");
    assert_eq!((item.answer, item.step, item.top_box, item.reasons.len()), (None, None, false, 0));
}

#[test]
fn turning_points_are_the_largest_swings_with_what_would_have_been_better() {
    let scenario = chain((40, 50, 30), &[&["dismisses", "validates"], &["", "calm_tone"], &["validates", "argues"]]);
    let debrief = debriefed(&along(&scenario, &[0, 0, 0]));
    let points: Vec<_> = debrief
        .turning_points
        .iter()
        .map(|point| (point.turn, point.better.as_ref().map(|it| it.choice.as_str())))
        .collect();
    assert_eq!(points, [(0, Some("c1")), (2, None)]);
    assert!(debrief.turning_points[0].swing > debrief.turning_points[1].swing);
}

#[test]
fn that_it_eased_is_said_only_of_what_ended_so() {
    let mut eased_a_little = 0;
    for (argued, calmed) in (1..6).flat_map(|argued| (1..4).map(move |calmed| (argued, calmed))) {
        let turns = [vec![["argues"].as_slice(); argued], vec![["calm_tone"].as_slice(); calmed]].concat();
        let debrief = debriefed(&along(&chain((60, 40, 30), &turns), &vec![0; argued + calmed]));
        let said = headline(&debrief);
        let ran_high = debrief.patient.stage >= Stage::Escalating;
        assert!(!(ran_high && said.contains("until it eased")), "{said}");
        eased_a_little += usize::from(ran_high && said.contains("eased a little"));
    }
    assert!(eased_a_little > 0);
}

#[test]
fn a_debrief_opens_and_is_told_in_words() {
    let scenario = chain((40, 50, 30), &[&["dismisses"], &["argues"], &["validates, calm_tone"], &["asks_need"]]);
    let debrief = debriefed(&along(&scenario, &[0, 0, 0, 0]));
    assert_eq!(
        headline(&debrief),
        "\u{201c}It is over\u{201d}. It grew tense on the way, and you stayed with it until it eased."
    );
    assert_eq!(
        describe_arc(&debrief),
        "Agitation began at 40 (anxious), was highest after turn 2 at 67 (escalating), and ended at 44 (anxious). \
         Trust began at 50, was lowest after turn 2 at 23, and ended at 49. \
         Understanding began at 30 and ended at 30. \
         The largest change came with turn 1: agitation rose by 13, trust fell by 22."
    );
}

#[test]
fn reasons_name_the_behaviours() {
    let scenario = chain((40, 50, 30), &[&["names_emotion, plain_words"]]);
    let debrief = debriefed(&along(&scenario, &[0]));
    let because: Vec<_> =
        debrief.turns[0].changes.iter().map(|change| (change.amount, change.because.as_str())).collect();
    assert_eq!(
        because,
        [
            (-15, "Names the feeling; Uses everyday words"),
            (15, "Names the feeling; Uses everyday words"),
            (18, "Uses everyday words"),
            // −15 · 25/50 = −7.5.
            (8, "there was less room left for it"),
            (-2, "settling by themselves"),
        ]
    );
}

#[test]
fn a_record_of_another_version_is_refused_with_what_is_missing() {
    let long = chain((40, 50, 30), &[&["validates"], &["validates"]]);
    let short = chain((40, 50, 30), &[&["validates"]]);
    let session = along(&long, &[0, 0]);
    let mismatch = debrief(&short, session.transcript()).expect_err("it does not have s1");
    assert_eq!(mismatch, TranscriptMismatch::Scene { turn: 0, scene: "s1".into() });
    assert_eq!(mismatch.to_string(), "turn 1: the scenario has no scene \u{201c}s1\u{201d}");
}

const ANY: &[&str] = &[
    "",
    "plain_words",
    "gives_space",
    "calm_tone",
    "jargon",
    "vague_time",
    "argues",
    "orders_calm",
    "interrupts",
    "dismisses",
    "validates",
    "asks_need",
    "gives_time",
    "explains_why",
    "threatens",
    "argues, asks_need",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_conversation_ends_within_bounds_and_its_reasons_add_up(entropy in entropy(), seed: u64) {
        let scenario = generated(&entropy);
        let session = play(Session::begin(scenario.clone(), Chance::from_seed(seed)), &entropy);
        prop_assert!(session.transcript().turns.len() <= scenario.choices.len());
        let debrief = debriefed(&session);
        for turn in &debrief.turns {
            for feeling in Feeling::ALL {
                let sum: i32 = turn.changes.iter().filter(|change| change.feeling == feeling).map(|change| change.amount).sum();
                let change = i32::from(turn.after.feelings.get(feeling)) - i32::from(turn.before.feelings.get(feeling));
                prop_assert_eq!(sum, change);
                prop_assert!(turn.after.feelings.get(feeling) <= 100);
            }
            prop_assert!(turn.changes.iter().all(|change| change.amount != 0));
            for dimension in Dimension::ALL {
                prop_assert!(turn.lowest[dimension] <= turn.points[dimension]);
                prop_assert!(turn.points[dimension] <= turn.highest[dimension]);
            }
        }
        prop_assert!(debrief.scores.exercised().all(|(_, score)| score <= 100));
        prop_assert!(debrief.survey.iter().all(|item| item.step.is_none_or(|(step, of)| step < of)));
    }

    #[test]
    fn the_same_seed_and_choices_give_the_same_conversation(entropy in entropy(), seed: u64) {
        let scenario = generated(&entropy);
        let session = play(Session::begin(scenario.clone(), Chance::from_seed(seed)), &entropy);
        let again = play(Session::begin(scenario.clone(), Chance::from_seed(seed)), &entropy);
        prop_assert_eq!(session.transcript(), again.transcript());
        let replayed = Session::replay(scenario.clone(), session.transcript()).expect("it was played");
        prop_assert_eq!(session.transcript(), replayed.transcript());
        prop_assert_eq!(debriefed(&session), debriefed(&replayed));
    }

    #[test]
    fn a_record_leads_to_the_state_that_play_led_to(entropy in entropy(), seed: u64) {
        let scenario = generated(&entropy);
        let session = play(Session::begin(scenario.clone(), Chance::from_seed(seed)), &entropy);
        let recorded = State::at_end_of(&scenario, session.transcript()).expect("it fits");
        prop_assert_eq!(&recorded, session.state());
    }

    #[test]
    fn more_de_escalation_never_raises_agitation(
        agitation in 0u8..=100,
        trust in 0u8..=100,
        before in proptest::sample::select(ANY),
        one in proptest::sample::select(ANY),
        other in proptest::sample::select(ANY),
    ) {
        let scenario = chain((agitation, trust, 30), &[&[before], &[one, other]]);
        let (less, more) = (scenario.choices[1].points, scenario.choices[2].points);
        prop_assume!(less.empathy <= more.empathy && less.de_escalation <= more.de_escalation);
        let agitation = |choice| along(&scenario, &[0, choice]).state().mind.feelings.agitation;
        prop_assert!(agitation(1) <= agitation(0));
    }

    #[test]
    fn empathy_first_leaves_understanding_at_least_as_high(agitation in 50u8..=100, trust in 0u8..=100, understanding in 0u8..=100, empathy in 0usize..8, information in 0usize..6) {
        let empathy = ["names_emotion", "validates", "allows_silence", "respects_effort", "offers_support", "calm_tone",
            "asks_need", "apologises"][empathy];
        let information = ["explains_why", "gives_time", "plain_words", "balanced_risk", "specific_next_step", "teach_back"][information];
        let understanding = |first, second| {
            let scenario = chain((agitation, trust, understanding), &[&[first], &[second]]);
            along(&scenario, &[0, 0]).state().mind.feelings.understanding
        };
        prop_assert!(understanding(empathy, information) >= understanding(information, empathy));
    }
}

/// The ids are in written order, so that `choices[n]` of the first scene is `c{n}`.
#[test]
fn a_chain_offers_what_it_is_given() {
    let scenario = chain((10, 10, 10), &[&["validates", "jargon"]]);
    let offered: Vec<ChoiceId> = State::begin(&scenario).options(&scenario).collect();
    assert_eq!(offered.len(), 2);
}
