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
    Bands, Harshness, LowTrust, Model, OpportunityRule, Recovery, Room, StageBounds, TooUpset, TurningPoints, Weights,
};
pub use read::{RubricTexts, read};
pub(crate) use rules::RUBRIC_RULES;
pub use survey::{Survey, SurveyItem, SurveyScale};
pub use terms::{Term, Terms};

use crate::hash::{ByName, ContentHash};

/// An entry of a catalogue: a training strategy or a mood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The word for it in a scenario.
    pub id: String,
    /// The name that is shown.
    pub label: String,
}

/// The catalogues and constants that a scenario is played and scored with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rubric {
    /// Every behaviour, in catalogue order; at most [`BehaviourSet::CAPACITY`].
    pub behaviours: Vec<Behaviour>,
    /// The training strategies that a scenario can practise.
    pub strategies: Vec<Named>,
    /// The moods that a scene can set.
    pub moods: Vec<Named>,
    pub model: Model,
    pub survey: Survey,
    pub courtesy: Courtesy,
    pub fairness: Fairness,
    pub checks: Checks,
    pub feedback: Feedback,
    pub plain_words: PlainWords,
    /// The hash of the texts it was read from.
    pub hash: ContentHash,
    pub(crate) by_id: ByName<String, BehaviourId>,
}

impl Rubric {
    /// The behaviour with this id, which must be an id of this rubric.
    #[must_use]
    pub fn behaviour(&self, id: BehaviourId) -> &Behaviour {
        &self.behaviours[id.index()]
    }

    /// The behaviour whose [`id`](Behaviour::id) is `name`.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<BehaviourId> {
        self.by_id.get(name).copied()
    }

    /// The points of an option that shows `shown`, on each dimension `min(cap, Σ positive) + max(−cap, Σ negative)` of
    /// the weights.
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

    /// The level of an answer that shows `shown`: 0 if any of these behaviours denies the feeling, else their highest
    /// level, and [`EccsLevel::AUTOMATIC`] if none has a level.
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
