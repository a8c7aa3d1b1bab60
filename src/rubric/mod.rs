//! What is scored and how: the behaviours, the model of the patient's feelings, the survey.

mod behaviour;
mod checks;
mod courtesy;
mod dimension;
mod document;
mod eccs;
mod fairness;
mod fairness_document;
mod feelings;
mod model;
mod moment;
mod phrases;
mod read;
mod read_checks;
mod read_moments;
mod rules;
mod survey;
mod terms;

pub use behaviour::{Behaviour, BehaviourId, BehaviourSet, Critical};
pub use checks::{Checks, Feedback, OneDecision, PlainWords, Reading};
pub use courtesy::Courtesy;
pub use dimension::{Dimension, Points};
pub use eccs::EccsLevel;
pub use fairness::{
    BuildLimits, EndingShares, Fairness, Kinds, LearntStrangerLimits, OwnAnswers, ReadingLimits, Rival, ScreenLimits,
    Skill, Stakes,
};
pub use feelings::{Feeling, Feelings, Stage};
pub use model::{Bands, Harshness, LowTrust, Model, Recovery, Room, StageBounds, TooUpset, TurningPoints, Weights};
pub use moment::{AtMoment, LevelRule, MetBy, Moment, MomentId, There};
pub use read::{RubricTexts, read};
pub(crate) use rules::RUBRIC_RULES;
pub use survey::{Survey, SurveyItem, SurveyScale};
pub use terms::{Term, Terms};

use crate::hash::{ByName, ContentHash};

/// An entry of the catalogue of moods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMood {
    /// The word for it in a scenario.
    pub id: String,
    /// The name that is shown.
    pub label: String,
    /// What is seen of it, in a sentence.
    pub seen: String,
}

/// An entry of the catalogue of training strategies.
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
    pub moods: Vec<ListedMood>,
    /// The kinds of moment that a scene can be.
    pub moments: Vec<Moment>,
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

    /// The points of an option that shows `shown` and answers the moment so: on each dimension the sum of the positive
    /// weights, at most the cap, and of the negative ones, at least −cap. Where the moment is missed, what is added
    /// counts too, and the positive sum is halved, rounded down.
    #[must_use]
    pub fn points(&self, shown: BehaviourSet, at_moment: AtMoment) -> Points {
        self.points_weighed(shown, at_moment, |id| self.behaviour(id).weights)
    }

    /// As [`Self::points`], where the behaviours have these weights.
    pub(crate) fn points_weighed(
        &self,
        shown: BehaviourSet,
        at_moment: AtMoment,
        weights: impl Fn(BehaviourId) -> Points,
    ) -> Points {
        let gained = self.gained_weighed(shown, &weights);
        let AtMoment::Missed { added } = at_moment else {
            let lost = self.lost(shown, None, weights);
            return Points::from_fn(|dimension| gained[dimension] + lost[dimension]);
        };
        let lost = self.lost(shown, added, weights);
        Points::from_fn(|dimension| gained[dimension] / 2 + lost[dimension])
    }

    /// The sum of the positive weights of these behaviours on each dimension, at most the cap.
    #[must_use]
    pub fn gained(&self, shown: BehaviourSet) -> Points {
        self.gained_weighed(shown, |id| self.behaviour(id).weights)
    }

    fn gained_weighed(&self, shown: BehaviourSet, weights: impl Fn(BehaviourId) -> Points) -> Points {
        let mut gained = Points::default();
        for weights in shown.iter().map(weights) {
            for dimension in Dimension::ALL {
                gained[dimension] += weights[dimension].max(0);
            }
        }
        Points::from_fn(|dimension| gained[dimension].min(self.model.cap))
    }

    /// The sum of the negative weights on each dimension, at least −cap; `added` counts once, as what is added weighs.
    fn lost(&self, shown: BehaviourSet, added: Option<BehaviourId>, weights: impl Fn(BehaviourId) -> Points) -> Points {
        let mut lost = Points::default();
        for id in shown.iter().filter(|id| Some(*id) != added).chain(added) {
            let weights = if Some(id) == added { weights(id).when_added() } else { weights(id) };
            for dimension in Dimension::ALL {
                lost[dimension] += weights[dimension].min(0);
            }
        }
        Points::from_fn(|dimension| lost[dimension].max(-self.model.cap))
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
