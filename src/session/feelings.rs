//! How one turn changes what the patient feels, step by step, each step one named reason.

use crate::rubric::{Model, Points, Weights};
use crate::scenario::{Choice, Feeling, Feelings, Scenario, Sensitivity, Stage};

use super::{Change, Felt, Reason, State};

/// The three feelings' changes while they are being worked out, in [`Feeling::ALL`]'s order.
struct Tally {
    amounts: [i32; 3],
    changes: Vec<Change>,
}

impl Tally {
    const fn new() -> Self {
        Self { amounts: [0; 3], changes: Vec::new() }
    }

    const fn amount(&self, feeling: Feeling) -> i32 {
        self.amounts[feeling as usize]
    }

    fn add(&mut self, feeling: Feeling, reason: Reason, amount: i32) {
        if amount != 0 {
            self.amounts[feeling as usize] += amount;
            self.changes.push(Change { feeling, reason, amount });
        }
    }

    /// Takes the amount so far at `percent`, rounded towards zero.
    fn scale(&mut self, feeling: Feeling, reason: Reason, percent: i32) {
        let amount = self.amount(feeling);
        self.add(feeling, reason, amount * percent / 100 - amount);
    }
}

impl Weights {
    /// The change that points make.
    pub(crate) const fn change(self, points: Points) -> i32 {
        self.empathy * points.empathy + self.clarity * points.clarity + self.de_escalation * points.de_escalation
    }
}

impl Model {
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

/// Applies one turn's points to `state` (steps 3 to 9 of the model): feelings, stage, recovery.
/// `state` is as it was at the offer, but for the needs that the choice closed. Returns the changes
/// in the order they were made; they add up to the difference in feelings exactly.
pub(crate) fn feel(scenario: &Scenario, state: &mut State, points: Points, choice: &Choice) -> Vec<Change> {
    let model = &scenario.rubric.model;
    let mut tally = Tally::new();
    from_points(model, state, points, &mut tally);
    from_patient(scenario.patient.sensitivity, choice, &mut tally);
    if state.any_need_open() {
        tally.add(Feeling::Agitation, Reason::OpenNeed, model.harshness.open_need);
    } else {
        let above = i32::from(state.feelings.agitation) + tally.amount(Feeling::Agitation)
            - i32::from(scenario.patient.baseline);
        tally.add(Feeling::Agitation, Reason::Drift, -above.clamp(0, model.drift));
    }
    let feelings = clamp(state.feelings, &mut tally);
    state.feels(Felt { feelings, stage: model.stage_after(state.stage, feelings.agitation) });
    state.hard_last = points.de_escalation < 0;
    state.settle(model);
    tally.changes
}

/// Steps 3 and 4: what the points do to this patient in this state.
fn from_points(model: &Model, state: &State, points: Points, tally: &mut Tally) {
    let hard = points.de_escalation < 0;
    tally.add(Feeling::Agitation, Reason::Behaviours, model.agitation.change(points));
    tally.add(Feeling::Trust, Reason::Behaviours, model.trust.change(points));
    tally.add(Feeling::Understanding, Reason::Behaviours, model.understanding.change(points));
    if hard && state.recovering() {
        let share = model.agitation.de_escalation * points.de_escalation;
        tally.add(Feeling::Agitation, Reason::Recovering, share * model.recovery.percent / 100 - share);
    }
    if state.feelings.agitation >= model.too_upset.from && tally.amount(Feeling::Understanding) > 0 {
        tally.scale(Feeling::Understanding, Reason::TooUpset, model.too_upset.percent);
    }
    if state.feelings.trust < model.low_trust.below && tally.amount(Feeling::Agitation) < 0 {
        tally.scale(Feeling::Agitation, Reason::LowTrust, model.low_trust.percent);
    }
    if hard && state.hard_last {
        tally.add(Feeling::Agitation, Reason::HardWordsInARow, model.harshness.in_a_row);
    }
}

/// Steps 5 and 6: how strongly this patient answers, and what the author adds.
fn from_patient(sensitivity: Sensitivity, choice: &Choice, tally: &mut Tally) {
    tally.scale(Feeling::Agitation, Reason::Sensitivity, i32::from(sensitivity.agitation));
    tally.scale(Feeling::Trust, Reason::Sensitivity, i32::from(sensitivity.trust));
    tally.scale(Feeling::Understanding, Reason::Sensitivity, i32::from(sensitivity.understanding));
    if let Some(nudge) = &choice.nudge {
        tally.add(Feeling::Agitation, Reason::Nudge, i32::from(nudge.agitation));
        tally.add(Feeling::Trust, Reason::Nudge, i32::from(nudge.trust));
        tally.add(Feeling::Understanding, Reason::Nudge, i32::from(nudge.understanding));
    }
}

/// Step 8: the feelings after the tally, kept within 0–100.
fn clamp(before: Feelings, tally: &mut Tally) -> Feelings {
    let mut after = before;
    for feeling in Feeling::ALL {
        let unlimited = i32::from(before.get(feeling)) + tally.amount(feeling);
        let limited = unlimited.clamp(0, 100);
        tally.add(feeling, Reason::Limit, limited - unlimited);
        after.set(feeling, u8::try_from(limited).unwrap_or(100));
    }
    after
}

impl State {
    /// How the patient feels from now on.
    pub(crate) fn feels(&mut self, felt: Felt) {
        self.feelings = felt.feelings;
        self.stage = felt.stage;
    }

    /// What follows from a new stage: the peak, and recovery.
    pub(crate) fn settle(&mut self, model: &Model) {
        self.peak = self.peak.max(self.stage);
        if self.stage == Stage::Crisis {
            self.after_crisis = true;
            self.recovery = 0;
        } else if self.after_crisis && self.feelings.agitation < model.recovery.below {
            self.after_crisis = false;
            self.recovery = model.recovery.turns;
        } else {
            self.recovery = self.recovery.saturating_sub(1);
        }
    }
}
