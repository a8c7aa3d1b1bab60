//! The road that a conversation has taken, for drawing it on the scenario's chart.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::{Chart, Edge};
use crate::scenario::{ChoiceId, Scenario, SceneId, Target};
use crate::session::Session;

/// The road that a conversation has taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoadTaken {
    /// The turns at which each scene was met, from 1.
    pub turns: BTreeMap<SceneId, Vec<usize>>,
    /// The choices taken, each with the scene that it led to.
    pub steps: BTreeSet<(ChoiceId, SceneId)>,
    /// The scenes that were closed on the way, each with the one that was entered instead.
    pub closed: BTreeSet<(SceneId, SceneId)>,
    /// The current scene.
    pub now: Option<SceneId>,
}

impl RoadTaken {
    /// The road of a conversation in this version of its scenario: scenes and choices that no longer exist are left
    /// out.
    #[must_use]
    pub fn of(scenario: &Scenario, session: &Session) -> Self {
        let mut road = Self { now: scenario.find_scene(&session.scene().id), ..Self::default() };
        for (index, turn) in session.transcript().turns.iter().enumerate() {
            let Some(scene) = scenario.find_scene(&turn.scene) else { continue };
            road.turns.entry(scene).or_default().push(index + 1);
            let choice = scenario.find_choice(scene, &turn.choice);
            let target = scenario.find_scene(&turn.target);
            road.steps.extend(choice.zip(target));
            let instead = turn.instead.as_ref().and_then(|instead| scenario.find_scene(instead));
            road.closed.extend(target.zip(instead));
        }
        if let Some(now) = road.now {
            road.turns.entry(now).or_default().push(session.transcript().turns.len() + 1);
        }
        road
    }

    /// Whether the road took this edge.
    #[must_use]
    pub fn took(&self, edge: &Edge) -> bool {
        let to = match edge.to {
            Target::Scene(scene) => Some(scene),
            Target::Resume => None,
        };
        match edge.choice {
            Some(taken) => {
                self.steps.iter().any(|(choice, scene)| *choice == taken && to.is_none_or(|to| to == *scene))
            }
            None => self.closed.iter().any(|(closed, instead)| *closed == edge.from && to == Some(*instead)),
        }
    }

    /// The steps of the road that are no line of the chart: to an interruption, and from there back to where the
    /// conversation was going. Each is the turn that it led to, from 2, and the two scenes.
    #[must_use]
    pub fn leaps(&self, chart: &Chart) -> Vec<(usize, [SceneId; 2])> {
        let scenes: BTreeMap<usize, SceneId> =
            self.turns.iter().flat_map(|(scene, turns)| turns.iter().map(|turn| (*turn, *scene))).collect();
        let steps = scenes.iter().zip(scenes.iter().skip(1));
        let drawn = |from, to| {
            chart.edges.iter().any(|edge| edge.from == from && edge.to == Target::Scene(to) && self.took(edge))
        };
        steps
            .filter(|((_, from), (_, to))| !drawn(**from, **to))
            .map(|((_, from), (turn, to))| (*turn, [*from, *to]))
            .collect()
    }

    /// The label of a scene on the road: "Turns 2 and 5", "You are here: turn 4".
    #[must_use]
    pub fn at(&self, scene: SceneId) -> Option<String> {
        let turns: Vec<String> = self.turns.get(&scene)?.iter().map(ToString::to_string).collect();
        let turns = format!("{} {}", if turns.len() == 1 { "turn" } else { "turns" }, turns.join(", "));
        let here = self.now == Some(scene);
        Some(if here { format!("You are here: {turns}") } else { turns.replacen('t', "T", 1) })
    }
}
