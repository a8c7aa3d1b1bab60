//! The residual of a condition: what is left of it once everything but the feelings is known.

use crate::rubric::{Feeling, Stage};
use crate::scenario::{Condition, Scenario};
use crate::session::State;

use super::emotion::EmotionState;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Residual {
    Holds,
    Fails,
    AtLeast(Feeling, u8),
    Below(Feeling, u8),
    Stage(Stage),
    Reached(Stage),
    Recovering,
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

impl Residual {
    /// All of `state` but its feelings is known.
    pub(super) fn of(scenario: &Scenario, state: &State, condition: &Condition) -> Self {
        let each = |inner: &[Condition]| inner.iter().map(|one| Self::of(scenario, state, one)).collect();
        match condition {
            Condition::AtLeast(feeling, least) => Self::AtLeast(*feeling, *least),
            Condition::Below(feeling, bound) => Self::Below(*feeling, *bound),
            Condition::Stage(now) => Self::Stage(*now),
            Condition::Reached(peak) => Self::Reached(*peak),
            Condition::Recovering => Self::Recovering,
            Condition::All(inner) => Self::all(each(inner)),
            Condition::Any(inner) => Self::any(each(inner)),
            Condition::Not(inner) => match Self::of(scenario, state, inner) {
                Self::Holds => Self::Fails,
                Self::Fails => Self::Holds,
                open => Self::Not(Box::new(open)),
            },
            fact => Self::known(state.holds(scenario, fact)),
        }
    }

    /// The residual of an optional condition; without one, it always holds.
    pub(super) fn of_optional(scenario: &Scenario, state: &State, condition: Option<&Condition>) -> Self {
        condition.map_or(Self::Holds, |condition| Self::of(scenario, state, condition))
    }

    /// Holds where both do.
    pub(super) fn and(self, other: Self) -> Self {
        Self::all(vec![self, other])
    }

    const fn known(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }

    fn all(mut inner: Vec<Self>) -> Self {
        inner.retain(|one| *one != Self::Holds);
        if inner.contains(&Self::Fails) {
            return Self::Fails;
        }
        if inner.len() > 1 { Self::All(inner) } else { inner.pop().unwrap_or(Self::Holds) }
    }

    fn any(mut inner: Vec<Self>) -> Self {
        inner.retain(|one| *one != Self::Fails);
        if inner.contains(&Self::Holds) {
            return Self::Holds;
        }
        if inner.len() > 1 { Self::Any(inner) } else { inner.pop().unwrap_or(Self::Fails) }
    }

    /// Whether it holds in an emotion state.
    pub(super) fn holds(&self, emotion: EmotionState) -> bool {
        let mind = &emotion.mind;
        match self {
            Self::Holds => true,
            Self::Fails => false,
            Self::AtLeast(feeling, least) => mind.feelings.get(*feeling) >= *least,
            Self::Below(feeling, bound) => mind.feelings.get(*feeling) < *bound,
            Self::Stage(stage) => mind.stage == *stage,
            Self::Reached(stage) => emotion.peak >= *stage,
            Self::Recovering => mind.recovery > 0,
            Self::All(inner) => inner.iter().all(|one| one.holds(emotion)),
            Self::Any(inner) => inner.iter().any(|one| one.holds(emotion)),
            Self::Not(inner) => !inner.holds(emotion),
        }
    }
}
