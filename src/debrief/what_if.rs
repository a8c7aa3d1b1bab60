//! What another choice would have led to, as data; `analysis` computes it.

use serde::Serialize;

use crate::scenario::EndingKind;
use crate::session::Felt;

use super::Scores;

/// Another option of a turn's offer, and what it would have led to with the same chance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The turn, from 0.
    pub turn: usize,
    /// The id of the other choice.
    pub choice: String,
    pub act: Option<String>,
    pub say: Option<String>,
    /// Going on by the best road from there.
    pub with_best: WhatIfOutcome,
    /// Going on with the trainee's own later choices where they still fit, and by the best road where not; `None` where
    /// that is the same road as `with_best`.
    pub with_own: Option<WhatIfOutcome>,
}

/// Where a road that was not taken leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIfOutcome {
    /// The ids of the choices after the other one.
    pub road: Vec<String>,
    /// `None` where nothing is left to choose.
    pub ending: Option<WhatIfEnding>,
    /// How the patient feels at the end.
    pub patient: Felt,
    /// The scores of the whole conversation, without bounds.
    pub scores: Scores,
    /// How many of the choices after the other one are the trainee's own; 0 on the best road.
    pub own_choices_kept: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIfEnding {
    /// The scene's id.
    pub scene: String,
    pub title: String,
    pub kind: EndingKind,
}
