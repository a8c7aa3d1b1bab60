//! Checks every claim of an analysis against walking every road one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::num::NonZero;
use std::sync::Arc;

use bedside::analysis::{Analysis, Effort, PartKind, Proof, analyse};
use bedside::rubric::{Dimension, Feeling};
use bedside::scenario::{ChoiceId, Scenario, SceneId};
use bedside::session::{Chance, Decision, NoReasons, Session, State};
use proptest::prelude::*;

use crate::generated::{entropy, generated};
use crate::support;

/// Scenarios whose roads have more turns than this in all are skipped.
const MANY: usize = 20_000;

/// The results of walking every road with every draw.
#[derive(Default)]
struct Walked {
    turns: usize,
    scenes: BTreeSet<SceneId>,
    on_offer: BTreeSet<ChoiceId>,
    /// Scene, text and variant.
    said: BTreeSet<(SceneId, usize, usize)>,
    /// The gates that led elsewhere.
    closed: BTreeSet<(SceneId, usize)>,
    met: BTreeSet<usize>,
    missed: BTreeSet<usize>,
    /// Turns to the nearest state with nothing to choose, and to the nearest with no ending ahead.
    stuck: Option<usize>,
    dead_end: Option<usize>,
    feelings: BTreeMap<SceneId, [(u8, u8); 3]>,
    /// The feelings right after each choice.
    after: BTreeMap<ChoiceId, [(u8, u8); 3]>,
    scores: [Option<(u8, u8)>; 3],
}

impl Walked {
    fn all(scenario: &Scenario) -> Option<Self> {
        let mut walked = Self::default();
        walked.walk(scenario, &State::begin(scenario), 0, [(0, 0); 3]);
        (walked.turns <= MANY).then_some(walked)
    }

    /// Walks on from a state; returns whether some road from it reaches an ending.
    fn walk(&mut self, scenario: &Scenario, state: &State, turns: usize, sums: [(i32, i32); 3]) -> bool {
        self.look(scenario, state);
        let offer: Vec<ChoiceId> = state.options(scenario).collect();
        let ends = scenario.ending(state.scene).is_some();
        if offer.is_empty() {
            self.end(scenario, state, sums);
            if !ends {
                keep_nearest(&mut self.stuck, turns);
            }
        }
        let mut ends_ahead = ends;
        for &choice in &offer {
            self.on_offer.insert(choice);
            let sums = added(scenario, &offer, choice, state, sums);
            let mut taken = state.clone();
            let branch = taken.take(scenario, choice, &mut NoReasons).branch;
            self.listen(scenario, &taken, Some(choice));
            widen(&mut self.after, choice, &taken);
            for &(_, target) in &branch.to {
                self.turns += 1;
                if self.turns > MANY {
                    return true;
                }
                let mut arrived = taken.clone();
                let arrival = arrived.arrive(scenario, target);
                if arrival.interruption.is_none() {
                    self.pass_gates(scenario, &taken, arrival.target);
                }
                ends_ahead |= self.walk(scenario, &arrived, turns + 1, sums);
            }
        }
        if !ends_ahead {
            keep_nearest(&mut self.dead_end, turns);
        }
        ends_ahead
    }

    fn look(&mut self, scenario: &Scenario, state: &State) {
        self.scenes.insert(state.scene);
        widen(&mut self.feelings, state.scene, state);
        self.listen(scenario, state, None);
    }

    /// Notes the gates that lead elsewhere on the way to a target.
    fn pass_gates(&mut self, scenario: &Scenario, state: &State, target: SceneId) {
        let mut scene = target;
        while let Some(closed) = scenario.gates(scene).iter().position(|gate| state.holds(scenario, &gate.when)) {
            self.closed.insert((scene, closed));
            scene = scenario.gates(scene)[closed].to;
        }
    }

    /// Notes what is said on entering the scene, or in answer to a choice that has just been taken in it.
    fn listen(&mut self, scenario: &Scenario, state: &State, taken: Option<ChoiceId>) {
        for text in scenario.texts_of(state.scene).filter(|text| text.answers == taken) {
            let applies = |when: Option<&_>| when.is_none_or(|when| state.holds(scenario, when));
            let said = text.text.variants.iter().position(|variant| applies(variant.when.as_ref()));
            self.said.extend(said.map(|variant| (state.scene, text.number, variant)));
        }
    }

    fn end(&mut self, scenario: &Scenario, state: &State, sums: [(i32, i32); 3]) {
        for (range, (gained, possible)) in self.scores.iter_mut().zip(sums) {
            if possible > 0 {
                let score = u8::try_from((200 * gained + possible) / (2 * possible)).expect("0 to 100");
                let (least, most) = range.unwrap_or((score, score));
                *range = Some((least.min(score), most.max(score)));
            }
        }
        if scenario.ending(state.scene).is_some() {
            for (at, objective) in scenario.objectives.iter().enumerate() {
                let met = state.holds(scenario, &objective.met);
                let _ = if met { self.met.insert(at) } else { self.missed.insert(at) };
            }
        }
    }
}

/// Adds the feelings of a state to the ranges of what it belongs to.
fn widen<K: Ord>(ranges: &mut BTreeMap<K, [(u8, u8); 3]>, key: K, state: &State) {
    let felt = Feeling::ALL.map(|feeling| state.mind.feelings.get(feeling));
    let ranges = ranges.entry(key).or_insert(felt.map(|value| (value, value)));
    for ((least, most), value) in ranges.iter_mut().zip(felt) {
        (*least, *most) = ((*least).min(value), (*most).max(value));
    }
}

fn keep_nearest(nearest: &mut Option<usize>, turns: usize) {
    *nearest = Some(nearest.map_or(turns, |nearest| nearest.min(turns)));
}

fn added(
    scenario: &Scenario,
    offer: &[ChoiceId],
    choice: ChoiceId,
    state: &State,
    mut sums: [(i32, i32); 3],
) -> [(i32, i32); 3] {
    if let Some(decision) = Decision::new(scenario, offer, choice, state.mind.stage) {
        for (sum, dimension) in sums.iter_mut().zip(Dimension::ALL) {
            sum.0 += decision.taken[dimension] - decision.lowest[dimension];
            sum.1 += decision.highest[dimension] - decision.lowest[dimension];
        }
    }
    sums
}

/// The analysis of all roads, on this many threads.
fn analysed(scenario: &Scenario, threads: usize) -> Analysis {
    let threads = NonZero::new(threads).expect("not 0");
    analyse(scenario, &Effort { situations: 50_000, plays: 10, ..Effort::usual(threads, &|_| true) })
}

/// The parts that no road reaches, according to a proof.
fn missing(proof: &Proof) -> Vec<PartKind> {
    match proof {
        Proof::Proved => Vec::new(),
        Proof::Missing(parts) => parts.iter().map(|part| part.kind).collect(),
        other => panic!("{other:?} of a scenario that is small enough"),
    }
}

/// The conversation along the road that a proof gives where it fails.
fn played(scenario: &Arc<Scenario>, proof: &Proof) -> Option<Session> {
    match proof {
        Proof::Proved => None,
        Proof::Fails(road) => {
            Some(Session::along(scenario.clone(), Chance::from_seed(3), road).expect("the road is a road"))
        }
        other => panic!("{other:?} of a scenario that is small enough"),
    }
}

fn scenes(scenario: &Scenario, wanted: impl Fn(SceneId) -> bool) -> impl Iterator<Item = SceneId> {
    let all = scenario.scenes.iter().filter_map(|scene| scenario.find_scene(&scene.id));
    all.filter(|&id| wanted(id)).collect::<Vec<_>>().into_iter()
}

fn assert_proofs(scenario: &Arc<Scenario>, analysis: &Analysis, walked: &Walked) {
    let proved = &analysis.proved;
    let unreached = |wanted: &dyn Fn(SceneId) -> bool| -> Vec<PartKind> {
        scenes(scenario, wanted).filter(|id| !walked.scenes.contains(id)).map(PartKind::Scene).collect()
    };
    let ends = |id: SceneId| scenario.ending(id).is_some();
    let interrupts = |id: SceneId| scenario.scene(id).interrupts;
    assert_eq!(missing(&proved.every_scene_reached), unreached(&|id| !ends(id) && !interrupts(id)));
    assert_eq!(missing(&proved.every_ending_reached), unreached(&ends));
    assert_eq!(missing(&proved.every_interruption_breaks_in), unreached(&interrupts));
    let gates =
        scenes(scenario, |_| true).flat_map(|scene| (0..scenario.gates(scene).len()).map(move |index| (scene, index)));
    let open: Vec<PartKind> =
        gates.filter(|gate| !walked.closed.contains(gate)).map(|(scene, index)| PartKind::Gate(scene, index)).collect();
    assert_eq!(missing(&proved.every_gate_closes), open);
    let choices = scenes(scenario, |_| true).flat_map(|scene| scenario.choices_of(scene));
    let never: Vec<PartKind> = choices.filter(|id| !walked.on_offer.contains(id)).map(PartKind::Choice).collect();
    assert_eq!(missing(&proved.every_choice_on_offer), never);
    let mut never = Vec::new();
    for scene in scenes(scenario, |_| true) {
        for text in scenario.texts_of(scene) {
            let variants = (0..text.text.variants.len()).map(|variant| (scene, text.number, variant));
            let unsaid = variants.filter(|key| {
                text.text.variants.iter().any(|variant| variant.when.is_some()) && !walked.said.contains(key)
            });
            never.extend(unsaid.map(|(scene, text, variant)| PartKind::Variant { scene, text, variant }));
        }
    }
    assert_eq!(missing(&proved.every_variant_said), never);
    for (proof, came_out) in
        [(&proved.every_objective_can_be_met, &walked.met), (&proved.every_objective_can_be_missed, &walked.missed)]
    {
        let never = (0..scenario.objectives.len()).filter(|at| !came_out.contains(at));
        assert_eq!(missing(proof), never.map(PartKind::Objective).collect::<Vec<_>>());
    }
    let stuck = played(scenario, &proved.always_something_to_choose);
    assert_eq!(stuck.as_ref().map(|session| session.transcript().turns.len()), walked.stuck);
    assert!(stuck.is_none_or(|session| session.is_over() && session.ending().is_none()));
    let dead_end = played(scenario, &proved.ending_always_ahead);
    assert_eq!(dead_end.map(|session| session.transcript().turns.len()), walked.dead_end);
}

fn assert_feelings(scenario: &Arc<Scenario>, analysis: &Analysis, walked: &Walked) {
    assert_eq!(analysis.feelings.len(), walked.feelings.len());
    for found in &analysis.feelings {
        let scene = scenario.find_scene(&found.scene).expect("it is a scene");
        let ranges = [&found.agitation, &found.trust, &found.understanding];
        assert_eq!(ranges.map(|range| (range.least.value, range.most.value)), walked.feelings[&scene]);
        for (range, feeling) in ranges.into_iter().zip(Feeling::ALL) {
            for extreme in [&range.least, &range.most] {
                let road = extreme.road.road();
                let session = Session::along(scenario.clone(), Chance::from_seed(3), &road).expect("a road");
                assert_eq!(session.state().scene, scene);
                assert_eq!(session.state().mind.feelings.get(feeling), extreme.value);
            }
        }
    }
}

fn assert_choices(scenario: &Scenario, analysis: &Analysis, walked: &Walked) {
    let all: Vec<ChoiceId> = scenes(scenario, |_| true).flat_map(|scene| scenario.choices_of(scene)).collect();
    assert_eq!(all.len(), analysis.choices.len());
    for (id, found) in all.into_iter().zip(&analysis.choices) {
        assert_eq!(*found.choice, *scenario.choice(id).id);
        let ranges = found.after.map(|after| Feeling::ALL.map(|feeling| after.get(feeling).into()));
        assert_eq!(ranges, walked.after.get(&id).copied(), "{}/{}", found.scene, found.choice);
        assert!(found.taken <= Some(0.0) || ranges.is_some(), "a choice that no road offers is taken");
        let ways: Option<f64> = found.ways.iter().map(|way| way.taken).sum();
        let apart = ways.zip(found.taken).map(|(ways, taken)| (ways - taken).abs());
        assert!(apart.is_none_or(|apart| apart < 1e-9), "each time that it is taken it leads somewhere");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_of_all_roads_is_what_walking_them_finds(entropy in entropy()) {
        let scenario = generated(&entropy);
        let Some(walked) = Walked::all(&scenario) else { return Err(TestCaseError::reject("too many roads")) };
        let analysis = analysed(&scenario, 1);
        // A few generated scenarios have very many situations that only feelings keep from arising.
        prop_assume!(analysis.coverage.situations.is_some());
        prop_assert!(analysis.complete && analysis.bounds_unknown.is_empty());
        assert_proofs(&scenario, &analysis, &walked);
        assert_feelings(&scenario, &analysis, &walked);
        assert_choices(&scenario, &analysis, &walked);
        let bounds = Dimension::ALL.map(|dimension| analysis.bounds.get(dimension).map(|it| (it.worst, it.best)));
        prop_assert_eq!(bounds, walked.scores);
    }
}

#[test]
fn what_is_said_does_not_depend_on_the_number_of_threads() {
    let scenario = support::shipped_as("two-hours-in");
    assert_eq!(analysed(&scenario, 1), analysed(&scenario, 3));
}

#[test]
fn everything_is_proved_of_the_shipped_scenarios() {
    for scenario in support::shipped() {
        let effort = Effort { plays: 1000, ..Effort::usual(NonZero::new(2).expect("not 0"), &|_| true) };
        let analysis = analyse(&scenario, &effort);
        assert!(analysis.complete && analysis.proved.all(), "{}: {:#?}", scenario.id, analysis.proved);
    }
}

/// How many decisions lead to the trap, with four options each.
const TO_THE_TRAP: usize = 12;

/// A scenario that gets stuck in the scene `door` at the greatest trust that any road reaches. Only one road in
/// 16,777,216 reaches it: the one that takes the same of four options twelve times.
fn trap() -> Arc<Scenario> {
    let mut scenes = String::new();
    for at in 0..TO_THE_TRAP {
        let next = if at + 1 == TO_THE_TRAP { "door".to_owned() } else { format!("s{}", at + 1) };
        // Nudges, which are not held to the room that is left.
        let choice = |(id, trust): (usize, i32)| {
            let nudge = format!("nudge: (trust: {trust}, reason: \"So.\")");
            format!("(id: \"c{id}\", say: \"Words.\", shows: [], why: \"So.\", then: \"{next}\", {nudge}),")
        };
        let choices: String = [1, 4, 7, -1].into_iter().enumerate().map(choice).collect();
        let _ = writeln!(scenes, "\"s{at}\": (patient: \"Yes.\", choices: [{choices}]),");
    }
    let full = TO_THE_TRAP * 7;
    let choice = |id: &str| {
        format!("(id: \"{id}\", act: \"Go.\", shows: [], why: \"So.\", when: Below(trust, {full}), then: \"end\"),")
    };
    let _ = writeln!(scenes, "\"door\": (patient: \"Yes.\", choices: [{}{}]),", choice("left"), choice("right"));
    let text = support::minimal()
        .replace("id: \"minimal\"", "id: \"trap\"")
        .replace(
            "feels: (agitation: 30, trust: 40, understanding: 20)",
            "feels: (agitation: 30, trust: 0, understanding: 20)",
        )
        .replace("start: \"morning\"", "start: \"s0\"");
    let (head, _) = text.split_once("scenes: {").expect("it has scenes");
    let end = "\"end\": (ending: (title: \"End\", kind: Good, thought: \"Well.\")),";
    support::playable(format!("{head}scenes: {{\n{scenes}{end}\n}},\n)"))
}

#[test]
fn a_trap_that_one_road_in_ten_million_reaches_is_found() {
    let scenario = trap();
    let analysis = analysed(&scenario, 2);
    assert!(analysis.complete);
    let session = played(&scenario, &analysis.proved.always_something_to_choose).expect("there is a trap");
    assert!(session.is_over() && session.ending().is_none());
    assert_eq!(session.scene().id, "door");
    let choices: Vec<&str> = session.transcript().turns.iter().map(|turn| turn.choice.as_str()).collect();
    assert_eq!(choices, ["c2"; TO_THE_TRAP]);
    assert!(matches!(analysis.proved.ending_always_ahead, Proof::Fails(_)));
    assert_eq!(analysis.proved.every_ending_reached, Proof::Proved);
}

#[test]
fn a_million_random_plays_do_not_find_the_trap() {
    let scenario = trap();
    // Marsaglia's xorshift (doi 10.18637/jss.v008.i14): good enough to pick one of four.
    let mut random = 88_172_645_463_325_252_u64;
    for _ in 0..1_000_000 {
        let mut state = State::begin(&scenario);
        while scenario.ending(state.scene).is_none() {
            let offer: Vec<ChoiceId> = state.options(&scenario).collect();
            assert!(!offer.is_empty(), "the trap is too easily found");
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let drawn = usize::try_from(random >> 33).expect("31 bits") % offer.len();
            let taken = state.take(&scenario, offer[drawn], &mut NoReasons);
            state.arrive(&scenario, taken.branch.to[0].1);
        }
    }
}

#[test]
fn where_there_are_too_many_states_nothing_is_claimed_that_is_not_known() {
    let scenario = support::shipped_as("too-many-pills");
    let effort = Effort { states: 2_000, beyond: 20, plays: 0, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) };
    let some = analyse(&scenario, &effort);
    assert!(!some.complete && some.states < 100_000);
    assert!(some.coverage.situations.is_some_and(|all| some.coverage.complete < all));
    for (property, proof) in some.proved.properties() {
        assert!(matches!(proof, Proof::Proved | Proof::Unknown(_)), "{property}: {proof:?}");
    }
    let trap = analyse(&trap(), &Effort { situations: 3, ..effort });
    assert_eq!((trap.states, trap.complete, trap.coverage.situations), (0, false, None));
    assert_eq!(trap.proved.always_something_to_choose, Proof::Unknown(Vec::new()));
    assert_eq!(trap.bounds_unknown, Dimension::ALL);
}

#[test]
fn a_search_that_is_stopped_says_what_it_knows() {
    let scenario = support::shipped_as("two-hours-in");
    let stopped =
        analyse(&scenario, &Effort { plays: 0, ..Effort::usual(NonZero::<usize>::MIN, &|now| now.states < 5000) });
    assert!(!stopped.complete && stopped.states > 0);
    assert!(matches!(&stopped.proved.every_ending_reached, Proof::Unknown(parts) if !parts.is_empty()));
}

#[test]
fn a_stop_ends_the_plays_of_strategies_too() {
    let scenario = support::shipped_as("two-hours-in");
    let stopped = analyse(&scenario, &Effort::usual(NonZero::<usize>::MIN, &|_| false));
    assert!(stopped.strategies.iter().chain(&stopped.simulated).all(|result| result.plays == 1));
}
