//! What one takes home from a conversation, as data; `lessons` finds it.

use serde::Serialize;

use super::{WhatIfEnding, WhatIfOutcome};

/// What one takes home from a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TakeHome {
    /// The turn to keep, from 0; `None` where no option taken counted for good.
    pub keep: Option<usize>,
    /// `None` where there is nothing to change.
    pub change: Option<ToChange>,
    /// The choices that led to an unsafe ending: each made otherwise, with everything else as it was, would have led to
    /// another one. In the order of the turns; empty while other roads are not known.
    pub ways_out: Vec<WayOut>,
}

/// Another option that would have led away from an unsafe ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WayOut {
    /// The turn, from 0.
    pub turn: usize,
    /// The id of the option.
    pub instead: String,
    pub act: Option<String>,
    pub say: Option<String>,
    /// Where it leads with the trainee's own later choices, as far as they fit.
    pub ending: WhatIfEnding,
}

/// A choice to make otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToChange {
    /// The turn, from 0.
    pub turn: usize,
    pub because: ChangeBecause,
    /// How much less the option taken counted than the best on offer: the difference of e + c + d.
    pub lost: i32,
    /// The id of the option that might have worked better.
    pub instead: String,
    pub act: Option<String>,
    pub say: Option<String>,
    /// What it would have led to, with the best choices after it; `None` while it is not known.
    pub leads_to: Option<WhatIfOutcome>,
}

/// Why a choice is the one to make otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeBecause {
    /// It was the last from which an unsafe ending could still have been avoided.
    LastWayOut,
    /// It showed a critical behaviour.
    Critical,
    /// It cost most.
    CostMost,
}
