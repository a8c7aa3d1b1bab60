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
    /// The facilitator's words; `None` where they agree, or say nothing.
    pub disagreement: Option<String>,
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
            disagreement: group.disagreements().get(&decision.id).map(|words| words.as_str().to_owned()),
        };
        group.course().decisions.iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::group::{DecisionId, Input, Steer};
    use crate::library::Library;
    use crate::session::Chance;

    #[test]
    fn every_decision_of_a_room_is_kept_with_what_the_facilitator_thinks_of_it() {
        let scenario = Library::open(&[]).entries.swap_remove(0).scenario;
        let mut group = GroupSession::begin(scenario, Chance::from_seed(1), [5; 5]);
        while group.course().decisions.len() < 2 {
            let option = group.conversation().current_scene().offer[0];
            let choice = group.conversation().scenario().choice(option).id.clone();
            let way = [Steer::Take { choice }, Steer::Reveal, Steer::Next];
            let taken = way.into_iter().any(|steer| group.apply(0, &Input::Steer(steer)).is_ok());
            assert!(taken, "{:?}", group.step());
        }
        let disagree = Steer::Disagree { decision: DecisionId(0), words: "No.".into() };
        group.apply(0, &Input::Steer(disagree)).expect("it was met");
        let session = SessionId::of([4; 16]);
        let kept = RoomDecision::of(session, &group);
        assert_eq!(kept.len(), 2);
        assert_eq!((kept[0].disagreement.as_deref(), kept[1].disagreement.as_deref()), (Some("No."), None));
        assert!(kept[0].turn < kept[1].turn && kept.iter().all(|one| one.session == session));
        assert_eq!(kept[0].hash, group.conversation().transcript().scenario_hash);
    }
}
