//! What a line of the exchange format can be.

use crate::records::{Comment, Outcome, RoomDecision};

/// What a line of the exchange format can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// What a finished attempt came to: kind `attempt`.
    Attempt(Box<Outcome>),
    /// A decision of a group session, with what its facilitator thinks of its key: kind `group_decision`.
    GroupDecision(RoomDecision),
    /// What somebody says of a scene: kind `comment`.
    Comment(Comment),
}

/// The name of the kind [`Exported::Attempt`].
pub(super) const ATTEMPT: &str = "attempt";
/// The name of the kind [`Exported::GroupDecision`].
pub(super) const GROUP_DECISION: &str = "group_decision";
/// The name of the kind [`Exported::Comment`].
pub(super) const COMMENT: &str = "comment";

impl Exported {
    /// The name of its kind, as it stands in a line.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Attempt(_) => ATTEMPT,
            Self::GroupDecision(_) => GROUP_DECISION,
            Self::Comment(_) => COMMENT,
        }
    }
}

impl From<Outcome> for Exported {
    fn from(outcome: Outcome) -> Self {
        Self::Attempt(Box::new(outcome))
    }
}

impl From<RoomDecision> for Exported {
    fn from(decision: RoomDecision) -> Self {
        Self::GroupDecision(decision)
    }
}

impl From<Comment> for Exported {
    fn from(comment: Comment) -> Self {
        Self::Comment(comment)
    }
}
