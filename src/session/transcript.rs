//! The record of a conversation: facts only, enough to replay it and to score it again.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::hash::ContentHash;
use crate::rubric::{Feelings, Stage};
use crate::shared::SharedText;

use super::{Change, Mind};

/// How the patient felt, and at which stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "FlatFelt", into = "FlatFelt")]
pub struct Felt {
    /// Agitation, trust, understanding, each 0–100.
    pub feelings: Feelings,
    pub stage: Stage,
}

/// How it is written: serde's own flattening takes several times as long to read.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Felt")]
struct FlatFelt {
    agitation: u8,
    trust: u8,
    understanding: u8,
    stage: Stage,
}

impl From<FlatFelt> for Felt {
    fn from(flat: FlatFelt) -> Self {
        let FlatFelt { agitation, trust, understanding, stage } = flat;
        Self { feelings: Feelings { agitation, trust, understanding }, stage }
    }
}

impl From<Felt> for FlatFelt {
    fn from(felt: Felt) -> Self {
        let Feelings { agitation, trust, understanding } = felt.feelings;
        Self { agitation, trust, understanding, stage: felt.stage }
    }
}

impl From<Mind> for Felt {
    fn from(mind: Mind) -> Self {
        Self { feelings: mind.feelings, stage: mind.stage }
    }
}

/// One draw of chance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// What was drawn: `narration`, `line 1`, `branch`.
    pub what: Cow<'static, str>,
    /// Which of the possibilities, from 0, in written order.
    pub drawn: u32,
}

/// One choice taken, and what followed. Short lists are stored in the turn itself, which saves most turns an
/// allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The id of the scene it was taken in.
    pub scene: SharedText,
    /// The ids of the options on offer, in the order shown.
    #[serde(with = "short")]
    pub offered: SmallVec<[SharedText; 4]>,
    /// The id of the option taken.
    pub choice: SharedText,
    /// Whether it was taken because time was up.
    pub late: bool,
    /// The draws since the turn before.
    pub draws: Vec<Draw>,
    #[serde(with = "short")]
    pub changes: SmallVec<[Change; 10]>,
    /// Where the conversation was going.
    pub target: SharedText,
    /// The id of the scene that its gates led to in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<SharedText>,
    /// The scene that broke in.
    pub interruption: Option<SharedText>,
    /// How the patient felt afterwards.
    pub after: Felt,
    /// Milliseconds after the conversation began; `None` where no time was measured.
    pub at: Option<u64>,
}

/// Serialises short lists like any other list.
mod short {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use smallvec::{Array, SmallVec};

    pub(super) fn serialize<A: Array, S: Serializer>(list: &SmallVec<A>, serializer: S) -> Result<S::Ok, S::Error>
    where
        A::Item: Serialize,
    {
        list.as_slice().serialize(serializer)
    }

    pub(super) fn deserialize<'de, A: Array, D: Deserializer<'de>>(deserializer: D) -> Result<SmallVec<A>, D::Error>
    where
        A::Item: Deserialize<'de>,
    {
        Vec::deserialize(deserializer).map(SmallVec::from_vec)
    }
}

/// The record of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's text.
    pub scenario_hash: ContentHash,
    /// The hash of the rubric's texts.
    pub rubric_hash: ContentHash,
    pub seed: u64,
    pub start: Felt,
    pub turns: Vec<Turn>,
    /// The id of the scene it ended in, if it has ended.
    pub ending: Option<SharedText>,
}

impl Transcript {
    /// How the patient felt when turn `index` was offered.
    #[must_use]
    pub fn felt_before(&self, index: usize) -> Felt {
        index.checked_sub(1).and_then(|before| self.turns.get(before)).map_or(self.start, |turn| turn.after)
    }

    /// How the patient feels now.
    #[must_use]
    pub fn felt_now(&self) -> Felt {
        self.felt_before(self.turns.len())
    }
}
