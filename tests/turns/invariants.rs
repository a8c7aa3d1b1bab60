//! What the scoring design guarantees, from every start and in every scenario.

use std::sync::Arc;

use bedside::rubric::{Behaviour, Points, Stage};
use bedside::scenario::ChoiceId;
use bedside::session::{Chance, Session};

use super::{after, felt, hub, scenario, stage};
use crate::support;

fn starts() -> impl Iterator<Item = (u8, u8)> {
    (0..=100).step_by(10).flat_map(|agitation| [20, 60].map(|trust| (agitation, trust)))
}

fn patient((agitation, trust): (u8, u8)) -> String {
    format!("feels: (agitation: {agitation}, trust: {trust}, understanding: 40)")
}

fn id(behaviour: &Behaviour) -> String {
    behaviour.id.replace('_', "-")
}

/// Agitation after one turn that shows each behaviour, from one start.
fn agitations(start: (u8, u8)) -> Vec<(Points, u8)> {
    let behaviours = &support::rubric().behaviours;
    let chunks = behaviours.chunks(9).flat_map(|chunk| {
        let words: Vec<&str> = chunk.iter().map(|behaviour| behaviour.id.as_str()).collect();
        let scenario = scenario(&patient(start), &hub(&words));
        chunk.iter().map(move |behaviour| (behaviour.weights, felt(&after(&scenario, &[&id(behaviour)]))[0]))
    });
    chunks.collect()
}

#[test]
fn within_one_turn_more_de_escalation_never_raises_agitation() {
    for start in starts() {
        let all = agitations(start);
        for (one, agitated) in &all {
            for (other, otherwise) in &all {
                let more = one.empathy == other.empathy && one.de_escalation > other.de_escalation;
                assert!(!more || agitated <= otherwise, "from {start:?}: {one:?} {agitated}, {other:?} {otherwise}");
            }
        }
    }
}

#[test]
fn empathy_before_information_leaves_at_least_as_much_understood() {
    let behaviours = || support::rubric().behaviours.iter();
    let kind = behaviours().filter(|one| one.weights.empathy > 0 && one.weights.clarity == 0);
    for kind in kind.filter(|one| one.weights.de_escalation >= 0) {
        for telling in behaviours().filter(|one| one.weights.clarity > 0) {
            for start in [(50, 40), (56, 40), (62, 60), (74, 20)] {
                let scenario = scenario(&patient(start), &hub(&[&kind.id, &telling.id]));
                let understood =
                    |first: &Behaviour, then: &Behaviour| felt(&after(&scenario, &[&id(first), &id(then)]))[2];
                assert!(
                    understood(kind, telling) >= understood(telling, kind),
                    "{}, {}, {start:?}",
                    kind.id,
                    telling.id
                );
            }
        }
    }
}

/// The stages and the agitation of a conversation in which each choice is the least, or the most, of those on offer.
fn stages(scenario: &Arc<bedside::scenario::Scenario>, seed: u64, sign: i32) -> (Vec<Stage>, Vec<u8>) {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(seed));
    let mut stages = vec![stage(&session)];
    let mut agitation = vec![session.state().mind.feelings.agitation];
    while !session.is_over() {
        let worth =
            |id: &ChoiceId| (sign * scenario.choice(*id).points_at(stage(&session)).sum(), std::cmp::Reverse(*id));
        let choice = session.current_scene().offer.iter().copied().max_by_key(worth).expect("something is on offer");
        session.choose(choice, None).expect("it is on offer");
        stages.push(stage(&session));
        agitation.push(session.state().mind.feelings.agitation);
    }
    (stages, agitation)
}

#[test]
fn always_the_worst_reaches_a_crisis_and_always_the_best_ends_calm() {
    for scenario in support::corridors() {
        for seed in 0..10 {
            let (worst, _) = stages(&scenario, seed, -1);
            assert!(worst.contains(&Stage::Crisis), "{}, seed {seed}: {worst:?}", scenario.id);
            let (best, _) = stages(&scenario, seed, 1);
            assert_eq!(best.last(), Some(&Stage::Calm), "{}, seed {seed}: {best:?}", scenario.id);
        }
    }
}

/// In what ships a patient may leave by an early door before it comes to a crisis.
#[test]
fn always_the_worst_upsets_and_always_the_best_calms() {
    for scenario in support::shipped() {
        for seed in 0..10 {
            let (_, worst) = stages(&scenario, seed, -1);
            assert!(worst.iter().max() > worst.first(), "{}, seed {seed}: {worst:?}", scenario.id);
            let (best, _) = stages(&scenario, seed, 1);
            assert_eq!(best.last(), Some(&Stage::Calm), "{}, seed {seed}: {best:?}", scenario.id);
        }
    }
}
