//! What holds of every conversation, whatever the scenario and the choices.

mod generated;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use bedside::scenario::Scenario;
use bedside::session::{Chance, Refusal, RoadStep, Session};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;

use crate::properties::conversation::{
    assert_same, can_be_debriefed, can_be_played_again, replies_are_as_they_were_met, turns_are_as_the_model_says,
};
use crate::support;

/// More turns than any scenario here has choices to take.
const LONG: usize = 200;

fn any_scenario() -> impl Strategy<Value = Arc<Scenario>> {
    static SHIPPED: LazyLock<Vec<Arc<Scenario>>> = LazyLock::new(support::shipped);
    let generated = any::<u64>().prop_map(|seed| {
        let reading = support::read("generated", generated::scenario(seed));
        let errors = reading.report.has_errors();
        assert!(!errors, "{}\n{}", support::rendered(&reading.report), reading.report.source.text());
        Arc::new(reading.scenario.expect("nothing is wrong with it"))
    });
    prop_oneof![1 => prop::sample::select(SHIPPED.clone()), 4 => generated]
}

/// The option picked at each turn, as a number taken modulo the size of the offer.
fn picks() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![Just(vec![0]), Just(vec![255]), prop::collection::vec(any::<u8>(), 1..40)]
}

/// Takes one of the options on offer, as picked.
fn pick(session: &mut Session, picks: &[u8]) {
    let turn = session.transcript().turns.len();
    let offer = &session.current_scene().offer;
    let choice = offer[usize::from(picks[turn % picks.len()]) % offer.len()];
    session.choose(choice, None).expect("it is on offer");
}

/// Plays a conversation from its beginning until nothing is left to choose.
fn play(scenario: &Arc<Scenario>, seed: u64, picks: &[u8]) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed));
    while !session.is_over() && session.transcript().turns.len() < LONG {
        pick(&mut session, picks);
    }
    session
}

proptest! {
    #![proptest_config(Config { cases: 128, failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_conversation_ends_or_has_nothing_left(scenario in any_scenario(), seed in any::<u64>(), picks in picks()) {
        let mut session = play(&scenario, seed, &picks);
        assert!(session.is_over());
        assert_eq!(session.transcript().ending.is_some(), session.ending().is_some());
        let before = session.clone();
        let refused = session.follow(&RoadStep::choose("c-0"), None);
        assert_eq!(refused, Err(Refusal::Over { choice: "c-0".to_owned() }));
        assert_same(&session, &before);
    }

    #[test]
    fn every_turn_is_as_the_model_says(scenario in any_scenario(), seed in any::<u64>(), picks in picks()) {
        let session = play(&scenario, seed, &picks);
        turns_are_as_the_model_says(&scenario, session.transcript());
    }

    #[test]
    fn a_conversation_can_be_played_again(scenario in any_scenario(), seed in any::<u64>(), picks in picks()) {
        let session = play(&scenario, seed, &picks);
        assert_same(&play(&scenario, seed, &picks), &session);
        can_be_played_again(&session);
    }

    #[test]
    fn rewound_and_continued_alike_it_is_the_same(
        scenario in any_scenario(), seed in any::<u64>(), picks in picks(), turn in any::<prop::sample::Index>(),
    ) {
        let session = play(&scenario, seed, &picks);
        let turn = turn.index(session.transcript().turns.len() + 1);
        let mut rewound = session.rewound(turn).expect("a record fits its scenario");
        assert_eq!(rewound.transcript().turns, session.transcript().turns[..turn]);
        while !rewound.is_over() {
            pick(&mut rewound, &picks);
        }
        assert_same(&rewound, &session);
    }

    #[test]
    fn what_is_refused_changes_nothing(scenario in any_scenario(), seed in any::<u64>(), picks in picks()) {
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
        while !session.is_over() {
            let before = session.clone();
            let on_offer: Vec<&str> = session.current_scene().offer.iter().map(|&id| scenario.choice(id).id.as_str()).collect();
            let other = scenario.choices.iter().find(|choice| !on_offer.contains(&choice.id.as_str()));
            let step = RoadStep::choose(other.map_or("nothing-like-it", |choice| &choice.id));
            assert!(matches!(session.follow(&step, None), Err(Refusal::NotOnOffer { .. })));
            let step = RoadStep { drawn: Some("nowhere".to_owned()), ..RoadStep::choose(on_offer[0]) };
            assert!(matches!(session.follow(&step, None), Err(Refusal::NotAnOutcome { .. })));
            assert_same(&session, &before);
            pick(&mut session, &picks);
        }
    }

    #[test]
    fn what_is_chosen_earlier_changes_no_luck_later(
        scenario in any_scenario(), seed in any::<u64>(), one in picks(), other in picks(),
    ) {
        let (one, other) = (play(&scenario, seed, &one), play(&scenario, seed, &other));
        let met = |session: &Session| {
            let mut visits = BTreeMap::new();
            let mut met = BTreeMap::new();
            for turn in &session.transcript().turns {
                let visit = visits.entry(turn.scene.clone()).and_modify(|visit| *visit += 1).or_insert(1_usize);
                let mut offered = turn.offered.clone();
                offered.sort();
                met.insert((turn.scene.clone(), *visit, offered), turn.offered.clone());
            }
            met
        };
        let other = met(&other);
        for (key, order) in met(&one) {
            assert!(other.get(&key).is_none_or(|same| *same == order), "{key:?}");
        }
    }

    #[test]
    fn every_walk_can_be_debriefed(scenario in any_scenario(), seed in any::<u64>(), picks in picks()) {
        let session = play(&scenario, seed, &picks);
        can_be_debriefed(&scenario, session.transcript());
        replies_are_as_they_were_met(&session);
    }
}
