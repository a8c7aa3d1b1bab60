//! An analysis with little effort is sound: it claims less, and nothing that more effort contradicts.

use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{Analysis, Effort, FeelingRange, Part, PartKind, Proof, analyse};
use bedside::rubric::{Dimension, Feeling};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};

/// The limits of an effort.
#[derive(Clone, Copy)]
pub(super) struct SmallEffort {
    pub(super) states: u32,
    pub(super) beyond: usize,
    pub(super) situations: usize,
}

/// The properties of a scenario's analysis, and of a conversation in it.
#[track_caller]
pub(super) fn holds_with_any_effort(scenario: &Arc<Scenario>, small: SmallEffort, session: &Session) {
    let most = SmallEffort { states: 30_000, beyond: 10, situations: 3_000 };
    let all = analysed(scenario, most);
    is_sound(scenario, &all);
    covers(&all, session);
    let less = analysed(scenario, small);
    is_sound(scenario, &less);
    is_consistent(&less, &all);
}

fn analysed(scenario: &Scenario, small: SmallEffort) -> Analysis {
    let SmallEffort { states, beyond, situations } = small;
    analyse(
        scenario,
        &Effort { states, beyond, situations, plays: 2, threads: NonZero::<usize>::MIN, go_on: &|_| true },
    )
}

/// A complete analysis leaves nothing open but wordings and objectives, whose exploration may not be complete,
/// and every road shows what it is a counter-example of.
#[track_caller]
fn is_sound(scenario: &Arc<Scenario>, said: &Analysis) {
    let proved = &said.proved;
    let of_states = [&proved.every_scene_reached, &proved.every_choice_on_offer, &proved.every_ending_reached];
    let others =
        [&proved.always_something_to_choose, &proved.ending_always_ahead, &proved.every_interruption_breaks_in];
    let any_open = of_states.into_iter().chain(others).any(|proof| matches!(proof, Proof::Unknown(_)));
    assert!(!said.complete || (!any_open && said.bounds_unknown.is_empty()), "complete, and something is open");
    let along =
        |road: &_| Session::along(Arc::clone(scenario), Chance::from_seed(3), road).expect("the road is a road");
    if let Proof::Fails(road) = &said.proved.always_something_to_choose {
        let stuck = along(road);
        assert!(stuck.is_over() && stuck.ending().is_none(), "there is something to choose");
    }
    if let Proof::Fails(road) = &said.proved.ending_always_ahead {
        assert!(along(road).ending().is_none(), "it has ended");
    }
    for found in &said.feelings {
        for (feeling, range) in Feeling::ALL.into_iter().zip([&found.agitation, &found.trust, &found.understanding]) {
            for extreme in [&range.least, &range.most] {
                let session = along(&extreme.road.road());
                assert_eq!(session.scene().id, found.scene);
                assert_eq!(session.transcript().felt_now().feelings.get(feeling), extreme.value);
            }
        }
    }
}

fn parts(proof: &Proof) -> &[Part] {
    match proof {
        Proof::Missing(parts) => parts,
        Proof::Proved | Proof::Fails(_) | Proof::Unknown(_) => &[],
    }
}

/// Nothing that a conversation reached is claimed to be out of reach.
#[track_caller]
fn covers(all: &Analysis, session: &Session) {
    let (scenario, proved) = (session.scenario(), &all.proved);
    let missing = |kind: PartKind| {
        let proofs = [&proved.every_scene_reached, &proved.every_choice_on_offer, &proved.every_ending_reached];
        let interruptions = parts(&proved.every_interruption_breaks_in);
        proofs.into_iter().flat_map(parts).chain(interruptions).any(|part| part.kind == kind)
    };
    for turn in &session.transcript().turns {
        let scene = scenario.find_scene(&turn.scene).expect("it is a scene");
        assert!(!missing(PartKind::Scene(scene)), "{} was met", turn.scene);
        for choice in turn.offered.iter().filter_map(|choice| scenario.find_choice(scene, choice)) {
            assert!(!missing(PartKind::Choice(choice)), "{} was on offer", scenario.choice(choice).id);
        }
    }
    assert!(!missing(PartKind::Scene(session.state().scene)), "{} was met", session.scene().id);
    if all.complete {
        let now = session.transcript().felt_now().feelings;
        let found = all.feelings.iter().find(|found| found.scene == session.scene().id).expect("it was met");
        for (feeling, range) in Feeling::ALL.into_iter().zip([&found.agitation, &found.trust, &found.understanding]) {
            let felt = now.get(feeling);
            assert!(range.least.value <= felt && felt <= range.most.value, "{feeling:?} was {felt}");
        }
    }
}

/// Whatever `less` claims and does not leave open, `all` claims too, or leaves open.
#[track_caller]
fn is_consistent(less: &Analysis, all: &Analysis) {
    for ((name, one), (_, other)) in less.proved.properties().into_iter().zip(all.proved.properties()) {
        let agrees = match (one, other) {
            (Proof::Unknown(_), _)
            | (_, Proof::Unknown(_))
            | (Proof::Proved, Proof::Proved)
            | (Proof::Fails(_), Proof::Fails(_)) => true,
            (Proof::Missing(one), Proof::Missing(other)) => one.iter().all(|part| other.contains(part)),
            _ => false,
        };
        assert!(agrees, "{name}: {one:?}, and with more effort {other:?}");
    }
    for dimension in Dimension::ALL {
        let ends = |said: &Analysis| {
            let open = said.bounds_unknown.contains(&dimension);
            (!open).then(|| said.bounds.get(dimension).map(|bound| (bound.worst, bound.best)))
        };
        if let Some((less, all)) = ends(less).zip(ends(all)) {
            assert_eq!(less, all, "{dimension:?}");
        }
    }
    for found in less.feelings.iter().filter(|_| all.complete) {
        let wide = all.feelings.iter().find(|wide| wide.scene == found.scene).expect("it can be reached");
        let within = |range: &FeelingRange, wide: &FeelingRange| {
            wide.least.value <= range.least.value && range.most.value <= wide.most.value
        };
        assert!(within(&found.agitation, &wide.agitation), "{}", found.scene);
        assert!(within(&found.trust, &wide.trust), "{}", found.scene);
        assert!(within(&found.understanding, &wide.understanding), "{}", found.scene);
    }
}
