//! The constants of the patient's feelings and of the scores, as `assets/model.ron` gives them.

use super::{BehaviourId, EccsLevel, Feeling, Points, Stage};

/// A feeling's change for one point on each dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// For a point of empathy.
    pub empathy: i32,
    /// For a point of clarity.
    pub clarity: i32,
    /// For a point of de-escalation.
    pub de_escalation: i32,
}

impl Weights {
    /// The change that points make.
    pub(crate) const fn change(self, points: Points) -> i32 {
        self.empathy * points.empathy + self.clarity * points.clarity + self.de_escalation * points.de_escalation
    }
}

/// Where a stage of agitation begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageBounds {
    /// Entered from this agitation on.
    pub up: u8,
    /// Left below this agitation.
    pub down: u8,
}

/// The time after a crisis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Begins with the first agitation below this.
    pub below: u8,
    /// How many turns it lasts.
    pub turns: u8,
    /// What a de-escalation below nothing counts, in percent.
    pub percent: i32,
}

/// Too upset to take it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooUpset {
    /// From this agitation on.
    pub from: u8,
    /// What understanding gained counts, in percent.
    pub percent: i32,
}

/// Too little trust to be soothed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LowTrust {
    /// Below this trust.
    pub below: u8,
    /// What agitation soothed counts, in percent.
    pub percent: i32,
}

/// What happens at empathic opportunities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpportunityRule {
    /// The behaviour that an answer of too low a level also shows.
    pub added: BehaviourId,
    /// A level below this is too low.
    pub below: EccsLevel,
    /// From this level on the opportunity counts as met.
    pub met: EccsLevel,
}

/// Where the bands begin, 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    /// Developing.
    pub developing: u8,
    /// Secure.
    pub secure: u8,
    /// Strong.
    pub strong: u8,
}

/// What makes a turning point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurningPoints {
    /// The least Σ|change| over the three feelings.
    pub least: u32,
    /// How many there are at most.
    pub most: usize,
}

/// What hard words in a row and open needs add to agitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Harshness {
    /// A second turn in a row with de-escalation below nothing adds this.
    pub in_a_row: i32,
    /// An open need adds this each turn.
    pub open_need: i32,
}

/// Every constant of feelings and scores. See `assets/model.ron` for what each one does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Model {
    /// How agitation follows from points.
    pub agitation: Weights,
    /// How trust follows from points.
    pub trust: Weights,
    /// How understanding follows from points.
    pub understanding: Weights,
    /// The most that an option's positive, or negative, weights add up to.
    pub cap: i32,
    /// Anxious.
    pub anxious: StageBounds,
    /// Escalating.
    pub escalating: StageBounds,
    /// Crisis.
    pub crisis: StageBounds,
    /// After a crisis.
    pub recovery: Recovery,
    /// Understanding under agitation.
    pub too_upset: TooUpset,
    /// Calming without trust.
    pub low_trust: LowTrust,
    /// Hard words in a row, and open needs.
    pub harshness: Harshness,
    /// How far agitation drifts to its baseline in a turn.
    pub drift: i32,
    /// The baseline of agitation, where agitation at the start is not lower.
    pub baseline: u8,
    /// Empathic opportunities.
    pub opportunity: OpportunityRule,
    /// The bands.
    pub bands: Bands,
    /// What each dimension needs to pass, 0–100.
    pub pass: u8,
    /// Turning points.
    pub turning_points: TurningPoints,
}

impl Model {
    /// How a feeling follows from points.
    #[must_use]
    pub const fn weights(&self, feeling: Feeling) -> Weights {
        match feeling {
            Feeling::Agitation => self.agitation,
            Feeling::Trust => self.trust,
            Feeling::Understanding => self.understanding,
        }
    }

    /// The stage that a conversation with this agitation begins in.
    pub(crate) const fn stage_at(&self, agitation: u8) -> Stage {
        if agitation >= self.crisis.up {
            Stage::Crisis
        } else if agitation >= self.escalating.up {
            Stage::Escalating
        } else if agitation >= self.anxious.up {
            Stage::Anxious
        } else {
            Stage::Calm
        }
    }

    /// The stage after `stage` with this agitation: up at one line, down below a lower one.
    pub(crate) fn stage_after(&self, stage: Stage, agitation: u8) -> Stage {
        let holds = if agitation >= self.crisis.down {
            Stage::Crisis
        } else if agitation >= self.escalating.down {
            Stage::Escalating
        } else if agitation >= self.anxious.down {
            Stage::Anxious
        } else {
            Stage::Calm
        };
        self.stage_at(agitation).max(stage.min(holds))
    }
}
