//! What is known of all roads of a scenario, as data.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::debrief::Bounds;
use crate::hash::ContentHash;
use crate::rubric::Dimension;
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{Road, SharedRoad};

use super::choices::{ChoiceReport, GateReport};
use super::measures::{Measure, MeasureKind};
use super::road_end::BestRoadEnd;
use super::stranger::{StrangerResult, SurfaceGiveaway};
use super::strategy::StrategyResult;

/// What is known of all roads of a scenario, all draws of chance included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// The scenario's id.
    pub scenario: String,
    pub scenario_hash: ContentHash,
    pub rubric_hash: ContentHash,
    /// How many different states were explored. A state is scene, feelings, stage and recovery, with those flags, needs
    /// and facts of the past that can still make a difference.
    pub states: u64,
    /// Whether these are all states that a trainee can reach, so that nothing below is left open.
    pub complete: bool,
    /// How much was explored.
    pub coverage: Coverage,
    /// What holds on every road.
    pub proved: Proved,
    /// The best and the worst score of any road on each dimension.
    pub bounds: Bounds,
    /// The dimensions for which it is not known whether any road exercises them: if one does, its score lies between 0
    /// and 100.
    pub bounds_unknown: Vec<Dimension>,
    /// Where the best road of each dimension ends.
    pub best_roads_end: Vec<BestRoadEnd>,
    /// How many plays of a developing trainee the shares of choices, ways and gates are taken from; 0 where it was told
    /// to stop before the first.
    pub watched: u32,
    /// What is known of each choice, by [`ChoiceId`], in written order.
    pub choices: Vec<ChoiceReport>,
    /// What is known of each gate, scene by scene in written order. [`Analysis::gate`] finds one.
    pub gates: Vec<GateReport>,
    /// How the patient can feel on entering each scene that was reached, in written order.
    pub feelings: Vec<SceneFeelings>,
    /// The results of the simple strategies, random choice among them.
    pub strategies: Vec<StrategyResult>,
    /// How often each surface feature gives the best option away, in the decisions as written.
    pub surface: Vec<SurfaceGiveaway>,
    /// What a stranger comes to who has learnt from other scenarios; `None` where none was sent, since that takes a
    /// library.
    pub learnt_stranger: Option<StrangerResult>,
    /// The results of the simulated trainees, by rising skill.
    pub simulated: Vec<StrategyResult>,
    /// How the conversation is built.
    pub measures: Vec<Measure>,
}

impl Analysis {
    /// The measure of this kind.
    #[must_use]
    pub fn measure(&self, kind: MeasureKind) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.measure == kind)
    }

    /// What is known of a gate of a scene, by its index in [`Scenario::gates`], from 0; `None` where there is none. The
    /// scenario is the one that was analysed.
    #[must_use]
    pub fn gate(&self, scenario: &Scenario, scene: SceneId, index: usize) -> Option<&GateReport> {
        scenario.gates(scene).get(index)?;
        self.gates.get(scenario.gates.number(scene, index))
    }
}

/// How much was explored, in situations: a scene together with all of the past that can still make a difference,
/// without feelings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The situations of which every state was looked at.
    pub complete: u64,
    /// All situations that could arise, whatever is felt; some of them may never do. `None` where there are too many to
    /// count.
    pub situations: Option<u64>,
}

/// What holds on every road, each with a shortest counter-example where it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proved {
    /// Every state that is no ending has something to choose.
    pub always_something_to_choose: Proof,
    /// From every state, an ending can be reached.
    pub ending_always_ahead: Proof,
    /// Each scene that is neither an ending nor an interruption is reached on some road.
    pub every_scene_reached: Proof,
    /// Each choice is on offer on some road.
    pub every_choice_on_offer: Proof,
    /// Each variant of a text is said on some road.
    pub every_variant_said: Proof,
    /// Each interruption breaks in on some road.
    pub every_interruption_breaks_in: Proof,
    /// Each gate leads elsewhere on some road.
    pub every_gate_closes: Proof,
    /// Each ending is reached on some road.
    pub every_ending_reached: Proof,
    /// Each objective is met on some road.
    pub every_objective_can_be_met: Proof,
    /// Each objective is missed on some road.
    pub every_objective_can_be_missed: Proof,
}

impl Proved {
    /// Each property with its name, in the order in which they are always shown.
    #[must_use]
    pub fn properties(&self) -> [(&'static str, &Proof); 10] {
        [
            ("There is always something to choose", &self.always_something_to_choose),
            ("An ending can always be reached", &self.ending_always_ahead),
            ("Every scene can be reached", &self.every_scene_reached),
            ("Every choice can be on offer", &self.every_choice_on_offer),
            ("Every wording can be said", &self.every_variant_said),
            ("Every interruption can break in", &self.every_interruption_breaks_in),
            ("Every gate can be closed", &self.every_gate_closes),
            ("Every ending can be reached", &self.every_ending_reached),
            ("Every objective can be met", &self.every_objective_can_be_met),
            ("Every objective can be missed", &self.every_objective_can_be_missed),
        ]
    }

    /// Whether everything is proved.
    #[must_use]
    pub fn all(&self) -> bool {
        self.properties().iter().all(|(_, proof)| **proof == Proof::Proved)
    }
}

/// Whether a property holds on every road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It holds.
    Proved,
    /// It does not hold: a shortest road to where it fails.
    Fails(Road),
    /// It does not hold: the parts that no road reaches, in written order; there is no road to show.
    Missing(Vec<Part>),
    /// Not all roads were explored. The parts that had not been reached by then, in written order; empty where the
    /// property is about every state.
    Unknown(Vec<Part>),
}

/// A part of a scenario, with its name for users: `arrival`, `arrival/go-over`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub name: String,
}

impl Part {
    /// The scene that it is, or that it is in; `None` for an objective.
    #[must_use]
    pub fn scene(&self, scenario: &Scenario) -> Option<SceneId> {
        match self.kind {
            PartKind::Scene(scene) | PartKind::Variant { scene, .. } | PartKind::Gate(scene, _) => Some(scene),
            PartKind::Choice(choice) => Some(scenario.choice(choice).scene),
            PartKind::Objective(_) => None,
        }
    }

    pub(super) fn of_scene(scenario: &Scenario, id: SceneId) -> Self {
        Self { kind: PartKind::Scene(id), name: scenario.scene(id).id.to_string() }
    }

    pub(super) fn of_choice(scenario: &Scenario, id: ChoiceId) -> Self {
        let choice = scenario.choice(id);
        let name = format!("{}/{}", scenario.scene(choice.scene).id, choice.id);
        Self { kind: PartKind::Choice(id), name }
    }

    /// A variant of a text; `text` is its [`SceneText::number`](crate::scenario::SceneText::number).
    pub(super) fn of_variant(scenario: &Scenario, scene: SceneId, text: usize, variant: usize) -> Self {
        let answers = scenario.texts_of(scene).nth(text).and_then(|text| text.answers);
        let first = scenario.texts_of(scene).position(|text| text.answers == answers).unwrap_or_default();
        let scene_id = &scenario.scene(scene).id;
        let whose = answers.map(|choice| format!("/{}, answer", scenario.choice(choice).id)).unwrap_or_default();
        let what = if text == first { "narration".to_owned() } else { format!("line {}", text - first) };
        let name = format!("{scene_id}{whose}, {what}, variant {}", variant + 1);
        Self { kind: PartKind::Variant { scene, text, variant }, name }
    }
}

/// Which part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// A scene, an interruption or an ending.
    Scene(SceneId),
    Choice(ChoiceId),
    /// A variant of a text.
    Variant {
        scene: SceneId,
        /// By [`SceneText::number`](crate::scenario::SceneText::number).
        text: usize,
        /// Its index among the text's variants.
        variant: usize,
    },
    /// A gate: the scene it guards, and its index among that scene's gates.
    Gate(SceneId, usize),
    /// An objective, by its index in the scenario's list.
    Objective(usize),
}

/// `true`, `{"road": […]}` in the lines that `play --road` reads, `{"missing": […]}` or `{"unknown": […]}`.
impl Serialize for Proof {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::Proved {
            return serializer.serialize_bool(true);
        }
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::Proved => {}
            Self::Fails(road) => map.serialize_entry("road", road)?,
            Self::Missing(parts) => map.serialize_entry("missing", parts)?,
            Self::Unknown(parts) => map.serialize_entry("unknown", parts)?,
        }
        map.end()
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

/// How the patient can feel on entering a scene.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SceneFeelings {
    /// The scene's id.
    pub scene: String,
    pub agitation: FeelingRange,
    pub trust: FeelingRange,
    pub understanding: FeelingRange,
}

/// The lowest and the highest value of a feeling, over all roads that were explored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeelingRange {
    pub least: Extreme,
    pub most: Extreme,
}

/// A value of a feeling, 0–100, and a road that reaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extreme {
    pub value: u8,
    /// Shares its beginning with the roads to other extremes.
    pub road: SharedRoad,
}
