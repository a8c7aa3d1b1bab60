//! A situation: a scene with all facts that are live in it, without feelings; and the moves in it.

use smallvec::SmallVec;

use crate::rubric::{Points, Stage};
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{NoReasons, feel};

use super::emotion::{EmotionState, Retained};
use super::residual::Residual;

/// A situation and its moves.
#[derive(Debug)]
pub(super) struct Situation {
    pub(super) scene: SceneId,
    pub(super) retained: Retained,
    /// The choices that may be on offer, in written order.
    pub(super) moves: Vec<Move>,
    /// The variants of each observed text of the scene, in order.
    pub(super) texts: Vec<Vec<(u32, Residual)>>,
    /// In an ending: the residuals of the observed objectives, each with its index.
    pub(super) objectives: Vec<(usize, Residual)>,
}

/// A choice in a situation.
#[derive(Debug)]
pub(in crate::analysis) struct Move {
    pub(super) choice: ChoiceId,
    pub(super) when: Residual,
    pub(super) points: Points,
    pub(super) points_in_crisis: Points,
    pub(super) any_need_open: bool,
    /// The variants of each observed text of its answer, in order.
    pub(super) answers: Vec<Vec<(u32, Residual)>>,
    pub(super) branches: Vec<ResidualBranch>,
    pub(in crate::analysis) exits: Vec<Exit>,
}

/// A branch of a choice, with the exits of each target that chance may draw.
#[derive(Debug)]
pub(super) struct ResidualBranch {
    pub(super) when: Residual,
    /// For each target the exits in order, of which the first that holds is taken; the last always does.
    pub(super) to: Vec<Vec<(Residual, u16)>>,
}

/// A transition out of a situation.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Exit {
    pub(in crate::analysis) situation: u32,
    /// The scene that the conversation was going to, before its gates and interruptions were asked.
    pub(super) target: SceneId,
    /// The scene that the conversation was going to, if chance decided it.
    pub(super) drawn: Option<SceneId>,
    /// The numbers of the gates that led there.
    pub(super) gates: SmallVec<[u32; 1]>,
}

/// A move and one of its exits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ExitId(u16);

/// The most exits of a choice: 12 bits are left beside the 4 that number the 9 choices a scene may have.
pub(super) const MOST_EXITS: usize = 1 << 12;

impl ExitId {
    fn new(index: usize, exit: u16) -> Self {
        Self(u16::try_from(index).unwrap_or(0) << 12 | exit)
    }

    /// The move's index in its situation, and the exit's in the move.
    pub(super) const fn parts(self) -> (usize, usize) {
        ((self.0 >> 12) as usize, (self.0 & 0xFFF) as usize)
    }
}

impl Situation {
    /// The moves that are on offer in an emotion state, as bits by their index.
    pub(super) fn offer(&self, emotion: EmotionState) -> u16 {
        self.moves.iter().enumerate().fold(0, |bits, (at, step)| bits | u16::from(step.when.holds(emotion)) << at)
    }

    /// Whether something is on offer whatever is felt.
    pub(super) fn always_offers(&self) -> bool {
        self.moves.iter().any(|step| step.when == Residual::Holds)
    }

    /// Calls `answer` with the observed texts of each move that may be taken in an emotion state, and `arrive` with each
    /// of its exits, both with the emotion state after it.
    /// The understanding of `emotion` is the lowest there is, `most` the highest; so are those after.
    pub(super) fn leave(
        &self,
        scenario: &Scenario,
        offer: u16,
        (emotion, most): (EmotionState, u8),
        mut answer: impl FnMut(&[Vec<(u32, Residual)>], EmotionState),
        mut arrive: impl FnMut(ExitId, &Exit, EmotionState, u8),
    ) {
        for (at, step) in self.moves.iter().enumerate().filter(|(at, _)| offer & 1 << at != 0) {
            let after = step.take(scenario, emotion);
            let most = step.most_understanding(scenario, emotion, after, most);
            answer(&step.answers, after);
            let branch = step.branches.iter().find(|branch| branch.when.holds(after));
            for exits in branch.iter().flat_map(|branch| &branch.to) {
                if let Some(&(_, exit)) = exits.iter().find(|(when, _)| when.holds(after)) {
                    arrive(ExitId::new(at, exit), &step.exits[usize::from(exit)], after, most);
                }
            }
        }
    }
}

impl Move {
    /// How the patient feels after the move.
    fn take(&self, scenario: &Scenario, emotion: EmotionState) -> EmotionState {
        let mut mind = emotion.mind;
        let points = if mind.stage == Stage::Crisis { self.points_in_crisis } else { self.points };
        let nudge = scenario.choice(self.choice).nudge();
        feel(scenario, &mut mind, points, nudge, self.any_need_open, &mut NoReasons);
        EmotionState { mind, peak: emotion.peak.max(mind.stage) }
    }

    /// The highest understanding after the move. `most` is the highest before it; `before` and `after` have the lowest.
    /// What a turn adds to understanding depends on the room that is left, yet more before is never less after
    /// (`session/feelings.rs`), so the highest leads to the highest.
    fn most_understanding(&self, scenario: &Scenario, before: EmotionState, after: EmotionState, most: u8) -> u8 {
        if most == before.mind.feelings.understanding {
            return after.mind.feelings.understanding;
        }
        let mut highest = before;
        highest.mind.feelings.understanding = most;
        self.take(scenario, highest).mind.feelings.understanding
    }
}
