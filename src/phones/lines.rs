//! What of a phone's page changes while its body stays.

use serde::Serialize;

use crate::group::{OpenDecision, OwnView, Phase, RoomView, Step};

use super::part::ShownPart;

/// What of a phone's page changes while its body stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Lines {
    /// Changes with what is asked; while it is the same, nothing that somebody is typing is replaced.
    pub(super) key: String,
    /// How far the room is.
    pub(super) status: String,
    /// What the room has of this participant.
    pub(super) yours: String,
}

impl Lines {
    pub(super) fn of(room: &RoomView, own: &OwnView, part: Option<&ShownPart>) -> Self {
        let decision = room.decision.as_ref().map_or(String::new(), |decision| decision.id.0.to_string());
        let poll =
            room.decision.as_ref().and_then(|decision| decision.poll).map_or(String::new(), |poll| poll.0.to_string());
        let part = part.map(|part| format!("-{}", part.key)).unwrap_or_default();
        let key = format!("{}-{decision}-{poll}{part}", step_name(room.step));
        Self { key, status: status(room), yours: yours(room, own) }
    }
}

const fn step_name(step: Step) -> &'static str {
    match step {
        Step::Lobby => "lobby",
        Step::Prebrief => "prebrief",
        Step::Deciding(Phase::Show) => "show",
        Step::Deciding(Phase::OwnThoughts) => "own-thoughts",
        Step::Deciding(Phase::Vote) => "vote",
        Step::Deciding(Phase::Discuss) => "discuss",
        Step::Deciding(Phase::VoteAgain) => "vote-again",
        Step::Deciding(Phase::Reveal) => "reveal",
        Step::Compare => "compare",
        Step::Closing => "closing",
        Step::Reactions => "reactions",
        Step::Debrief => "debrief",
        Step::Commitments => "commitments",
        Step::Ended => "ended",
    }
}

fn status(room: &RoomView) -> String {
    match &room.decision {
        Some(OpenDecision { poll: Some(_), voted, .. }) => format!("Votes so far: {voted}. Joined: {}.", room.joined),
        _ => format!("Joined: {}.", room.joined),
    }
}

fn yours(room: &RoomView, own: &OwnView) -> String {
    let vote = own.vote.as_ref().and_then(|vote| {
        let options = &room.decision.as_ref()?.options;
        options.iter().find(|option| option.choice == *vote).map(|option| option.letter)
    });
    match room.step {
        Step::Deciding(Phase::Vote | Phase::VoteAgain) => vote.map_or(String::new(), |letter| {
            format!("Your vote: {letter}. You can change it until the vote is closed.")
        }),
        Step::Deciding(Phase::Discuss | Phase::Reveal) => {
            vote.map_or(String::new(), |letter| format!("You voted for {letter}."))
        }
        Step::Deciding(Phase::OwnThoughts) if !own.words.is_empty() => "Your words are kept.".to_owned(),
        Step::Reactions if own.reflection.is_some() => "Your answers are kept.".to_owned(),
        Step::Commitments if !own.commitment.is_empty() => "What you will do is kept.".to_owned(),
        _ => String::new(),
    }
}
