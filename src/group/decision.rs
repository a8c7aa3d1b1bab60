//! A decision of the room.

use serde::{Deserialize, Serialize};

use crate::scenario::ChoiceId;
use crate::shared::SharedText;

use super::{Branch, DecisionId, PollId};

/// A decision of the room, on the road taken or on a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupDecision {
    pub id: DecisionId,
    /// Its turn of the conversation, from 0.
    pub turn: usize,
    /// The id of its scene.
    pub scene: SharedText,
    /// In the order shown.
    pub offer: Vec<ChoiceId>,
    /// The vote before the discussion; `None` where none was held.
    pub first: Option<PollId>,
    /// The vote after it; `None` where none was held.
    pub second: Option<PollId>,
    /// `None` while it is open.
    pub outcome: Option<Outcome>,
    /// The branch of a split that it is on; `None` on the road that all went together.
    pub branch: Option<Branch>,
    /// Whether its branch was left for the other one.
    pub aside: bool,
}

/// How a decision was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Took {
        choice: ChoiceId,
        by: TakenBy,
    },
    /// Both were played.
    Split {
        choices: [ChoiceId; 2],
        /// The branch that the room went on with; `None` while the split is open.
        kept: Option<Branch>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakenBy {
    Majority,
    Facilitator,
    /// Nothing else was on offer.
    Only,
}

impl GroupDecision {
    /// The vote that was held last.
    #[must_use]
    pub fn last_poll(&self) -> Option<PollId> {
        self.second.or(self.first)
    }

    /// The place of an option in the order shown.
    #[must_use]
    pub fn place_of(&self, choice: ChoiceId) -> Option<usize> {
        self.offer.iter().position(|&offered| offered == choice)
    }
}
