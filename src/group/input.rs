//! What happens to a group session.

use serde::{Deserialize, Serialize};

use crate::attempt::SelfRating;
use crate::shared::SharedText;

use super::{Asked, Branch, SaidAloud, Words};

/// A participant: the how-manieth to join, from 0. Nobody's name is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantId(pub u32);

/// A decision, numbered from 0 as the room meets them. A number is never given twice, also where a step is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DecisionId(pub u32);

/// A vote on a decision, numbered from 0 as they are first opened. A number is never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PollId(pub u32);

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// Somebody joins and gets the next number.
    Join,
    /// A participant adds something.
    From {
        who: ParticipantId,
        #[serde(flatten)]
        what: Contribution,
    },
    /// The facilitator steers.
    Steer(Steer),
}

/// What a participant adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contribution {
    /// Votes in an open poll; the last vote of a participant counts.
    Vote { poll: PollId, choice: SharedText },
    /// What the participant would say; the last words at a decision count, and empty ones take them back.
    OwnWords { decision: DecisionId, words: Words },
    /// As an observer: marks that what was said or done shows a behaviour, or takes the mark back.
    Tag { decision: DecisionId, behaviour: SharedText, shown: bool },
    /// A word for how it felt, and a rating of the group.
    Reflect { feeling: Words, rating: Option<SelfRating> },
    /// Completes "Next time I will …"; empty words take it back.
    Commit { words: Words },
}

/// What the facilitator does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Steer {
    /// Goes on to the next step. From the reveal: takes what the majority is for.
    Next,
    /// Leaves out what is left before the reveal: own thoughts, the discussion, the second vote.
    Reveal,
    /// How many hands went up for each option, in the order shown, in a poll; replaces what was typed before.
    Hands { poll: PollId, counts: Vec<u32> },
    /// Takes an option of the facilitator's choice.
    Take { choice: SharedText },
    /// Splits the room: the first option is played, then the second, then both are compared.
    Split { first: SharedText, second: SharedText },
    /// Leaves the first branch of a split for the second, or the second for the comparison.
    OtherBranch,
    /// Goes on with a branch after the comparison.
    GoOnWith { branch: Branch },
    /// Whether votes to come are held twice.
    SecondVote { held: bool },
    /// Disagrees with how the options of a decision are keyed; kept for the scenario's author. Empty words take it back.
    Disagree { decision: DecisionId, words: Words },
    /// What was said aloud when the room was asked, one line each; replaces what was typed before.
    Said { at: Asked, words: SaidAloud },
    /// A private note; empty words take it away.
    Note { words: Words },
    /// Stops the conversation and goes on to its end.
    Stop,
    /// Takes the last step back.
    Undo,
}
