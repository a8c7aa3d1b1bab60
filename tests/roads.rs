//! Exploring all roads at once is exact: it finds the same as playing every road.

use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{BestRoads, Bounds, ChanceModel, Effort, Limits, Roads, analyse, what_if};
use bedside::debrief::rescore;
use bedside::rubric::Dimension;
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Decision, NoReasons, Road, RoadStep, Session, State};
use proptest::prelude::*;

use crate::generated::{entropy, generated, play};
use crate::support;

/// Every road of a small scenario, walked one by one by the rules of play.
#[derive(Default)]
struct Walked {
    turns: usize,
    /// The lowest and the highest score, by dimension.
    scores: [Option<(u8, u8)>; 3],
    /// The highest sum of all points, and the first road in written order that reaches it.
    best: Option<(i32, Vec<ChoiceId>)>,
}

/// Scenarios whose roads have more turns than this in all are skipped.
const MANY: usize = 20_000;

impl Walked {
    /// Walks every road with the chance of one seed, by playing it.
    fn of_seed(session: &Session, road: &mut Vec<ChoiceId>, worth: i32, walked: &mut Self) {
        if session.is_over() {
            let scores = rescore(session.scenario(), session.transcript()).expect("it fits");
            walked.end(Dimension::ALL.map(|dimension| scores.get(dimension)), road, worth);
        }
        let options: Vec<ChoiceId> = session.state().options(session.scenario()).collect();
        for choice in options {
            walked.turns += 1;
            if walked.turns > MANY {
                return;
            }
            let mut next = session.clone();
            next.choose(choice, None).expect("it is on offer");
            let points = session.scenario().choice(choice).points_at(session.state().mind.stage);
            road.push(choice);
            Self::of_seed(&next, road, worth + points.sum(), walked);
            road.pop();
        }
    }

    /// Walks every road with every draw.
    fn of_all(scenario: &Scenario, state: &State, sums: [(i32, i32); 3], walked: &mut Self) {
        let offer: Vec<ChoiceId> = state.options(scenario).collect();
        if offer.is_empty() {
            let score = |(gained, possible): (i32, i32)| {
                (possible > 0).then(|| u8::try_from((200 * gained + possible) / (2 * possible)).expect("0 to 100"))
            };
            walked.end(sums.map(score), &[], 0);
        }
        for &choice in &offer {
            let mut sums = sums;
            if let Some(decision) = Decision::new(scenario, &offer, choice, state.mind.stage) {
                for (sum, dimension) in sums.iter_mut().zip(Dimension::ALL) {
                    sum.0 += decision.taken[dimension] - decision.lowest[dimension];
                    sum.1 += decision.highest[dimension] - decision.lowest[dimension];
                }
            }
            let mut taken = state.clone();
            let branch = taken.take(scenario, choice, &mut NoReasons).branch;
            for &(_, target) in &branch.to {
                walked.turns += 1;
                if walked.turns > MANY {
                    return;
                }
                let mut arrived = taken.clone();
                arrived.arrive(scenario, target);
                Self::of_all(scenario, &arrived, sums, walked);
            }
        }
    }

    fn end(&mut self, scores: [Option<u8>; 3], road: &[ChoiceId], worth: i32) {
        for (range, score) in self.scores.iter_mut().zip(scores) {
            if let Some(score) = score {
                let (lowest, highest) = range.unwrap_or((score, score));
                *range = Some((lowest.min(score), highest.max(score)));
            }
        }
        if self.best.as_ref().is_none_or(|(best, _)| worth > *best) {
            self.best = Some((worth, road.to_vec()));
        }
    }
}

fn ranges(bounds: &Bounds) -> [Option<(u8, u8)>; 3] {
    Dimension::ALL.map(|dimension| bounds.get(dimension).map(|bound| (bound.worst, bound.best)))
}

/// The roads of the bounds, played, score what the bounds say.
fn assert_roads_score(scenario: &Arc<Scenario>, chance: Chance, bounds: &Bounds) {
    for dimension in Dimension::ALL {
        let Some(bound) = bounds.get(dimension) else { continue };
        for (road, says) in [(&bound.best_road, bound.best), (&bound.worst_road, bound.worst)] {
            let session = Session::along(scenario.clone(), chance, road).expect("the road is a road");
            assert!(session.is_over(), "the road is complete");
            let scores = rescore(scenario, session.transcript()).expect("it fits");
            assert_eq!(scores.get(dimension), Some(says));
        }
    }
}

fn roads(scenario: &Arc<Scenario>, model: ChanceModel) -> Roads {
    Roads::explore(scenario, model, Limits::default()).expect("small enough")
}

/// Explores with a relaxation that keeps every choice apart if that gives at most `detailed` states. A relaxation
/// leaves feelings open, so that for some generated scenarios with few roads it is very large. These are skipped,
/// because an unoptimised build would take minutes for each.
fn relaxed(scenario: &Arc<Scenario>, model: ChanceModel, detailed: usize) -> Result<Roads, TestCaseError> {
    let limits = Limits { states: 100_000, detailed, ..Limits::default() };
    Roads::explore(scenario, model, limits).map_err(|_| TestCaseError::reject("too large a relaxation"))
}

fn small(scenario: &Arc<Scenario>, model: ChanceModel) -> Result<Roads, TestCaseError> {
    relaxed(scenario, model, Limits::default().detailed)
}

/// Explores with a relaxation that only counts choices.
fn counted(scenario: &Arc<Scenario>, model: ChanceModel) -> Result<Roads, TestCaseError> {
    relaxed(scenario, model, 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_bounds_of_a_seed_are_those_of_all_its_roads(entropy in entropy(), seed in 0u64..50) {
        let scenario = generated(&entropy);
        let chance = Chance::from_seed(seed);
        let mut walked = Walked::default();
        Walked::of_seed(&Session::begin(scenario.clone(), chance), &mut Vec::new(), 0, &mut walked);
        prop_assume!(walked.turns <= MANY);
        let bounds = small(&scenario, ChanceModel::Seeded(chance))?.bounds().expect("small enough");
        prop_assert_eq!(ranges(&bounds), walked.scores);
        prop_assert_eq!(&counted(&scenario, ChanceModel::Seeded(chance))?.bounds().expect("small enough"), &bounds);
        assert_roads_score(&scenario, chance, &bounds);
    }

    #[test]
    fn the_bounds_over_all_draws_are_those_of_all_roads(entropy in entropy(), seed in 0u64..50) {
        let scenario = generated(&entropy);
        let mut walked = Walked::default();
        Walked::of_all(&scenario, &State::begin(&scenario), [(0, 0); 3], &mut walked);
        prop_assume!(walked.turns <= MANY);
        let bounds = small(&scenario, ChanceModel::Any)?.bounds().expect("small enough");
        prop_assert_eq!(ranges(&bounds), walked.scores);
        assert_roads_score(&scenario, Chance::from_seed(seed), &bounds);
    }

    #[test]
    fn the_best_road_is_the_first_of_the_best(entropy in entropy(), seed in 0u64..50, taken in 0usize..4) {
        let scenario = generated(&entropy);
        let chance = Chance::from_seed(seed);
        let (roads, counted) = (small(&scenario, ChanceModel::Seeded(chance))?, counted(&scenario, ChanceModel::Seeded(chance))?);
        let mut best = BestRoads::new(&roads);
        let played = play(Session::begin(scenario, chance), &entropy);
        for turn in 0..=taken.min(played.transcript().turns.len()) {
            let session = played.rewound(turn).expect("it was played");
            let mut walked = Walked::default();
            Walked::of_seed(&session, &mut Vec::new(), 0, &mut walked);
            prop_assume!(walked.turns <= MANY);
            let found = best.from(session.state()).expect("small enough");
            let by_count = counted.best_from(session.state()).expect("small enough");
            prop_assert_eq!(&found, &by_count);
            prop_assert_eq!(Some(found), walked.best.map(|(_, road)| road), "from turn {}", turn);
        }
    }

    #[test]
    fn what_if_is_what_playing_it_comes_to(entropy in entropy(), seed in 0u64..50) {
        let scenario = generated(&entropy);
        let chance = Chance::from_seed(seed);
        let session = play(Session::begin(scenario.clone(), chance), &entropy);
        let alternatives = what_if(&session, &small(&scenario, ChanceModel::Seeded(chance))?).expect("it can be told");
        let turns = &session.transcript().turns;
        let others: usize = turns.iter().map(|turn| turn.offered.len() - 1).sum();
        prop_assert_eq!(alternatives.len(), others);
        for one in &alternatives {
            prop_assert!(turns[one.turn].choice != one.choice);
            prop_assert!(turns[one.turn].offered.iter().any(|offered| *offered == one.choice));
            for outcome in std::iter::once(&one.with_best).chain(&one.with_own) {
                let before = turns[..one.turn].iter().map(|turn| turn.choice.as_str());
                let choices = before.chain([one.choice.as_str()]).chain(outcome.road.iter().map(String::as_str));
                let road = Road { steps: choices.map(RoadStep::choose).collect() };
                let played = Session::along(scenario.clone(), chance, &road).expect("the road is a road");
                prop_assert!(played.is_over());
                prop_assert_eq!(played.transcript().felt_now(), outcome.patient);
                prop_assert_eq!(&rescore(&scenario, played.transcript()).expect("it fits"), &outcome.scores);
                let ending = outcome.ending.as_ref().map(|ending| ending.scene.as_str());
                prop_assert_eq!(played.transcript().ending.as_deref(), ending);
            }
            prop_assert!(one.with_own.as_ref().is_none_or(|own| own.road != one.with_best.road));
        }
    }
}

#[test]
fn the_shipped_scenarios_are_small_enough() {
    for scenario in support::shipped() {
        let chance = Chance::from_seed(7);
        let roads = roads(&scenario, ChanceModel::Seeded(chance));
        let bounds = roads.bounds().expect("small enough");
        assert_eq!(ranges(&bounds), [Some((0, 100)); 3]);
        assert_roads_score(&scenario, chance, &bounds);
        let mut best = BestRoads::new(&roads);
        let road = best.from(&State::begin(&scenario)).expect("small enough");
        assert!(!road.is_empty());
        assert!(best.states() < 100_000, "{}: {} states", scenario.id, best.states());
        let session = play(Session::begin(scenario.clone(), chance), &[3, 1, 2]);
        assert!(!what_if(&session, &roads).expect("it can be told").is_empty());
    }
}

#[test]
fn too_many_roads_are_not_computed() {
    let limits = Limits { states: 10, ..Limits::default() };
    let error =
        Roads::explore(&support::shipped_as("too-many-pills"), ChanceModel::Any, limits).expect_err("there are more");
    assert_eq!(error.to_string(), "not computed: too many roads (more than 10 states)");
}

#[test]
fn a_scene_that_conditions_let_be_met_once_is_no_riddle_where_choices_are_only_counted() {
    let round: String = (0..8).map(|number| choice(&format!("c-{number}"), "hub", "")).collect();
    let back = choice("back", "morning", "when: Not(Flag(\"gone\"))");
    let morning = choice("go", "hub", "sets: [\"gone\"]");
    let scenario = made_of(&format!("\"morning\": (choices: [{morning}]), \"hub\": (choices: [{round}{back}])"));
    let limits = Limits { detailed: 50, ..Limits::default() };
    let roads = Roads::explore(&scenario, ChanceModel::Any, limits).expect("small enough");
    assert_eq!(roads.best_from(&State::begin(&scenario)).expect("small enough").len(), 9);
}

#[test]
fn what_was_said_in_a_scene_that_one_choice_leads_to_is_forgotten_when_it_is_left() {
    let states = |asides: usize| {
        let asides: String = (0..asides).map(|number| choice(&format!("c-{number}"), "morning", "")).collect();
        let morning = ["ask", "wait", "go"].map(|id| choice(id, if id == "ask" { "aside" } else { "morning" }, ""));
        let scenario = made_of(&format!(
            "\"morning\": (choices: [{}{}]), \"aside\": (choices: [{asides}])",
            morning.concat(),
            choice("leave", "better", ""),
        ));
        analyse(&scenario, &Effort { plays: 10, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) }).states
    };
    assert_eq!(states(4), states(1));
}

/// A choice as a scene of a file has it.
fn choice(id: &str, then: &str, rest: &str) -> String {
    format!("(id: \"{id}\", act: \"A\", shows: [validates], why: \"W\", then: \"{then}\", {rest}),")
}

/// The smallest scenario with these scenes before its ending, which is called `better`.
fn made_of(scenes: &str) -> Arc<Scenario> {
    let minimal = support::minimal();
    let (head, _) = minimal.split_once("scenes: {").expect("it has scenes");
    let (_, ending) = minimal.split_once("\"better\": (").expect("it has an ending");
    support::playable(format!("{head}scenes: {{ {scenes}, \"better\": ({ending}"))
}
