//! The constants of the patient's feelings and of the scores, from `assets/model.ron`.

use super::{Feeling, Points, Stage};

/// A feeling's change for one point on each dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    pub empathy: i32,
    pub clarity: i32,
    pub de_escalation: i32,
}

impl Weights {
    pub(crate) const fn change(self, points: Points) -> i32 {
        self.empathy * points.empathy + self.clarity * points.clarity + self.de_escalation * points.de_escalation
    }
}

/// Where a stage of agitation begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageBounds {
    /// The lowest agitation at which it is entered.
    pub up: u8,
    /// The agitation below which it is left.
    pub down: u8,
}

/// The time after a crisis in which hard words count for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// It begins when agitation first falls below this after a crisis.
    pub below: u8,
    /// How many turns it lasts.
    pub turns: u8,
    /// What the agitation from negative points of de-escalation counts, in percent.
    pub percent: i32,
}

/// When the patient is too upset to understand much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooUpset {
    /// The lowest agitation at which this holds.
    pub from: u8,
    /// What a gain in understanding counts, in percent.
    pub percent: i32,
}

/// When the patient trusts too little to calm down much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LowTrust {
    /// The trust below which this holds.
    pub below: u8,
    /// What a fall in agitation counts, in percent.
    pub percent: i32,
}

/// How much a change counts near the ends of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The room from which on a change counts in full.
    pub full: i32,
}

impl Room {
    /// What is left of a change where `left` is the room in its direction, rounded towards zero.
    #[must_use]
    pub(crate) fn scale(self, change: i32, left: i32) -> i32 {
        change * left.clamp(0, self.full) / self.full
    }
}

/// The lowest score of each band above emerging, 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    pub developing: u8,
    pub secure: u8,
    pub strong: u8,
}

/// Which turns are turning points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurningPoints {
    /// The least sum of |change| over the three feelings.
    pub least: u32,
    /// The most turning points of a conversation.
    pub most: usize,
}

/// What hard words and open needs add to agitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Harshness {
    /// Added in the second and each further turn in a row with negative points of de-escalation.
    pub in_a_row: i32,
    /// Added once a turn while any need is open.
    pub open_need: i32,
}

/// Every constant of feelings and scores. `assets/model.ron` says what each one does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Model {
    pub agitation: Weights,
    pub trust: Weights,
    pub understanding: Weights,
    /// The most that an option's positive weights add up to on a dimension; its negative ones add up to −cap at least.
    pub cap: i32,
    pub anxious: StageBounds,
    pub escalating: StageBounds,
    pub crisis: StageBounds,
    pub recovery: Recovery,
    pub too_upset: TooUpset,
    pub low_trust: LowTrust,
    /// What a fall of trust counts, in percent.
    pub trust_lost: i32,
    pub room: Room,
    pub harshness: Harshness,
    /// The most by which agitation drifts down to its baseline in a turn in which no need is open.
    pub drift: i32,
    /// The baseline of agitation where the scenario gives none and agitation is not lower at the start.
    pub baseline: u8,
    pub bands: Bands,
    /// The score that is needed on each dimension to pass, 0–100.
    pub pass: u8,
    /// The fewest decisions of a conversation that gets a band and can pass; fewer say too little.
    pub judged_from: usize,
    pub turning_points: TurningPoints,
}

/// The highest sensitivity of a patient, in percent.
const MOST_SENSITIVE: i32 = 150;

impl Model {
    #[must_use]
    pub const fn weights(&self, feeling: Feeling) -> Weights {
        match feeling {
            Feeling::Agitation => self.agitation,
            Feeling::Trust => self.trust,
            Feeling::Understanding => self.understanding,
        }
    }

    /// What these points do to each feeling of a patient as sensitive as most, in the order of [`Feeling::ALL`], where
    /// there is room, nobody is in a crisis and no need is open: before drift and what the scenario adds.
    #[must_use]
    pub fn moves(&self, points: Points) -> [i32; 3] {
        Feeling::ALL.map(|feeling| {
            let change = self.weights(feeling).change(points);
            if feeling == Feeling::Trust && change < 0 { change * self.trust_lost / 100 } else { change }
        })
    }

    /// The most by which the steps before the room that is left can change a feeling in one turn, for the most sensitive
    /// patient.
    pub(crate) fn strongest_change(&self) -> i32 {
        let of = |weights: Weights| {
            let Weights { empathy, clarity, de_escalation } = weights;
            self.cap * (empathy.abs() + clarity.abs() + de_escalation.abs())
        };
        let recovering = (self.cap * self.agitation.de_escalation.abs() * (self.recovery.percent - 100) / 100).max(0);
        let agitation = of(self.agitation) + recovering + self.harshness.in_a_row;
        let trust = of(self.trust) * self.trust_lost / 100;
        agitation.max(trust).max(of(self.understanding)) * MOST_SENSITIVE / 100
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

    /// The stage after `stage` at this agitation. A stage is left at a lower agitation than it is entered at.
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
