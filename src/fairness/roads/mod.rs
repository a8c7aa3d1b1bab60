//! What all roads together say about a scenario as a test: one rule per file, all of them warnings.

mod best_road_unsafe;
mod best_shows_most;
mod choice_never_offered;
mod deaf_to_feelings;
mod ending_never_reached;
mod gate_never_closes;
mod guesser_passes;
mod interruption_never_breaks_in;
mod learnt_stranger_passes;
mod measured;
mod met_by_all;
mod moment_not_there;
mod moment_unnamed;
mod no_early_door;
mod no_ending_ahead;
mod no_rival;
mod no_stakes_left;
mod objective_always_met;
mod objective_never_met;
mod one_ending;
mod one_kind_of_moment;
mod one_road;
mod same_answer;
mod scene_never_reached;
mod stale_reply;
mod stranger_passes;
mod stuck;
mod too_long_for_the_screen;
mod trainees_out_of_order;
mod two_moments;
mod variant_never_said;

use std::collections::BTreeSet;

use crate::analysis::{Analysis, Part, PartKind, Proof, Proved, WrittenDecision, end_of};
use crate::scenario::{Allowances, Scenario, SceneId, SourceMap};
use crate::session::Road;
use crate::source::{Diagnostic, Rule};

use super::{MAX_FINDINGS, at_most, scene_names};

/// What the rules look at.
struct RoadSubject<'a> {
    scenario: &'a Scenario,
    source_map: &'a SourceMap,
    analysis: &'a Analysis,
    proved: &'a Proved,
    /// The scenes that something leads to, with all conditions left open.
    targets: BTreeSet<SceneId>,
    /// The scenes that no road was found to reach.
    unreached: BTreeSet<SceneId>,
}

/// A rule, whether it can be decided, and its check.
struct RoadCheck {
    rule: &'static Rule,
    is_decided: fn(&RoadSubject<'_>) -> bool,
    check: fn(&RoadSubject<'_>) -> Vec<Diagnostic>,
}

/// Declares the rules by their files.
macro_rules! checks {
    ($($rule:ident),* $(,)?) => {
        /// The rules that all roads decide.
        pub const ROAD_RULES: &[&Rule] = &[$( &$rule::RULE ),*];

        const CHECKS: &[RoadCheck] =
            &[$( RoadCheck { rule: &$rule::RULE, is_decided: $rule::is_decided, check: $rule::check } ),*];
    };
}

checks! {
    best_road_unsafe,
    best_shows_most,
    choice_never_offered,
    deaf_to_feelings,
    ending_never_reached,
    gate_never_closes,
    guesser_passes,
    interruption_never_breaks_in,
    learnt_stranger_passes,
    met_by_all,
    moment_not_there,
    moment_unnamed,
    no_early_door,
    no_ending_ahead,
    no_rival,
    no_stakes_left,
    objective_always_met,
    objective_never_met,
    one_ending,
    one_kind_of_moment,
    one_road,
    same_answer,
    scene_never_reached,
    stale_reply,
    stranger_passes,
    stuck,
    too_long_for_the_screen,
    trainees_out_of_order,
    two_moments,
    variant_never_said,
}

/// What was found on all roads, and which rules could be decided.
#[derive(Clone, Debug)]
pub struct RoadFindings {
    /// The rules that could be decided; where not all roads were explored, some cannot be.
    pub decided: Vec<&'static Rule>,
    /// The breaches of these rules, each with a road where there is one to show.
    pub found: Vec<Diagnostic>,
}

impl RoadFindings {
    /// The diagnostics that remain after a file's allowances.
    #[must_use]
    pub fn judged(self, allowances: &Allowances) -> Vec<Diagnostic> {
        allowances.judge(&self.decided, self.found)
    }
}

/// Checks a scenario against the rules that all roads decide. Where no strategy was played, the rules about strategies
/// and simulated trainees report nothing.
#[must_use]
pub fn check_roads(scenario: &Scenario, source_map: &SourceMap, analysis: &Analysis) -> RoadFindings {
    let proved = &analysis.proved;
    let unreached = [&proved.every_scene_reached, &proved.every_interruption_breaks_in, &proved.every_ending_reached];
    let unreached = unreached.into_iter().flat_map(unproved_parts).filter_map(|part| match part.kind {
        PartKind::Scene(scene) => Some(scene),
        _ => None,
    });
    let subject = RoadSubject {
        scenario,
        source_map,
        analysis,
        proved,
        targets: targets(scenario),
        unreached: unreached.collect(),
    };
    let decided = || CHECKS.iter().filter(|check| (check.is_decided)(&subject));
    RoadFindings {
        decided: decided().map(|check| check.rule).collect(),
        found: decided().flat_map(|check| at_most(MAX_FINDINGS, (check.check)(&subject))).collect(),
    }
}

impl<'a> RoadSubject<'a> {
    /// The id of a scene, as a message names it.
    fn name(&self, scene: SceneId) -> &'a str {
        &self.scenario.scene(scene).id
    }

    /// Whether there are too few decisions to judge the scenario as a test.
    fn is_sketch(&self) -> bool {
        WrittenDecision::all(self.scenario).len() < self.scenario.rubric.checks.sketch_below
    }

    /// Whether something leads to a scene. A scene that nothing leads to is reported by the checks of the file.
    fn is_target(&self, scene: SceneId) -> bool {
        self.targets.contains(&scene)
    }

    /// Whether a road reaches a scene. Where none does, nothing within it is reported.
    fn is_reached(&self, scene: SceneId) -> bool {
        !self.unreached.contains(&scene)
    }

    /// The road to where a property fails, and the scene at its end.
    fn counter_example(&self, proof: &'a Proof) -> Option<(&'a Road, SceneId)> {
        match proof {
            Proof::Fails(road) => Some((road, end_of(self.scenario, road))),
            _ => None,
        }
    }
}

/// Whether it is known that a property holds, or that it does not.
fn is_decided(proof: &Proof) -> bool {
    !matches!(proof, Proof::Unknown(_))
}

/// The parts that no road reaches.
fn missing(proof: &Proof) -> &[Part] {
    match proof {
        Proof::Missing(parts) => parts,
        _ => &[],
    }
}

/// The parts that no road was found to reach, whether or not there is one.
fn unproved_parts(proof: &Proof) -> &[Part] {
    match proof {
        Proof::Missing(parts) | Proof::Unknown(parts) => parts,
        _ => &[],
    }
}

/// A road as a hint: its steps as `play --road` reads them.
fn told(road: &Road) -> String {
    if road.steps.is_empty() {
        return "it is so from the start".to_owned();
    }
    let steps: Vec<String> = road.steps.iter().map(|step| format!("`{step}`")).collect();
    format!("the road there: {}", steps.join(", "))
}

/// The scenes in which a stranger finds the best option, as a hint.
fn where_found(scenario: &Scenario, scenes: &[SceneId]) -> String {
    format!("it finds the best option in {}", scene_names(scenario, scenes))
}

/// The scenes that can be reached from the start or from an interruption, with all conditions left open.
fn targets(scenario: &Scenario) -> BTreeSet<SceneId> {
    let mut open: Vec<SceneId> = scenario.interruptions.iter().map(|(scene, _)| *scene).collect();
    open.push(scenario.start);
    let mut found = BTreeSet::new();
    while let Some(scene) = open.pop() {
        if found.insert(scene) {
            open.extend(scenario.leads_to(scene));
        }
    }
    found
}
