//! The scenario as written: every field may be absent, every name may lead nowhere.

// What is declared here is the format: its doc comments are the pages that authors read.
#![warn(missing_docs)]

mod answer;
mod choice;
mod condition;
mod ending;
mod file;
mod gate;
mod hub;
mod line;
mod looks;
mod patient;
mod scene;
mod shapes;
mod text;
mod then;
mod topics;
mod walk;

pub(crate) use answer::AnswerDoc;
pub(crate) use choice::{ChoiceDoc, NudgeDoc};
pub(crate) use condition::{ConditionDoc, ConditionKind};
pub(crate) use ending::EndingDoc;
pub(crate) use file::{ObjectiveDoc, ScenarioDoc};
pub(crate) use gate::GateDoc;
pub(crate) use line::LineDoc;
pub(crate) use looks::LooksDoc;
pub(crate) use patient::{FeelsDoc, NeedDoc, PatientDoc, PersonDoc, SensitivityDoc};
pub(crate) use scene::SceneDoc;
pub(crate) use shapes::shape as condition_shape;
pub(crate) use text::{TextDoc, VariantDoc};
pub(crate) use then::{BranchDoc, TargetDoc, ThenDoc};
pub(crate) use topics::{HUBS, Topics};
pub(crate) use walk::{ConditionUse, PassageDoc};

use crate::source::decoding::WholeNumber;

/// A feeling's value or a percentage of it.
pub(crate) type Feels = WholeNumber<0, 100>;
/// A percentage of sensitivity.
pub(crate) type Percent = WholeNumber<50, 150>;
/// A nudge.
pub(crate) type NudgeBy = WholeNumber<-30, 30>;
