//! A decision of a group session, and what its facilitator thinks of its key.

use serde::{Deserialize, Serialize};

use crate::group::{GroupDecision, GroupSession};
use crate::hash::ContentHash;

use super::SessionId;

/// A decision of a group session, and whether its facilitator disagrees with how its options are keyed. Those with
/// whom nobody disagrees are kept too, so that a share can be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomDecision {
    pub session: SessionId,
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's text: a text with another key is another question.
    pub hash: ContentHash,
    /// The scene's id.
    pub scene: String,
    /// The turn, from 0.
    pub turn: usize,
    /// Whether the facilitator disagrees; not where they say nothing.
    pub disagrees: bool,
}

impl RoomDecision {
    /// The decisions of a group session, in the order in which the room met them.
    #[must_use]
    pub fn of(session: SessionId, group: &GroupSession) -> Vec<Self> {
        let transcript = group.conversation().transcript();
        let of = |decision: &GroupDecision| Self {
            session,
            scenario: transcript.scenario.clone(),
            hash: transcript.scenario_hash.clone(),
            scene: decision.scene.to_string(),
            turn: decision.turn,
            disagrees: group.disagreements().contains_key(&decision.id),
        };
        group.course().decisions.iter().map(of).collect()
    }
}
