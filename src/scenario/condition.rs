//! A resolved condition.

use crate::rubric::{BehaviourId, Feeling, Stage};

use super::{BeforeId, ChoiceId, EndingKind, FlagId, NeedId, SceneId, SinceId};

/// A resolved condition. `docs/scenario-format.md` says what each means.
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
    /// The patient is recovering from a crisis.
    Recovering,
    /// The flag is set.
    Flag(FlagId),
    /// The choice has been taken.
    Chose(ChoiceId),
    /// The behaviour has been shown.
    Shown(BehaviourId),
    /// The first behaviour of a pair has been shown, and the second not in an earlier turn. The pair is in
    /// [`Scenario::befores`](super::Scenario::befores).
    Before(BeforeId),
    /// The scene has been met at least this many times.
    Visits(SceneId, u16),
    /// The need is open.
    NeedOpen(NeedId),
    /// The need is open, and at least this many turns have passed.
    Unmet(NeedId, u16),
    /// At least this many turns or minutes have passed since something last came about: what, and in which unit, is in
    /// [`Scenario::sinces`](super::Scenario::sinces). It does not hold where it never did.
    Since(SinceId, u16),
    /// The choice was taken in the last turn. It is in [`Scenario::sinces`](super::Scenario::sinces), counted in turns.
    JustChose(SinceId),
    /// At least this many minutes have passed since the beginning, by the clock.
    From(u16),
    /// At least this many topics of the hub have been taken.
    Topics(SceneId, u8),
    /// The conversation has ended in this scene.
    Ended(SceneId),
    /// The conversation has ended with an ending of this kind.
    EndedAs(EndingKind),
    /// All of these hold.
    All(Box<[Self]>),
    /// At least one of these holds.
    Any(Box<[Self]>),
    /// This does not hold.
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
