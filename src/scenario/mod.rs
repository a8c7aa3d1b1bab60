//! A scenario: read from RON, checked, and resolved so that no look-up can fail afterwards.

mod allowances;
mod checks;
mod clock;
mod comparison;
mod condition;
mod document;
mod ending;
mod gates;
mod hub;
mod hub_texts;
mod ids;
mod logic;
mod looks;
mod model;
mod moves;
mod read;
mod resolve;
mod rules;
mod scene;
mod since;
mod source_map;

use crate::source::{RecordDocumentation, Rule};

/// The root of the format's documentation for authors.
pub(crate) const DOCUMENTATION: &RecordDocumentation = document::ScenarioDoc::DOCUMENTATION;

pub use allowances::Allowances;
pub use clock::ClockTime;
pub use condition::Condition;
pub use ending::{Ending, EndingKind};
pub use hub::Hub;
pub use ids::{BeforeId, ChoiceId, FlagId, NeedId, PersonId, SceneId, SinceId};
pub use looks::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Looks, Seat};
pub use model::{Level, Need, Objective, Patient, Person, Place, Scenario, Sensitivity};
pub(crate) use moves::{Destination, Guard};
pub use read::{Reading, read};
pub use scene::{
    Branch, Choice, ExemplarStep, Gate, Line, Nudge, Passage, Scene, SceneContent, SceneText, Speaker, Target, Text,
    Then, Timer, Variant, Words,
};
pub use since::{Event, Since, TimeUnit};
pub use source_map::SourceMap;

/// The rules about single parts of a scenario, about how its parts fit together, and about what it allows.
pub(crate) const SCENARIO_RULES: [&[&Rule]; 3] =
    [rules::READING_RULES, checks::CHECK_RULES, &[&allowances::UNUSED_ALLOW]];
