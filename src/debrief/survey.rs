//! The patient's survey.
//!
//! An item's share is the number of decisions at which something that speaks for it was shown, divided by the number at
//! which something of that kind was on offer; a decision is an offer of two or more options. Then *each turn* that
//! showed something that speaks against the item lowers the answer by one step, down to the lowest, even where nothing
//! else was on offer: the patient answers for what they met with. An item for which nothing was ever on offer is not
//! asked. Last, trust at the end bounds the answer: a patient who trusts the trainee gives no low one, and one who does
//! not no high one (`assets/survey.ron` has the bounds and their sources). What is added because a moment was missed was not shown, and speaks for or against nothing.

use std::cmp::Ordering;

use crate::rubric::{BehaviourSet, Rubric, Survey, SurveyItem};
use crate::session::{ResolvedTranscript, ResolvedTurn};

use super::{HeldByTrust, MeantFor, SurveyAnswer, SurveyReason};

/// The patient's answers, in the order they are asked.
pub(super) fn survey(resolved: &ResolvedTranscript<'_>) -> Vec<SurveyAnswer> {
    resolved.scenario.rubric.survey.items.iter().map(|item| answer(resolved, item)).collect()
}

fn answer(resolved: &ResolvedTranscript<'_>, item: &SurveyItem) -> SurveyAnswer {
    let turns = resolved.turns.iter().enumerate();
    let reasons: Vec<SurveyReason> = turns.flat_map(|(index, turn)| reasons(resolved, item, index, turn)).collect();
    let survey = &resolved.scenario.rubric.survey;
    let answers = item.scale.answers();
    let by_turns = by_turns(survey, item, &reasons);
    let trust = resolved.transcript.felt_now().feelings.trust;
    let [lowest, highest] = survey.given_at(trust, answers.len());
    let step = by_turns.map(|step| step.clamp(lowest, highest));
    let held = by_turns.zip(step).and_then(|(before, after)| match after.cmp(&before) {
        Ordering::Greater => Some(HeldByTrust::Raised),
        Ordering::Less => Some(HeldByTrust::Lowered),
        Ordering::Equal => None,
    });
    SurveyAnswer {
        id: item.id.clone(),
        text: item.text.clone(),
        answer: step.and_then(|step| answers.get(step).copied()),
        step: step.map(|step| (step, answers.len())),
        top_box: step.is_some_and(|step| step + 1 == answers.len()),
        held,
        reasons: if step.is_some() { reasons } else { Vec::new() },
    }
}

/// The answer's place on its scale by what was done, from 0; `None` where nothing that speaks for it was on offer.
fn by_turns(survey: &Survey, item: &SurveyItem, reasons: &[SurveyReason]) -> Option<usize> {
    let count = |meant| reasons.iter().filter(|reason| reason.meant == meant).count();
    let (shown, against) = (count(MeantFor::For), count(MeantFor::Against));
    let on_offer = shown + count(MeantFor::Missed);
    let reached = |least: &&u8| 100 * shown >= usize::from(**least) * on_offer;
    let steps = survey.steps(item.scale).iter().filter(reached).count();
    (on_offer > 0).then(|| steps.saturating_sub(against))
}

/// The reasons that one turn gives: for or missed where it was a decision, and against.
fn reasons(
    resolved: &ResolvedTranscript<'_>,
    item: &SurveyItem,
    index: usize,
    turn: &ResolvedTurn<'_>,
) -> Vec<SurveyReason> {
    let of = |id| resolved.scenario.choice(id).shows;
    let taken = of(turn.taken);
    let offered = turn.offered.iter().fold(BehaviourSet::default(), |all, &id| all.union(of(id)));
    let mut reasons = Vec::new();
    let mut note = |meant, behaviours: BehaviourSet| {
        if !behaviours.is_empty() {
            reasons.push(SurveyReason {
                turn: index,
                meant,
                behaviours: labels(&resolved.scenario.rubric, behaviours),
            });
        }
    };
    let shown = taken.intersection(item.speaks_for);
    if turn.offered.len() > 1 {
        let meant = if shown.is_empty() { MeantFor::Missed } else { MeantFor::For };
        note(meant, if shown.is_empty() { offered.intersection(item.speaks_for) } else { shown });
    }
    note(MeantFor::Against, taken.intersection(item.speaks_against));
    reasons
}

fn labels(rubric: &Rubric, behaviours: BehaviourSet) -> Vec<String> {
    behaviours.iter().map(|id| rubric.behaviour(id).label.clone()).collect()
}
