//! What another choice would have led to: the conversation is played again from each turn.

use std::collections::VecDeque;

use thiserror::Error;

use crate::debrief::{WhatIf, WhatIfEnding, WhatIfOutcome, rescore};
use crate::scenario::ChoiceId;
use crate::session::{Chance, Refusal, ReplayError, Road, Session, Transcript, TranscriptMismatch};

use super::best::BestRoads;
use super::{ChanceModel, Limits, Roads, TooLarge};

/// Why what-ifs cannot be computed.
#[derive(Debug, Error)]
pub enum WhatIfError {
    /// The roads are of another scenario, or were explored for another seed than the conversation's.
    #[error("the roads are of another scenario or another seed than the conversation")]
    OtherRoads,
    /// The record does not fit the scenario, which has changed since.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// The record does not fit the scenario, which has changed since.
    #[error(transparent)]
    TranscriptMismatch(#[from] TranscriptMismatch),
    /// A step that was on offer was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There are more roads than the limits allow.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// For each turn, in order, each other option of its offer, in written order: what it would have led to with the chance
/// of the same seed. `roads` are those of the conversation's scenario and seed.
///
/// # Errors
/// [`WhatIfError`].
pub fn what_if(session: &Session, roads: &Roads) -> Result<Vec<WhatIf>, WhatIfError> {
    let (scenario, transcript) = (session.scenario(), session.transcript());
    let chance = Chance::from_seed(transcript.seed);
    let same = roads.scenario().hash == scenario.hash && roads.scenario().rubric.hash == scenario.rubric.hash;
    if !same || roads.chance_model() != ChanceModel::Seeded(chance) {
        return Err(WhatIfError::OtherRoads);
    }
    let mut told = Vec::new();
    let mut best = BestRoads::new(roads);
    let mut here = Session::begin(scenario.clone(), chance);
    for (turn, step) in Road::of(transcript).steps.iter().enumerate() {
        let mut others = here.current_scene().offer.clone();
        others.sort_unstable();
        for other in others.into_iter().filter(|&other| scenario.choice(other).id != step.choice) {
            told.push(tell(&here, &mut best, transcript, turn, other)?);
        }
        here.follow(step, None).map_err(|refusal| ReplayError { turn, refusal, partial: Box::new(here.clone()) })?;
    }
    Ok(told)
}

/// What other choices would have led to, as [`what_if`] tells it; the roads are explored for it, which can take seconds.
///
/// # Errors
/// [`WhatIfError`].
pub fn other_roads(session: &Session) -> Result<Vec<WhatIf>, WhatIfError> {
    let chance = Chance::from_seed(session.transcript().seed);
    let roads = Roads::explore(session.scenario(), ChanceModel::Seeded(chance), Limits::default())?;
    what_if(session, &roads)
}

fn tell(
    here: &Session,
    best: &mut BestRoads<'_>,
    transcript: &Transcript,
    turn: usize,
    other: ChoiceId,
) -> Result<WhatIf, WhatIfError> {
    let mut there = here.clone();
    there.choose(other, None)?;
    let with_best = run(there.clone(), best, turn, None)?;
    let with_own = run(there, best, turn, Some(OwnChoices { transcript, next: turn + 1 }))?;
    let words = &here.scenario().choice(other).words;
    Ok(WhatIf {
        turn,
        choice: here.scenario().choice(other).id.to_string(),
        act: words.act().map(str::to_owned),
        say: words.say().map(str::to_owned),
        with_own: (with_own.road != with_best.road).then_some(with_own),
        with_best,
    })
}

/// The trainee's own later choices, in order.
struct OwnChoices<'a> {
    transcript: &'a Transcript,
    next: usize,
}

impl OwnChoices<'_> {
    /// The next of the choices that was made in the current scene and is on offer.
    fn next(&mut self, session: &Session) -> Option<ChoiceId> {
        let scenario = session.scenario();
        let scene = session.state().scene;
        let later = self.transcript.turns.iter().enumerate().skip(self.next);
        let mut here = later.filter(|(_, turn)| turn.scene == scenario.scene(scene).id);
        let (index, choice) = here.find_map(|(index, turn)| {
            let choice = scenario.find_choice(scene, &turn.choice)?;
            session.current_scene().offer.contains(&choice).then_some((index, choice))
        })?;
        self.next = index + 1;
        Some(choice)
    }
}

/// Plays to the end: by the trainee's own choices as long as they are given and fit, otherwise by the best road.
fn run(
    mut session: Session,
    best: &mut BestRoads<'_>,
    turn: usize,
    mut own: Option<OwnChoices<'_>>,
) -> Result<WhatIfOutcome, WhatIfError> {
    let mut own_choices_kept = 0;
    let mut plan = VecDeque::new();
    while !session.is_over() {
        let kept = own.as_mut().and_then(|own| own.next(&session));
        if kept.is_some() {
            own_choices_kept += 1;
            plan.clear();
        } else if plan.is_empty() {
            plan = best.from(session.state())?.into();
        }
        let Some(choice) = kept.or_else(|| plan.pop_front()) else { break };
        session.choose(choice, None)?;
    }
    let transcript = session.transcript();
    Ok(WhatIfOutcome {
        road: transcript.turns[turn + 1..].iter().map(|turn| turn.choice.to_string()).collect(),
        ending: ending(&session),
        patient: transcript.felt_now(),
        scores: rescore(session.scenario(), transcript)?,
        own_choices_kept,
    })
}

fn ending(session: &Session) -> Option<WhatIfEnding> {
    let ending = session.ending()?;
    Some(WhatIfEnding { scene: session.scene().id.to_string(), title: ending.title.clone(), kind: ending.kind })
}
