//! A scenario: read from RON, checked, and resolved so that no look-up can fail afterwards.

mod checks;
pub(crate) mod code;
mod condition;
mod document;
mod feelings;
mod ids;
mod looks;
mod model;
mod read;
mod resolve;

pub use code::SCENARIO_CODES;
pub use condition::Condition;
pub use feelings::{Feeling, Feelings, Stage};
pub use ids::{BeforeId, ChoiceId, FlagId, NeedId, PersonId, SceneId};
pub use looks::{Build, Clothes, ClothesColour, Face, FacialHair, Hair, HairColour, Looks, Seat};
pub use model::{
    Branch, Choice, Ending, EndingKind, ExemplarStep, Level, Line, Need, Nudge, Objective, Patient, Person, Place,
    Scenario, Scene, SceneContent, Sensitivity, Speaker, Target, Text, Then, Timer, Variant, Words,
};
pub use read::{Reading, read};
