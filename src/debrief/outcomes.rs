//! What a debrief reports beside the scores: the ending, how the patient was, moments, objectives.

use crate::rubric::{AtMoment, EccsLevel, Moment, Stage};
use crate::session::{ResolvedTranscript, ResolvedTurn};

use super::{EndingReached, MomentKind, MomentResult, MomentsMet, ObjectiveResult, PatientAfter};

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

/// The moments of the conversation, in order.
pub(super) fn moments(resolved: &ResolvedTranscript<'_>) -> Vec<MomentResult> {
    resolved.turns.iter().enumerate().filter_map(|(index, turn)| moment(resolved, index, turn)).collect()
}

/// How many of them were met.
pub(super) fn moments_met(moments: &[MomentResult]) -> MomentsMet {
    MomentsMet { met: moments.iter().filter(|moment| moment.met).count(), of: moments.len() }
}

fn moment(resolved: &ResolvedTranscript<'_>, index: usize, turn: &ResolvedTurn<'_>) -> Option<MomentResult> {
    let (scenario, rubric) = (resolved.scenario, &resolved.scenario.rubric);
    let choice = scenario.choice(turn.taken);
    let scene = scenario.scene(turn.scene);
    let (met_as, halved) = match choice.at_moment {
        AtMoment::Unnamed => return None,
        AtMoment::Met(kind) => (Some(rubric.moment(kind).id.clone()), None),
        AtMoment::Missed { .. } => (None, Some(rubric.gained(choice.shows))),
    };
    Some(MomentResult {
        turn: index,
        scene: scene.id.to_string(),
        cue: scene.cue.as_deref().map(str::to_owned),
        by: scene.moment_by.map(|who| scenario.person(who).name.clone()),
        kinds: scene.moment.iter().map(|kind| self::kind(rubric.moment(*kind))).collect(),
        met: met_as.is_some(),
        met_as,
        halved,
        level: choice.eccs,
        label: choice.eccs.map(EccsLevel::label),
    })
}

fn kind(moment: &Moment) -> MomentKind {
    MomentKind {
        id: moment.id.clone(),
        label: moment.label.clone(),
        gives: moment.gives.clone(),
        source: moment.source.clone(),
    }
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
