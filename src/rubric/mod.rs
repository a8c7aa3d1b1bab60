//! What is scored and how: the behaviours, the model of the patient's feelings, the survey.

mod behaviour;
mod checks;
mod courtesy;
mod dimension;
mod document;
mod eccs;
mod fairness;
mod feelings;
mod model;
mod phrases;
mod read;
mod read_checks;
mod rules;
mod survey;
mod terms;

pub use behaviour::{Behaviour, BehaviourId, BehaviourSet, Critical};
pub use checks::{Checks, Feedback, OneDecision, PlainWords, Reading};
pub use courtesy::Courtesy;
pub use dimension::{Dimension, Points};
pub use eccs::EccsLevel;
pub use fairness::{Fairness, Skill};
pub use feelings::{Feeling, Feelings, Stage};
pub use model::{
    Bands, Harshness, LowTrust, Model, OpportunityRule, Recovery, StageBounds, TooUpset, TurningPoints, Weights,
};
pub use read::{RubricTexts, read};
pub(crate) use rules::RUBRIC_RULES;
pub use survey::{Survey, SurveyItem, SurveyScale};
pub use terms::{Term, Terms};

use crate::hash::{ByName, ContentHash};

/// A named entry of a catalogue (a strategy, a mood).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The word that stands in a scenario.
    pub id: String,
    /// What people read.
    pub label: String,
}

/// The catalogues and constants that a scenario is played and scored with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rubric {
    /// Every behaviour, in catalogue order; at most [`BehaviourSet::CAPACITY`].
    pub behaviours: Vec<Behaviour>,
    /// The training strategies.
    pub strategies: Vec<Named>,
    /// The moods a scene may set.
    pub moods: Vec<Named>,
    /// The constants of feelings and scores.
    pub model: Model,
    /// The patient's survey.
    pub survey: Survey,
    /// The terms of politeness.
    pub courtesy: Courtesy,
    /// When a scenario is a fair test.
    pub fairness: Fairness,
    /// When the fairness checks speak.
    pub checks: Checks,
    /// What feedback must be.
    pub feedback: Feedback,
    /// Terms that a patient would not know.
    pub plain_words: PlainWords,
    /// The hash of the texts it was read from.
    pub hash: ContentHash,
    pub(crate) by_id: ByName<String, BehaviourId>,
}

impl Rubric {
    /// The behaviour behind an id of this rubric.
    #[must_use]
    pub fn behaviour(&self, id: BehaviourId) -> &Behaviour {
        &self.behaviours[id.index()]
    }

    /// The behaviour called `name`, if this rubric has it.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<BehaviourId> {
        self.by_id.get(name).copied()
    }

    /// An option's points on each dimension: `min(cap, Σ positive) + max(−cap, Σ negative)`.
    #[must_use]
    pub fn points(&self, shown: BehaviourSet) -> Points {
        let mut gained = Points::default();
        let mut lost = Points::default();
        for id in shown.iter() {
            for dimension in Dimension::ALL {
                let weight = self.behaviour(id).weights[dimension];
                if weight > 0 {
                    gained[dimension] += weight;
                } else {
                    lost[dimension] += weight;
                }
            }
        }
        let cap = self.model.cap;
        Points::from_fn(|dimension| gained[dimension].min(cap) + lost[dimension].max(-cap))
    }

    /// The level of an answer that shows `shown`: 0 if any of it denies, else the highest named,
    /// else [`EccsLevel::AUTOMATIC`].
    #[must_use]
    pub fn eccs(&self, shown: BehaviourSet) -> EccsLevel {
        let mut levels = shown.iter().filter_map(|id| self.behaviour(id).eccs).peekable();
        if levels.peek().is_none() {
            return EccsLevel::AUTOMATIC;
        }
        levels
            .try_fold(EccsLevel::AUTOMATIC, |highest, level| (level != EccsLevel::DENIES).then_some(highest.max(level)))
            .unwrap_or(EccsLevel::DENIES)
    }
}
