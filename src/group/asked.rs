//! What the room is asked, and may answer aloud.

use serde::{Deserialize, Serialize};

use super::Step;

/// What the room is asked, and may answer aloud: phones answer it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A word for how it felt.
    Reactions,
    /// What each will do next time.
    Commitments,
}

impl Asked {
    /// What is asked in a step; `None` where nothing is that is answered aloud.
    #[must_use]
    pub const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Reactions => Some(Self::Reactions),
            Step::Commitments => Some(Self::Commitments),
            Step::Lobby
            | Step::Prebrief
            | Step::Deciding(_)
            | Step::Compare
            | Step::Closing
            | Step::Debrief
            | Step::Ended => None,
        }
    }
}
