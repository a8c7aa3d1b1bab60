//! A plan's roads and their steps.

use crate::rubric::{Dimension, Feeling, Stage};
use crate::scenario::{ClockTime, EndingKind};
use crate::session::RoadStep;
use crate::source::{Span, Spanned};

use super::ExpectedNumber;

/// Roads through one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub roads: Vec<PlannedRoad>,
}

/// One road, from the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRoad {
    pub name: String,
    /// The line that begins it.
    pub span: Span,
    /// The seed of all chance that the steps do not decide.
    pub seed: u64,
    /// What is done and expected, in order.
    pub steps: Vec<PlannedStep>,
}

/// A step and the span of its line.
pub type PlannedStep = Spanned<Step>;

/// What is done, or what is expected, at this point of a road.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// This scene is the current one.
    Scene(String),
    /// This is a part of what happens and can be seen.
    Sees(String),
    /// This is a part of what someone says.
    Says(String),
    /// This is no part of what happens and can be seen.
    NotSees(String),
    /// This is no part of what anyone says.
    NotSays(String),
    /// This is a part of what happens or is said in answer to the choice before.
    Answer(String),
    /// This is no part of it.
    NotAnswer(String),
    /// These choices are on offer, in any order.
    Offers(Vec<String>),
    /// None of these choices is on offer.
    NotOffers(Vec<String>),
    /// A feeling is as expected.
    Feels(Feeling, ExpectedNumber),
    /// This is the current stage of agitation.
    Stage(Stage),
    /// A flag is set, or not.
    Flag { id: String, set: bool },
    /// A need is open, or closed.
    Need { id: String, open: bool },
    /// It is this time of day.
    Clock(ClockTime),
    /// Takes a choice; a late one because time is up.
    Choose(RoadStep),
    /// The conversation has ended in this scene.
    Ending(String),
    /// The conversation has ended with an ending of this kind.
    Kind(EndingKind),
    /// An objective is met, or missed.
    Objective { id: String, met: bool },
    /// A score is as expected.
    Score(Dimension, ExpectedNumber),
}
