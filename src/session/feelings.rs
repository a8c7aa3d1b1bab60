//! How one turn changes what the patient feels, step by step, each step one named reason.

use crate::rubric::{Feeling, Feelings, Model, Points};
use crate::scenario::{Nudge, Scenario, Sensitivity};

use super::{Change, Felt, Mind, Reason, Reasons};

/// The changes of the three feelings while they are being worked out, in the order of [`Feeling::ALL`].
struct Tally<'a, R> {
    amounts: [i32; 3],
    reasons: &'a mut R,
}

impl<R: Reasons> Tally<'_, R> {
    const fn amount(&self, feeling: Feeling) -> i32 {
        self.amounts[feeling as usize]
    }

    fn add(&mut self, feeling: Feeling, reason: Reason, amount: i32) {
        self.amounts[feeling as usize] += amount;
        if amount != 0 {
            self.reasons.note(Change { feeling, reason, amount });
        }
    }

    /// Scales the amount so far to `percent` of it, rounded towards zero.
    fn scale(&mut self, feeling: Feeling, reason: Reason, percent: i32) {
        if percent == 100 {
            return;
        }
        let amount = self.amount(feeling);
        self.add(feeling, reason, amount * percent / 100 - amount);
    }
}

/// Applies one turn's points to `mind` (steps 3 to 9 of the model): feelings, stage, recovery.
/// `mind` is as it was at the offer; needs that the choice closed are no longer open. The changes are
/// noted in the order they are made; they add up to the difference in feelings exactly.
pub(crate) fn feel(
    scenario: &Scenario,
    mind: &mut Mind,
    points: Points,
    nudge: Option<&Nudge>,
    any_need_open: bool,
    reasons: &mut impl Reasons,
) {
    let model = &scenario.rubric.model;
    let mut tally = Tally { amounts: [0; 3], reasons };
    from_points(model, *mind, points, &mut tally);
    from_patient(scenario.patient.sensitivity, &mut tally);
    if tally.amount(Feeling::Trust) < 0 {
        tally.scale(Feeling::Trust, Reason::TrustLost, model.trust_lost);
    }
    within_room(scenario, mind.feelings, &mut tally);
    if let Some(nudge) = nudge {
        tally.add(Feeling::Agitation, Reason::Nudge, i32::from(nudge.agitation));
        tally.add(Feeling::Trust, Reason::Nudge, i32::from(nudge.trust));
        tally.add(Feeling::Understanding, Reason::Nudge, i32::from(nudge.understanding));
    }
    if any_need_open {
        tally.add(Feeling::Agitation, Reason::OpenNeed, model.harshness.open_need);
    } else {
        let above = i32::from(mind.feelings.agitation) + tally.amount(Feeling::Agitation)
            - i32::from(scenario.patient.baseline);
        tally.add(Feeling::Agitation, Reason::Drift, -above.clamp(0, model.drift));
    }
    let feelings = clamp(mind.feelings, &mut tally);
    mind.hard_last = points.de_escalation < 0;
    mind.feels(model, Felt { feelings, stage: model.stage_after(mind.stage, feelings.agitation) });
}

/// Steps 3 and 4: what the points do to this patient in this state.
fn from_points(model: &Model, mind: Mind, points: Points, tally: &mut Tally<'_, impl Reasons>) {
    let hard = points.de_escalation < 0;
    tally.add(Feeling::Agitation, Reason::Behaviours, model.agitation.change(points));
    tally.add(Feeling::Trust, Reason::Behaviours, model.trust.change(points));
    tally.add(Feeling::Understanding, Reason::Behaviours, model.understanding.change(points));
    if hard && mind.recovering() {
        let share = model.agitation.de_escalation * points.de_escalation;
        tally.add(Feeling::Agitation, Reason::Recovering, share * model.recovery.percent / 100 - share);
    }
    if mind.feelings.agitation >= model.too_upset.from && tally.amount(Feeling::Understanding) > 0 {
        tally.scale(Feeling::Understanding, Reason::TooUpset, model.too_upset.percent);
    }
    if mind.feelings.trust < model.low_trust.below && tally.amount(Feeling::Agitation) < 0 {
        tally.scale(Feeling::Agitation, Reason::LowTrust, model.low_trust.percent);
    }
    if hard && mind.hard_last {
        tally.add(Feeling::Agitation, Reason::HardWordsInARow, model.harshness.in_a_row);
    }
}

/// The first part of step 5: how strongly this patient reacts.
fn from_patient(sensitivity: Sensitivity, tally: &mut Tally<'_, impl Reasons>) {
    tally.scale(Feeling::Agitation, Reason::Sensitivity, i32::from(sensitivity.agitation));
    tally.scale(Feeling::Trust, Reason::Sensitivity, i32::from(sensitivity.trust));
    tally.scale(Feeling::Understanding, Reason::Sensitivity, i32::from(sensitivity.understanding));
}

/// The last part of step 5: a change counts in proportion to the room that was left in its direction at the offer. For a
/// fall of agitation that is the distance to the baseline.
fn within_room(scenario: &Scenario, before: Feelings, tally: &mut Tally<'_, impl Reasons>) {
    for feeling in Feeling::ALL {
        let (value, change) = (i32::from(before.get(feeling)), tally.amount(feeling));
        let lowest = if feeling == Feeling::Agitation { i32::from(scenario.patient.baseline) } else { 0 };
        let left = if change > 0 { 100 - value } else { value - lowest };
        tally.add(feeling, Reason::Room, scenario.rubric.model.room.scale(change, left) - change);
    }
}

/// Step 8: the feelings after the tally, kept within 0–100.
fn clamp(before: Feelings, tally: &mut Tally<'_, impl Reasons>) -> Feelings {
    let mut after = before;
    for feeling in Feeling::ALL {
        let unlimited = i32::from(before.get(feeling)) + tally.amount(feeling);
        let limited = unlimited.clamp(0, 100);
        tally.add(feeling, Reason::Limit, limited - unlimited);
        after.set(feeling, u8::try_from(limited).unwrap_or(100));
    }
    after
}

#[cfg(test)]
mod tests {
    use crate::rubric::Room;

    /// What a value becomes by a change, with the room that is left.
    fn after(room: Room, value: i32, change: i32) -> i32 {
        value + room.scale(change, if change > 0 { 100 - value } else { value })
    }

    #[test]
    fn a_change_keeps_the_order_of_values_and_reaches_no_end_from_inside() {
        for full in [1, 20, 50, 100] {
            let room = Room { full };
            for change in (1 - full)..full {
                for value in 0..=100 {
                    let now = after(room, value, change);
                    let is_inside = |value| (1..100).contains(&value);
                    assert!(is_inside(now) || !is_inside(value), "{value} and {change} of {full} make {now}");
                    assert!(value == 100 || now <= after(room, value + 1, change), "{value} and {change} of {full}");
                }
            }
        }
    }
}
