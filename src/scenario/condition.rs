//! A resolved condition.

use crate::rubric::{BehaviourId, Feeling, Stage};

use super::{BeforeId, ChoiceId, EndingKind, FlagId, NeedId, SceneId};

/// When something holds. See `docs/scenario-format.md` for the meaning of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The feeling is at least this.
    AtLeast(Feeling, u8),
    /// The feeling is below this.
    Below(Feeling, u8),
    /// The stage is now this.
    Stage(Stage),
    /// The stage has been this or above.
    Reached(Stage),
    /// Soon after a crisis.
    Recovering,
    /// The flag is set.
    Flag(FlagId),
    /// The choice has been taken.
    Chose(ChoiceId),
    /// The behaviour has been shown.
    Shown(BehaviourId),
    /// One behaviour was shown, and another not in an earlier turn; which two, the scenario's list says.
    Before(BeforeId),
    /// The scene has been met at least so many times.
    Visits(SceneId, u16),
    /// The need is open.
    NeedOpen(NeedId),
    /// The need is open, and at least so many turns have passed.
    Unmet(NeedId, u16),
    /// It ended in this scene. Never before the end.
    Ended(SceneId),
    /// It ended in this way. Never before the end.
    EndedAs(EndingKind),
    /// Every one of them holds.
    All(Box<[Self]>),
    /// At least one of them holds.
    Any(Box<[Self]>),
    /// It does not hold.
    Not(Box<Self>),
}

impl Condition {
    /// Calls `visit` with this condition and every one inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().for_each(|one| one.walk(visit)),
            Self::Not(inner) => inner.walk(visit),
            _ => {}
        }
    }
}
