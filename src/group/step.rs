//! Where a group session stands.

use serde::{Deserialize, Serialize};

/// A step of the hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// People come in and join.
    Lobby,
    /// Who is who, what is practised, and that it is safe to fail.
    Prebrief,
    /// The room decides what to say or do.
    Deciding(Phase),
    /// After a split: what either branch has led to, side by side.
    Compare,
    /// The conversation has ended, or was stopped.
    Closing,
    /// How it felt, before any score is shown.
    Reactions,
    Debrief,
    /// What each will do next time.
    Commitments,
    /// The session is over; nothing changes any more.
    Ended,
}

/// A phase of a decision. To vote, discuss and vote again is peer instruction: Mazur, *Peer Instruction* (1997); Smith
/// et al. 2009 (doi 10.1126/science.1165919).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// What is seen and said.
    Show,
    /// Each thinks of words of their own.
    OwnThoughts,
    Vote,
    /// In twos and threes, and nobody has seen the spread.
    Discuss,
    VoteAgain,
    /// The spread is shown, and the room settles on an option.
    Reveal,
}

impl Step {
    /// What it is called, in the middle of a sentence.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Lobby => "people come in",
            Self::Prebrief => "prebrief",
            Self::Deciding(Phase::Show) => "a decision",
            Self::Deciding(Phase::OwnThoughts) => "own thoughts",
            Self::Deciding(Phase::Vote) => "the vote is open",
            Self::Deciding(Phase::Discuss) => "discussion",
            Self::Deciding(Phase::VoteAgain) => "the second vote is open",
            Self::Deciding(Phase::Reveal) => "the votes are shown",
            Self::Compare => "two branches beside each other",
            Self::Closing => "the end of the conversation",
            Self::Reactions => "reactions",
            Self::Debrief => "debrief",
            Self::Commitments => "commitments",
            Self::Ended => "over",
        }
    }

    /// Whether a vote is open.
    #[must_use]
    pub const fn is_voting(self) -> bool {
        matches!(self, Self::Deciding(Phase::Vote | Phase::VoteAgain))
    }

    /// Whether the conversation is over.
    #[must_use]
    pub const fn is_after_the_conversation(self) -> bool {
        matches!(self, Self::Closing | Self::Reactions | Self::Debrief | Self::Commitments | Self::Ended)
    }

    /// Whether scores may be shown.
    #[must_use]
    pub const fn shows_scores(self) -> bool {
        matches!(self, Self::Debrief | Self::Commitments | Self::Ended)
    }
}
