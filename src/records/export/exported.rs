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

impl Exported {
    /// The names of all kinds.
    pub const KINDS: [&'static str; 3] = ["attempt", "group_decision", "comment"];

    /// The name of its kind, as it stands in a line.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Attempt(_) => Self::KINDS[0],
            Self::GroupDecision(_) => Self::KINDS[1],
            Self::Comment(_) => Self::KINDS[2],
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
