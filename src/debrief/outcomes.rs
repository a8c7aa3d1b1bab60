//! What a debrief reports beside the scores: the ending, how the patient was, opportunities, objectives.

use crate::rubric::Stage;
use crate::session::{ResolvedTranscript, ResolvedTurn};

use super::{EndingReached, ObjectiveResult, OpportunityResult, PatientAfter};

pub(super) fn ending(resolved: &ResolvedTranscript<'_>) -> Option<EndingReached> {
    let scene = resolved.ending?;
    let ending = resolved.scenario.ending(scene)?;
    Some(EndingReached {
        scene: resolved.scenario.scene(scene).id.to_string(),
        title: ending.title.clone(),
        kind: ending.kind,
        thought: ending.thought.clone(),
    })
}

/// How the patient was at the end, and on the way there.
pub(super) fn patient(resolved: &ResolvedTranscript<'_>) -> PatientAfter {
    let transcript = resolved.transcript;
    let now = transcript.felt_now();
    let felt = || std::iter::once(&transcript.start).chain(transcript.turns.iter().map(|turn| &turn.after));
    let peak_stage = felt().map(|felt| felt.stage).fold(now.stage, Stage::max);
    PatientAfter {
        feelings: now.feelings,
        stage: now.stage,
        peak_agitation: felt().map(|felt| felt.feelings.agitation).fold(0, u8::max),
        peak_stage,
        came_down: peak_stage >= Stage::Escalating && now.stage < peak_stage,
    }
}

/// The empathic opportunities met on the way, in order.
pub(super) fn opportunities(resolved: &ResolvedTranscript<'_>) -> Vec<OpportunityResult> {
    resolved.turns.iter().enumerate().filter_map(|(index, turn)| opportunity(resolved, index, turn)).collect()
}

fn opportunity(resolved: &ResolvedTranscript<'_>, index: usize, turn: &ResolvedTurn<'_>) -> Option<OpportunityResult> {
    let level = resolved.scenario.choice(turn.taken).eccs?;
    let scene = resolved.scenario.scene(turn.scene);
    Some(OpportunityResult {
        turn: index,
        scene: scene.id.to_string(),
        cue: scene.cue.as_deref().unwrap_or_default().to_owned(),
        level,
        label: level.label(),
        met: level >= resolved.scenario.rubric.model.opportunity.met,
    })
}

/// The objectives, judged in the state that the conversation ended in.
pub(super) fn objectives(resolved: &ResolvedTranscript<'_>) -> Vec<ObjectiveResult> {
    let state = resolved.state();
    let result = |objective: &crate::scenario::Objective| ObjectiveResult {
        id: objective.id.clone(),
        text: objective.text.clone(),
        met: state.holds(resolved.scenario, &objective.met),
    };
    resolved.scenario.objectives.iter().map(result).collect()
}
