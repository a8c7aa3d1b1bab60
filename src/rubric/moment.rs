//! The kinds of moment, from `assets/moments.ron`: what the patient gives in a scene, and what meets it.

use super::{BehaviourId, BehaviourSet, EccsLevel, Points, Rubric};

/// A kind of moment's index in its rubric, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MomentId(pub(super) usize);

impl MomentId {
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// A kind of moment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moment {
    /// The word for it in a scenario: `question`.
    pub id: String,
    /// The name that is shown: "A question".
    pub label: String,
    /// What the patient did, after their name: "asked you something".
    pub gives: String,
    /// How the conversation shows that it is there; `None` where that cannot be told.
    pub there: Option<There>,
    pub met: MetBy,
    /// Behaviours with which an option does not meet it, whatever else it shows.
    pub spoilt_by: BehaviourSet,
    /// The behaviour that an option which misses it counts as showing.
    pub added: BehaviourId,
    /// Where in the literature it is described.
    pub source: String,
}

/// How a conversation shows that a moment is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum There {
    /// Among the lines just said, one asks something.
    Asked,
    /// A need is still open.
    NeedOpen,
    /// An earlier choice counted against the trainee.
    Harmed,
}

/// What meets a moment: any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MetBy {
    /// One of these behaviours.
    pub behaviours: BehaviourSet,
    pub level: Option<LevelRule>,
    /// Whether a choice that closes a need of the patient meets it, whether or not the need is still open then: what meets
    /// a moment follows from the choice alone.
    pub need: bool,
}

/// How an answer's ECCS level meets a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelRule {
    /// The lowest level that meets it.
    pub met_from: EccsLevel,
    /// From this level on an answer that does not meet it has nothing added: its good points are only halved.
    pub only_halved_from: EccsLevel,
}

/// How an option answers the moment of its scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtMoment {
    /// The scene names no moment.
    Unnamed,
    /// It meets this kind, the first of the scene's that it does.
    Met(MomentId),
    /// It meets none: its positive points are halved.
    Missed {
        /// The behaviour that counts against it by rule, which it may also show itself.
        added: Option<BehaviourId>,
    },
}

impl Rubric {
    /// The kind of moment with this id, which must be an id of this rubric.
    #[must_use]
    pub fn moment(&self, id: MomentId) -> &Moment {
        &self.moments[id.index()]
    }

    /// The kind of moment whose [`id`](Moment::id) is `name`.
    #[must_use]
    pub fn find_moment(&self, name: &str) -> Option<MomentId> {
        self.moments.iter().position(|moment| moment.id == name).map(MomentId)
    }

    /// How an option that shows `shown` answers a moment of these kinds; `closes_need` says whether it closes a need.
    /// Where it meets none, what the first kind says is added, unless the answer's level is enough for one of them.
    #[must_use]
    pub fn at_moment(&self, kinds: &[MomentId], shown: BehaviourSet, closes_need: bool) -> AtMoment {
        let Some(first) = kinds.first() else { return AtMoment::Unnamed };
        if let Some(met) = kinds.iter().find(|kind| self.meets(self.moment(**kind), shown, closes_need)) {
            return AtMoment::Met(*met);
        }
        let level = self.eccs(shown);
        let is_only_halved = |kind: &MomentId| {
            self.moment(*kind).met.level.is_some_and(|rule| level >= rule.only_halved_from)
                && shown.intersection(self.moment(*kind).spoilt_by).is_empty()
        };
        let added = self.moment(*first).added;
        AtMoment::Missed { added: (!kinds.iter().any(is_only_halved)).then_some(added) }
    }

    fn meets(&self, moment: &Moment, shown: BehaviourSet, closes_need: bool) -> bool {
        let MetBy { behaviours, level, need } = moment.met;
        let is_met = !behaviours.intersection(shown).is_empty()
            || level.is_some_and(|rule| self.eccs(shown) >= rule.met_from)
            || (need && closes_need);
        is_met && shown.intersection(moment.spoilt_by).is_empty()
    }

    /// What a behaviour weighs where a moment's rule adds it: at most −1 on each dimension, so that an option that
    /// misses the moment earns no point.
    #[must_use]
    pub fn weights_when_added(&self, id: BehaviourId) -> Points {
        self.behaviour(id).weights.when_added()
    }
}
