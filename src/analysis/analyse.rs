//! Everything that can be said about all roads of a scenario.

use crate::rubric::{Dimension, Feeling};
use crate::scenario::{Scenario, SceneId};

use super::bounds::Bounds;
use super::choices::{choices, gates};
use super::explore::{Effort, Explored, Progress, SceneExtremes, Seen, SharedRoads, Variants, sample};
use super::measures::{Sightings, Watch, measures};
use super::observables::Observables;
use super::proofs::{Evidence, search_unseen};
use super::road_end::best_road_ends;
use super::score_bound::score_bound;
use super::stranger::giveaways;
use super::strategy::{Chooser, Playing, Strategy, StrategyResult, plays_within_budget, results_of};
use super::{Analysis, ChanceModel, Coverage, Extreme, FeelingRange, SceneFeelings};

/// The first seed of the strategies' plays.
pub(super) const SEED: u64 = 1;

/// Explores all roads of a scenario, all draws of chance included, and plays it with the simple strategies and the
/// simulated trainees. Where `effort` does not suffice, all that is reported is still true, and what is left open is
/// marked. Long conversations are played less often than `effort` says, so that the plays of one scenario have a bound. The
/// result does not depend on the number of threads.
#[must_use]
pub fn analyse(scenario: &Scenario, effort: &Effort<'_>) -> Analysis {
    let chooser = Chooser::new(scenario);
    let effort = &Effort { plays: plays_within_budget(scenario, &chooser, effort.plays, SEED), ..*effort };
    let variants = Variants::of(scenario);
    let seen = Seen::new(scenario, &variants);
    let traffic = sample(scenario, &variants, effort, &seen);
    let explored = Explored::of(scenario, &Observables::default(), &variants, effort, &seen);
    let unseen_absent = search_unseen(scenario, &variants, effort, &seen);
    let evidence = Evidence { scenario, variants: &variants, seen: &seen, explored: explored.as_ref(), unseen_absent };
    let (bounds, bounds_unknown) = bounds(scenario, explored.as_ref());
    let complete = unseen_absent && explored.as_ref().is_some_and(Explored::complete);
    let states = explored.as_ref().map_or(0, Explored::count);
    let (results, sightings) = played(scenario, &chooser, effort, states);
    let measures = measures(scenario, &results, &sightings, &seen, explored.as_ref());
    let (strategies, simulated) = strategies(&results);
    Analysis {
        scenario: scenario.id.clone(),
        scenario_hash: scenario.hash.clone(),
        rubric_hash: scenario.rubric.hash.clone(),
        states: states.into(),
        complete,
        coverage: coverage(explored.as_ref()),
        proved: evidence.proved(),
        best_roads_end: best_road_ends(scenario, &bounds),
        bounds,
        bounds_unknown,
        watched: traffic.plays,
        choices: choices(scenario, &traffic, explored.as_ref().map_or(&[], Explored::after_choices)),
        gates: gates(scenario, &traffic),
        feelings: explored.map(|explored| feelings(scenario, &explored)).unwrap_or_default(),
        strategies,
        surface: giveaways(scenario),
        learnt_stranger: None,
        simulated,
        measures,
    }
}

fn coverage(explored: Option<&Explored>) -> Coverage {
    let Some((situations, complete)) = explored.map(Explored::situations) else { return Coverage::default() };
    Coverage { complete: complete as u64, situations: Some(situations as u64) }
}

/// The bounds, and the dimensions for which it is not known whether any road exercises them.
fn bounds(scenario: &Scenario, explored: Option<&Explored>) -> (Bounds, Vec<Dimension>) {
    let mut unknown = Vec::new();
    let mut bound = |dimension: Dimension| {
        let near = explored.and_then(|explored| explored.exercised()[dimension as usize].map(|near| (explored, near)));
        if let Some((explored, (_, state))) = near {
            return score_bound(scenario, ChanceModel::Any, &explored.road(scenario, state), dimension);
        }
        if !explored.is_some_and(Explored::complete) {
            unknown.push(dimension);
        }
        None
    };
    let bounds = Bounds {
        empathy: bound(Dimension::Empathy),
        clarity: bound(Dimension::Clarity),
        de_escalation: bound(Dimension::DeEscalation),
    };
    (bounds, unknown)
}

fn feelings(scenario: &Scenario, explored: &Explored) -> Vec<SceneFeelings> {
    let mut roads = SharedRoads::new(explored, scenario);
    let of_scene = |(scene, extremes): (SceneId, SceneExtremes)| {
        let mut range = |feeling: Feeling| {
            let mut extreme = |(value, state), most| Extreme { value, road: roads.extreme(state, feeling, most) };
            FeelingRange {
                least: extreme(extremes.least[feeling as usize], false),
                most: extreme(extremes.most[feeling as usize], true),
            }
        };
        SceneFeelings {
            scene: scenario.scene(scene).id.to_string(),
            agitation: range(Feeling::Agitation),
            trust: range(Feeling::Trust),
            understanding: range(Feeling::Understanding),
        }
    };
    explored.extremes().into_iter().map(of_scene).collect()
}

/// The results of all strategies, and what was seen in the plays of an equal mix of trainees.
fn played(
    scenario: &Scenario,
    chooser: &Chooser<'_>,
    effort: &Effort<'_>,
    states: u32,
) -> (Vec<StrategyResult>, Sightings) {
    let go_on = || (effort.go_on)(Progress { states });
    let watch = Watch::of(scenario);
    let playing =
        Playing { threads: effort.threads, plays: effort.plays, seed: SEED, watch: Some(&watch), go_on: &go_on };
    results_of(&Strategy::ALL, chooser, scenario, &playing)
}

/// The results of the simple strategies and of the simulated trainees; random choice is among both.
fn strategies(all: &[StrategyResult]) -> (Vec<StrategyResult>, Vec<StrategyResult>) {
    let of = |wanted: &[Strategy]| {
        let found = wanted.iter().filter_map(|strategy| all.iter().find(|result| result.strategy == *strategy));
        found.cloned().collect()
    };
    let knowing_nothing =
        Strategy::ALL.into_iter().filter(|one| Strategy::GUESSES.contains(one) || Strategy::SURFACE.contains(one));
    (of(&knowing_nothing.collect::<Vec<_>>()), of(&Strategy::TRAINEES))
}
