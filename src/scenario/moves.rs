//! The part of the choices that is needed most often, close together in memory: in a long scenario the words and
//! everything else that is seldom needed would lie in between.

use crate::rubric::{BehaviourSet, Feeling, Points};

use super::{Choice, ChoiceId, Condition, Scene, SceneContent, SceneId, Target};

/// A move for every choice of a scenario.
#[derive(Clone, Debug)]
pub(crate) struct Moves {
    all: Box<[Move]>,
    /// The index of the first choice of each scene; a last entry is the number of choices.
    first: Box<[u32]>,
}

/// The part of a choice that is needed in every turn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move {
    /// What it shows. What a missed moment adds is not shown: it only counts.
    pub(crate) shows: BehaviourSet,
    pub(crate) guard: Guard,
    pub(crate) destination: Destination,
    /// How many minutes it takes.
    pub(crate) minutes: u16,
    /// Whether it closes no need, sets or clears no flag, and has no nudge.
    pub(crate) plain: bool,
    points: [i8; 3],
}

/// When a choice is on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    Always,
    /// When a feeling is at least this.
    AtLeast(Feeling, u8),
    /// When a feeling is below this.
    Below(Feeling, u8),
    /// When the choice's condition holds.
    Condition,
}

/// Where a choice leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// To this scene in every state.
    To(SceneId),
    /// To a target of one of its branches.
    Branches,
}

impl Moves {
    /// `choices` are in the order of `scenes`.
    pub(super) fn of(scenes: &[Scene], choices: &[Choice]) -> Self {
        let mut first = vec![0];
        for scene in scenes {
            let here = match &scene.content {
                SceneContent::Choices { choices, .. } => choices.len(),
                SceneContent::Ending(_) => 0,
            };
            let before = first.last().copied().unwrap_or_default();
            first.push(before + u32::try_from(here).unwrap_or_default());
        }
        Self { all: choices.iter().map(Move::of).collect(), first: first.into() }
    }

    pub(crate) fn get(&self, id: ChoiceId) -> &Move {
        &self.all[id.index()]
    }

    /// The choices of a scene, in written order; none for an ending.
    pub(super) fn choices_of(&self, scene: SceneId) -> impl Iterator<Item = ChoiceId> + use<> {
        let index = scene.index();
        (self.first[index]..self.first[index + 1]).map(ChoiceId::from)
    }
}

impl Move {
    fn of(choice: &Choice) -> Self {
        let guard = match choice.when {
            None => Guard::Always,
            Some(Condition::AtLeast(feeling, least)) => Guard::AtLeast(feeling, least),
            Some(Condition::Below(feeling, bound)) => Guard::Below(feeling, bound),
            Some(_) => Guard::Condition,
        };
        let only = match &*choice.then.branches {
            [only] => only.to.first().filter(|_| only.to.len() == 1),
            _ => None,
        };
        let destination = match only {
            Some(&(_, Target::Scene(scene))) => Destination::To(scene),
            _ => Destination::Branches,
        };
        let touches = !choice.meets().is_empty() || !choice.sets().is_empty() || !choice.clears().is_empty();
        let Points { empathy, clarity, de_escalation } = choice.points;
        // A rubric's cap is at most 9, so points fit.
        let points = [empathy, clarity, de_escalation].map(|points| i8::try_from(points).unwrap_or_default());
        Self {
            shows: choice.shows,
            guard,
            destination,
            minutes: choice.minutes,
            plain: !touches && choice.nudge().is_none(),
            points,
        }
    }

    /// Its points outside a crisis.
    pub(crate) fn points(&self) -> Points {
        let [empathy, clarity, de_escalation] = self.points.map(i32::from);
        Points { empathy, clarity, de_escalation }
    }
}
