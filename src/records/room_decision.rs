//! A decision of a group session, and what its facilitator thinks of its key.

use serde::{Deserialize, Serialize};

use crate::group::GroupSession;
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
    /// The facilitator's words; `None` where they agree, or say nothing.
    pub disagreement: Option<String>,
}

impl RoomDecision {
    /// The decisions of a group session, in the order in which the room met them.
    #[must_use]
    pub fn of(session: SessionId, group: &GroupSession) -> Vec<Self> {
        let transcript = group.conversation().transcript();
        let of = |decision: &crate::group::GroupDecision| Self {
            session,
            scenario: transcript.scenario.clone(),
            hash: transcript.scenario_hash.clone(),
            scene: decision.scene.to_string(),
            turn: decision.turn,
            disagreement: group.disagreements().get(&decision.id).map(|words| words.as_str().to_owned()),
        };
        group.course().decisions.iter().map(of).collect()
    }
}
