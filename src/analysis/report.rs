//! What is known of all roads of a scenario, as data.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::debrief::Bounds;
use crate::hash::ContentHash;
use crate::rubric::Dimension;
use crate::scenario::{ChoiceId, SceneId};
use crate::session::{Road, SharedRoad};

use super::strategy::StrategyResult;

/// What is known of all roads of a scenario, all draws of chance included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's text.
    pub scenario_hash: ContentHash,
    /// The hash of the rubric's texts.
    pub rubric_hash: ContentHash,
    /// How many different states were looked at: scene, feelings, stage, recovery, and of flags, needs
    /// and the past what can still make a difference.
    pub states: u64,
    /// Whether these are all that a trainee can reach, and nothing below is left open.
    pub complete: bool,
    /// How much was looked at.
    pub coverage: Coverage,
    /// What holds on every road.
    pub proved: Proved,
    /// The best and the worst score of any road on each dimension.
    pub bounds: Bounds,
    /// The dimensions of which it is not known whether any road exercises them: if one does, its
    /// score lies between 0 and 100.
    pub bounds_unknown: Vec<Dimension>,
    /// How the patient can feel on entering each scene that was reached, in written order.
    pub feelings: Vec<SceneFeelings>,
    /// What the simple strategies come to, random among them.
    pub strategies: Vec<StrategyResult>,
    /// What the simulated trainees come to, of rising skill.
    pub simulated: Vec<StrategyResult>,
}

/// How much was looked at, in situations: a scene together with all of the past that can still make
/// a difference, feelings left aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The situations whose every state was looked at.
    pub complete: u64,
    /// All situations that could arise, whatever is felt; some of them may never do. `None` where
    /// there are too many to count.
    pub situations: Option<u64>,
}

/// What holds on every road, each with a shortest counter-example where it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proved {
    /// There is something to choose in every state that is no ending.
    pub always_something_to_choose: Proof,
    /// From every state an ending can be reached.
    pub ending_always_ahead: Proof,
    /// Some road reaches each scene that is neither an ending nor an interruption.
    pub every_scene_reached: Proof,
    /// Each choice is on offer on some road.
    pub every_choice_on_offer: Proof,
    /// Each wording of a text that varies is said on some road.
    pub every_variant_said: Proof,
    /// Each interruption breaks in on some road.
    pub every_interruption_breaks_in: Proof,
    /// Some road reaches each ending.
    pub every_ending_reached: Proof,
    /// Some road meets each objective.
    pub every_objective_can_be_met: Proof,
    /// Some road misses each objective.
    pub every_objective_can_be_missed: Proof,
}

impl Proved {
    /// Each property with its name, in the order they are always shown.
    #[must_use]
    pub fn properties(&self) -> [(&'static str, &Proof); 9] {
        [
            ("There is always something to choose", &self.always_something_to_choose),
            ("An ending can always be reached", &self.ending_always_ahead),
            ("Every scene can be reached", &self.every_scene_reached),
            ("Every choice can be on offer", &self.every_choice_on_offer),
            ("Every wording can be said", &self.every_variant_said),
            ("Every interruption can break in", &self.every_interruption_breaks_in),
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
    /// It does.
    Proved,
    /// It does not: a shortest road to where it fails.
    Fails(Road),
    /// It does not: what no road comes to, in written order; there is no road to show.
    Missing(Vec<Part>),
    /// Not all roads were looked at. What had not been come to by then, in written order; empty
    /// where the property is about every state.
    Unknown(Vec<Part>),
}

/// A part of a scenario, with its name for people: `arrival`, `arrival/go-over`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub name: String,
}

/// Which part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// A scene, an interruption or an ending.
    Scene(SceneId),
    Choice(ChoiceId),
    /// A wording of a text that varies.
    Variant {
        scene: SceneId,
        /// The text: 0 is the narration, 1 the first line.
        text: usize,
        /// Its index among the text's variants.
        variant: usize,
    },
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

/// The lowest and the highest value of a feeling, over all roads that were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeelingRange {
    pub least: Extreme,
    pub most: Extreme,
}

/// A value of a feeling, 0–100, and a road that comes to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extreme {
    pub value: u8,
    /// A road to it. Roads to other extremes share its beginning.
    pub road: SharedRoad,
}
